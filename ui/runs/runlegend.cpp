// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runlegend.h"

#include "ui/runs/runlook.h"

#include <QPainter>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal Height = 28;
constexpr qreal SampleWidth = 18;

} // namespace

RunLegend::RunLegend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"runLegend"_s);
    setAccessibleName(tr("What the bars mean"));
}

void RunLegend::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFixedHeight(theme.px(Height));
    update();
}

void RunLegend::paintEvent(QPaintEvent *)
{
    const QList<std::pair<RunBar::Kind, QString>> parts = {
        {RunBar::Kind::Running, tr("running")},  {RunBar::Kind::Done, tr("done")},
        {RunBar::Kind::Cached, tr("cached")},    {RunBar::Kind::Queued, tr("queued")},
        {RunBar::Kind::Waiting, tr("waiting")},  {RunBar::Kind::FailedAttempt, tr("retry")},
        {RunBar::Kind::Expected, tr("expected")}};
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorToken::Background));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorToken::Border));
    const RunLook look(m_theme);
    const QFont font = m_theme.font(TypeSize::Tiny);
    const int sample = m_theme.px(SampleWidth);
    const QString zoom = tr("Ctrl+wheel zooms");
    const int zoomWidth = QFontMetrics(font).horizontalAdvance(zoom);
    painter.setFont(font);
    int left = m_theme.px(Space::Large);
    const int end = width() - zoomWidth - m_theme.px(Space::Large);
    for (const auto &[kind, words] : parts) {
        const int wordsWidth = QFontMetrics(font).horizontalAdvance(words);
        if (left + sample + wordsWidth > end)
            break;
        painter.setRenderHint(QPainter::Antialiasing);
        look.paintBar(painter, kind, QRectF(left, 0, sample, height()));
        painter.setRenderHint(QPainter::Antialiasing, false);
        left += sample + m_theme.px(5.0);
        painter.setPen(m_theme.color(ColorToken::Text2));
        painter.drawText(QRect(left, 0, wordsWidth + 1, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         words);
        left += wordsWidth + m_theme.px(14.0);
    }
    painter.setPen(m_theme.color(ColorToken::Text3));
    painter.drawText(rect().adjusted(0, 0, -m_theme.px(Space::Large), 0),
                     Qt::AlignRight | Qt::AlignVCenter, zoom);
}

} // namespace kagura
