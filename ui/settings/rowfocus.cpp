// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/rowfocus.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace kagura {

void paintRowFocus(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    if (!option.state.testFlag(QStyle::State_HasFocus)
        || !option.state.testFlag(QStyle::State_KeyboardFocusChange))
        return;
    const int ring = theme.px(Measure::FocusRing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorToken::Accent), ring / 2.0));
    painter.drawRect(QRectF(option.rect).adjusted(ring, 0.5, -1.5, -1.5));
}

} // namespace kagura
