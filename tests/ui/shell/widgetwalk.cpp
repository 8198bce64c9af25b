// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/shell/widgetwalk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QWidget>

namespace kagura::test {

namespace {

using namespace Qt::StringLiterals;

constexpr int MostSteps = 200;

bool isQtsOwn(const QWidget *widget)
{
    return widget->objectName().startsWith("qt_"_L1)
        || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QScrollBar");
}

QString nameOf(const QWidget *widget)
{
    return u"%1 \"%2\""_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                              widget->objectName());
}

} // namespace

QStringList accessFaults(QWidget &root)
{
    QStringList faults;
    QList<QWidget *> expected;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || isQtsOwn(widget))
            continue;
        if (widget->objectName().isEmpty())
            faults.append(nameOf(widget) + u" has no object name"_s);
        const bool isUsable = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled();
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        const bool isNamed =
            interface != nullptr && !interface->text(QAccessible::Name).trimmed().isEmpty();
        if (isUsable && !isNamed)
            faults.append(nameOf(widget) + u" has no name for a screen reader"_s);
        if (isUsable)
            expected.append(widget);
    }
    QList<QWidget *> reached;
    for (int i = 0; i < MostSteps; ++i) {
        QWidget *at = QApplication::focusWidget();
        if (at == nullptr) {
            if (!expected.isEmpty())
                expected.constFirst()->setFocus();
            continue;
        }
        if (reached.contains(at) && at == reached.constFirst())
            break;
        if (!reached.isEmpty() && reached.constLast() == at) {
            faults.append(nameOf(at) + u" does not let the Tab key go on"_s);
            break;
        }
        reached.append(at);
        QTest::keyClick(at, Qt::Key_Tab);
    }
    for (const QWidget *widget : std::as_const(expected)) {
        if (!reached.contains(widget))
            faults.append(nameOf(widget) + u" is not reached by the Tab key"_s);
    }
    return faults;
}

} // namespace kagura::test
