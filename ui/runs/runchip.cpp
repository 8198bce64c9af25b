// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runchip.h"

#include "ui/runs/runwords.h"

#include <QPainter>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal Height = 26;
constexpr qreal Inner = 7;
constexpr qreal Glyph = 14;

} // namespace

RunChip::RunChip(RunMark mark, QWidget *parent)
    : QAbstractButton(parent)
    , m_mark(mark)
{
    setObjectName(u"runChip."_s + runMarkWords(mark));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void RunChip::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void RunChip::setCount(int count, const QString &detail)
{
    if (count == m_count && detail == m_detail && isVisibleTo(parentWidget()) == (count > 0))
        return;
    m_count = count;
    m_detail = detail;
    setVisible(count > 0 || isChecked());
    setAccessibleName(tr("Show only: %1 %2").arg(QString::number(count), words()));
    setToolTip(tr("Show only these"));
    updateGeometry();
    update();
}

QString RunChip::words() const
{
    return m_detail.isEmpty() ? runMarkWords(m_mark) : runMarkWords(m_mark) + u": "_s + m_detail;
}

QSize RunChip::minimumSizeHint() const
{
    const QFontMetrics strong(m_theme.font(TypeSize::Small, QFont::DemiBold));
    return {2 * m_theme.px(Inner) + m_theme.px(Glyph) + m_theme.px(Space::Tight)
                + strong.horizontalAdvance(QString::number(m_count)),
            m_theme.px(Height)};
}

QSize RunChip::sizeHint() const
{
    const QFontMetrics quiet(m_theme.font(TypeSize::Small));
    return minimumSizeHint()
        + QSize(m_theme.px(Space::Tight) + quiet.horizontalAdvance(words()) + 1, 0);
}

void RunChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isRinged = hasFocus();
    painter.setBrush(m_theme.color(isChecked()        ? ColorToken::Selected
                                       : underMouse() ? ColorToken::Hover
                                                      : ColorToken::Surface));
    painter.setPen(
        m_theme.color(isRinged || isChecked() ? ColorToken::Accent : ColorToken::Border));
    const qreal radius = m_theme.px(Measure::ControlRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int glyph = m_theme.px(Glyph);
    int left = m_theme.px(Inner);
    paintRunGlyph(painter, QRectF(left, (height() - glyph) / 2.0, glyph, glyph), m_mark, m_theme);
    left += glyph + m_theme.px(Space::Tight);
    const QFont strong = m_theme.font(TypeSize::Small, QFont::DemiBold);
    const QString count = QString::number(m_count);
    painter.setFont(strong);
    painter.setPen(m_theme.color(ColorToken::Text));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     count);
    left += QFontMetrics(strong).horizontalAdvance(count) + m_theme.px(Space::Tight);
    painter.setFont(m_theme.font(TypeSize::Small));
    painter.setPen(m_theme.color(ColorToken::Text2));
    const int room = width() - left - m_theme.px(Inner);
    if (room > 2 * m_theme.px(Inner))
        painter.drawText(QRect(left, 0, room + 1, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(words(), Qt::ElideRight, room + 1));
}

} // namespace kagura
