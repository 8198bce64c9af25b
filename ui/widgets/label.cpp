// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace kagura {

Label::Label(const LabelLook &look, const QString &text, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(look.fit == LabelLook::Fit::Wrapped);
    setText(text);
    dress();
}

void Label::setTheme(const Theme &theme)
{
    m_theme = theme;
    dress();
}

void Label::setInk(ColorToken ink)
{
    m_look.ink = ink;
    dress();
}

void Label::dress()
{
    setFont(m_theme.font(m_look.size, m_look.weight));
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, m_theme.color(m_look.ink));
    setPalette(inked);
}

QSize Label::sizeHint() const
{
    if (m_look.fit != LabelLook::Fit::Elided)
        return QLabel::sizeHint();
    return fontMetrics().size(Qt::TextSingleLine, text()).grownBy(contentsMargins());
}

QSize Label::minimumSizeHint() const
{
    if (m_look.fit != LabelLook::Fit::Elided)
        return QLabel::minimumSizeHint();
    return {m_theme.px(Space::Wide), sizeHint().height()};
}

QString Label::shownText() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

bool Label::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_look.fit != LabelLook::Fit::Elided
        || shownText() == text())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
    return true;
}

void Label::paintEvent(QPaintEvent *event)
{
    if (m_look.fit != LabelLook::Fit::Elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(m_theme.color(m_look.ink));
    painter.drawText(contentsRect(), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     shownText());
}

} // namespace kagura
