// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/plotaccessible.h"

namespace kagura {

namespace {

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *plot = qobject_cast<Plot *>(object);
    return plot == nullptr ? nullptr : new PlotAccessible(plot);
}

} // namespace

PlotAccessible::PlotAccessible(Plot *plot)
    : QAccessibleWidget(plot, QAccessible::Chart)
{}

QString PlotAccessible::text(QAccessible::Text kind) const
{
    const auto *plot = static_cast<const Plot *>(object());
    if (kind == QAccessible::Value)
        return plot->readout();
    // Few readers ask a chart for its value: the name says it, too.
    const QString name = QAccessibleWidget::text(kind);
    return kind == QAccessible::Name && !plot->readout().isEmpty()
        ? name + QStringLiteral(". ") + plot->readout()
        : name;
}

void installPlotAccessibility()
{
    QAccessible::installFactory(makeAccessible); // Qt keeps one entry for the same function
}

} // namespace kagura
