// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/chatstyle.h"

#include <QWidget>

namespace kagura {

TextLeaf::Shape ChatStyle::textShape(int width) const
{
    return {textFont, textLine, qreal(width), false};
}

TextLeaf::Shape ChatStyle::labelShape(int width) const
{
    return {labelFont, labelLine, qreal(width), false};
}

TextLeaf::Shape ChatStyle::codeShape(int width) const
{
    return {codeFont, codeLine, qreal(width), true};
}

void inkLabel(QWidget *label, const QColor &color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color);
    label->setPalette(palette);
}

} // namespace kagura
