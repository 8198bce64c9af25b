// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runfigures.h"

#include "ui/runs/runwords.h"
#include "ui/widgets/valuetext.h"

#include <QPainter>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr qreal Height = 52;
constexpr qreal LeastMeter = 140;
constexpr qreal MeterHeight = 4;
constexpr qreal LabelTop = 6;
constexpr qreal LabelHeight = 16;
constexpr qreal ValueHeight = 20;
constexpr qreal ValueTop = LabelTop + LabelHeight;

} // namespace

RunFigures::RunFigures(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"runFigures"_s);
    setAccessibleName(tr("Figures of the run"));
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void RunFigures::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFixedHeight(theme.px(Height));
    update();
}

void RunFigures::setFigures(const ShownRun &run, const ShownRunFigures &figures)
{
    m_run = run;
    m_figures = figures;
    m_since.restart();
    if (figures.isTicking)
        m_tick.start();
    else
        m_tick.stop();
    QStringList words;
    for (const Cell &cell : cells())
        words.append(u"%1: %2 %3"_s.arg(cell.label, cell.strong, cell.quiet).trimmed());
    setAccessibleDescription(words.join(u"; "_s));
    update();
}

milliseconds RunFigures::elapsed() const
{
    return m_figures.isTicking ? m_figures.elapsed + milliseconds(m_since.elapsed())
                               : m_figures.elapsed;
}

QList<RunFigures::Cell> RunFigures::cells() const
{
    QList<Cell> cells;
    cells.append({tr("Elapsed"), clockText(elapsed())});
    if (m_figures.left)
        cells.append({tr("ETA"), u"~"_s + clockText(*m_figures.left)});
    const qreal total = std::max(1, m_run.total);
    Cell nodes{tr("Nodes"), QString::number(m_run.done),
               tr("of %1 finished").arg(QString::number(m_run.total))};
    nodes.hasMeter = true;
    nodes.meter = {{std::max(0, m_run.done - m_run.cached - m_run.failed) / total, ColorToken::Ok},
                   {m_run.cached / total, ColorToken::Cached},
                   {m_run.failed / total, ColorToken::Fail}};
    cells.append(nodes);
    cells.append({tr("Tokens"), shortCountText(m_figures.inputTokens),
                  tr("in, %1 out").arg(shortCountText(m_figures.outputTokens))});
    Cell cost{tr("Cost"), runCostText(m_figures.costMicroUsd)};
    if (m_figures.budgetMicroUsd) {
        cost.quiet = tr("of %1 budget").arg(runCostText(m_figures.budgetMicroUsd));
        cost.hasMeter = true;
        cost.meter = {{std::min(1.0,
                                double(m_figures.costMicroUsd.value_or(0))
                                    / double(std::max<qint64>(1, *m_figures.budgetMicroUsd))),
                       ColorToken::Accent}};
    }
    cells.append(cost);
    cells.append({tr("Saved by cache"), runCostText(m_figures.savedMicroUsd),
                  m_run.cached > 0 ? tr("%n cached", nullptr, m_run.cached) : QString(),
                  ColorToken::Cached});
    if (m_figures.slotCount > 0)
        cells.append({tr("Slots"), QString::number(m_figures.slotsUsed),
                      tr("of %1 in use").arg(QString::number(m_figures.slotCount))});
    return cells;
}

QSize RunFigures::sizeHint() const
{
    return {m_theme.px(640.0), m_theme.px(Height)};
}

void RunFigures::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorToken::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorToken::Border));
    const QFont label = m_theme.font(TypeSize::Tiny);
    const QFont strong = m_theme.font(TypeSize::Body, QFont::DemiBold);
    const QFont quiet = m_theme.font(TypeSize::Small);
    const int gap = m_theme.px(Space::Large);
    int left = 0;
    for (const Cell &cell : cells()) {
        if (left > 0)
            painter.fillRect(
                QRect(left, m_theme.px(Space::Medium), 1, height() - 2 * m_theme.px(Space::Medium)),
                m_theme.color(ColorToken::Border));
        left += gap;
        const int strongWidth = QFontMetrics(strong).horizontalAdvance(cell.strong);
        const int quietWidth = QFontMetrics(quiet).horizontalAdvance(cell.quiet);
        const int space = cell.quiet.isEmpty() ? 0 : m_theme.px(Space::Tight);
        const int width = std::max({QFontMetrics(label).horizontalAdvance(cell.label),
                                    strongWidth + space + quietWidth,
                                    cell.hasMeter ? m_theme.px(LeastMeter) : 0});
        if (left + width > this->width())
            break;
        painter.setFont(label);
        painter.setPen(m_theme.color(ColorToken::Text3));
        painter.drawText(QRect(left, m_theme.px(LabelTop), width, m_theme.px(LabelHeight)),
                         Qt::AlignLeft | Qt::AlignVCenter, cell.label);
        const QRect value(left, m_theme.px(ValueTop), width, m_theme.px(ValueHeight));
        painter.setFont(strong);
        painter.setPen(m_theme.color(cell.ink));
        painter.drawText(value, Qt::AlignLeft | Qt::AlignVCenter, cell.strong);
        painter.setFont(quiet);
        painter.setPen(m_theme.color(ColorToken::Text2));
        painter.drawText(value.adjusted(strongWidth + space, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, cell.quiet);
        if (cell.hasMeter) {
            painter.setRenderHint(QPainter::Antialiasing);
            const QRectF meter(left, value.bottom() + 1, width, m_theme.px(MeterHeight));
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(ColorToken::Border));
            painter.drawRoundedRect(meter, 2, 2);
            qreal at = meter.left();
            for (const Part &part : cell.meter) {
                const qreal partWidth = meter.width() * part.share;
                painter.setBrush(m_theme.color(part.token));
                if (partWidth > 0)
                    painter.drawRoundedRect(QRectF(at, meter.top(), partWidth, meter.height()), 2,
                                            2);
                at += partWidth;
            }
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
        left += width + gap;
    }
}

} // namespace kagura
