// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runrowpainter.h"

#include "ui/runs/runwords.h"
#include "ui/widgets/valuetext.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal CellWidth = 9; // of a strip, with its gap
constexpr qreal LeastCell = 3;
constexpr qreal TickGap = 44;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::RunRowPainter)
};

void drawLeft(QPainter &painter, const QRect &place, const QString &text)
{
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
}

void drawRight(QPainter &painter, const QRect &place, const QString &text)
{
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

} // namespace

int RunRowPainter::nameLeft(const RunOutline::Row &row) const
{
    return m_look.pad + row.depth * m_look.indent;
}

QRect RunRowPainter::chevronRect(const RunOutline::Row &row, const QRect &place) const
{
    if (row.kind != RunOutline::Row::Kind::Node || m_outline.at(row.node).children.empty())
        return {};
    return {nameLeft(row), place.top() + (place.height() - m_look.chevron) / 2, m_look.chevron,
            m_look.chevron};
}

void RunRowPainter::paintGround(QPainter &painter, const QRect &place, const Flags &flags) const
{
    const Theme &theme = m_look.theme;
    if (flags.isSelected) {
        painter.fillRect(place, theme.color(ColorToken::Selected));
        painter.fillRect(
            QRect(place.left(), place.top(), theme.px(Measure::FocusRing), place.height()),
            theme.color(ColorToken::Accent));
    } else if (flags.isHovered) {
        painter.fillRect(place, theme.color(ColorToken::Hover));
    }
    if (flags.isFocused) {
        painter.setPen(QPen(theme.color(ColorToken::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void RunRowPainter::paintRow(QPainter &painter,
                             const RunOutline::Row &row,
                             const QRect &place,
                             int markedItem) const
{
    switch (row.kind) {
    case RunOutline::Row::Kind::Node:
        paintNode(painter, row, place);
        break;
    case RunOutline::Row::Kind::Strip:
        paintStrip(painter, row, place, markedItem);
        paintLoad(painter, row, place);
        break;
    case RunOutline::Row::Kind::Fold:
        paintFold(painter, row, place);
        break;
    }
}

void RunRowPainter::paintNode(QPainter &painter,
                              const RunOutline::Row &row,
                              const QRect &place) const
{
    const Theme &theme = m_look.theme;
    const RunOutline::Entry &entry = m_outline.at(row.node);
    const ShownNode &node = entry.node;
    const bool isQuiet = node.mark == RunMark::Pending || node.mark == RunMark::Skipped;
    const int right = m_frame.columnsWidth - m_look.costWidth - m_look.tokensWidth
        - m_look.modelWidth - m_look.stateWidth;
    if (const QRect chevron = chevronRect(row, place); chevron.isValid())
        theme
            .icon(m_outline.isOpen(row.node) ? u"chevron-down"_s : u"chevron-right"_s,
                  ColorToken::Text3)
            .paint(&painter, chevron);
    int left = nameLeft(row) + m_look.chevron + theme.px(Space::Tight);
    if (!node.label.isEmpty()) {
        painter.setFont(m_look.smallFont);
        painter.setPen(theme.color(ColorToken::Text3));
        const int width = painter.fontMetrics().horizontalAdvance(node.label);
        drawLeft(painter, QRect(left, place.top(), width + 1, place.height()), node.label);
        left += width + theme.px(Space::Tight);
    }
    const bool isStrong = row.depth == 0 && !entry.children.empty();
    painter.setFont(isStrong ? m_look.strongFont : m_look.nameFont);
    painter.setPen(theme.color(isQuiet ? ColorToken::Text2 : ColorToken::Text));
    drawLeft(painter,
             QRect(left, place.top(), right - left - theme.px(Space::Small), place.height()),
             node.name);

    const QRectF glyph(right, place.top() + (place.height() - m_look.glyph) / 2.0, m_look.glyph,
                       m_look.glyph);
    paintRunGlyph(painter, glyph, node.mark, theme);
    painter.setFont(m_look.smallFont);
    painter.setPen(theme.color(isQuiet ? ColorToken::Text3 : runMarkInk(node.mark)));
    const int words = int(glyph.right()) + theme.px(5.0);
    drawLeft(painter,
             QRect(words, place.top(), right + m_look.stateWidth - words - theme.px(Space::Tight),
                   place.height()),
             node.words.isEmpty() ? runMarkWords(node.mark) : node.words);
    paintFigures(painter, node, place);
    paintBars(painter, node, place);
}

void RunRowPainter::paintFigures(QPainter &painter, const ShownNode &node, const QRect &place) const
{
    const Theme &theme = m_look.theme;
    const int gap = theme.px(Space::Small);
    int right = m_frame.columnsWidth;
    const auto column = [&](int width) {
        right -= width;
        return QRect(right, place.top(), width - gap, place.height());
    };
    painter.setFont(m_look.smallFont);
    const QRect cost = column(m_look.costWidth);
    if (node.costMicroUsd) {
        painter.setPen(theme.color(node.isSaved ? ColorToken::Cached : ColorToken::Text2));
        drawRight(painter, cost, runCostText(node.costMicroUsd));
    }
    painter.setPen(theme.color(ColorToken::Text2));
    const QRect tokens = column(m_look.tokensWidth);
    if (node.tokens)
        drawRight(painter, tokens, shortCountText(*node.tokens));
    drawLeft(painter, column(m_look.modelWidth), node.model);
}

void RunRowPainter::paintBars(QPainter &painter, const ShownNode &node, const QRect &place) const
{
    painter.save();
    painter.setClipRect(QRect(m_frame.columnsWidth + 1, place.top(),
                              m_frame.width - m_frame.columnsWidth - 1, place.height()),
                        Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RunBar &bar : node.bars) {
        const qreal from = m_frame.scale.x(bar.from);
        const qreal to = m_frame.scale.x(bar.to == RunBar::Open ? m_frame.now : bar.to);
        m_look.paintBar(painter, bar.kind,
                        QRectF(from, place.top(), std::max(to - from, 3.0), place.height()));
    }
    painter.restore();
}

QRectF RunRowPainter::stripRect(const QRect &place) const
{
    const Theme &theme = m_look.theme;
    const qreal left = m_look.pad + m_look.indent + theme.px(Space::Tight);
    return {left, qreal(place.top() + theme.px(3.0)),
            m_frame.columnsWidth - left - theme.px(Space::Medium), qreal(theme.px(16.0))};
}

const StripCache::Strip &RunRowPainter::stripOf(int node, const QRect &place) const
{
    const int most = std::max(1, int(stripRect(place).width() / m_look.theme.px(LeastCell)));
    return m_strips.of(m_outline, node, most, m_frame.now);
}

int RunRowPainter::itemAt(const RunOutline::Row &strip,
                          const QRect &place,
                          const QPoint &point) const
{
    const QRectF room = stripRect(place);
    if (!room.contains(point))
        return -1;
    const std::vector<StripCell> &cells = stripOf(strip.node, place).cells;
    const qreal width = std::min<qreal>(
        m_look.theme.px(CellWidth), room.width() / double(std::max<std::size_t>(1, cells.size())));
    const auto cell = std::size_t((point.x() - room.left()) / width);
    return cell < cells.size() ? cells[cell].first : -1;
}

void RunRowPainter::paintStrip(QPainter &painter,
                               const RunOutline::Row &row,
                               const QRect &place,
                               int marked) const
{
    const Theme &theme = m_look.theme;
    const QRectF room = stripRect(place);
    const std::vector<StripCell> &cells = stripOf(row.node, place).cells;
    if (cells.empty())
        return;
    const qreal width = std::min<qreal>(theme.px(CellWidth), room.width() / double(cells.size()));
    const qreal gap = width >= 5 ? 2 : width >= 4 ? 1 : 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF ring;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QRectF cell(room.left() + double(i) * width + 0.5, room.top() + 0.5, width - gap,
                          room.height() - 1);
        m_look.paintCell(painter, cells[i].mark, cell);
        if (marked >= cells[i].first && marked < cells[i].first + cells[i].count)
            ring = cell.adjusted(-1.5, -2.5, 1.5, 2.5);
    }
    if (ring.isValid()) {
        painter.setPen(QPen(theme.color(ColorToken::Text), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ring, 3, 3);
    }
    painter.restore();
    // Numbers below: the first, some round ones where there is room, the last.
    painter.setFont(m_look.tinyFont);
    painter.setPen(theme.color(ColorToken::Text3));
    const int last = cells.back().first + cells.back().count - 1;
    const int top = int(room.bottom()) + 1;
    const int height = place.bottom() - top;
    painter.drawText(QRectF(room.left(), top, theme.px(40.0), height), Qt::AlignLeft, u"0"_s);
    const qreal end = room.left() + width * double(cells.size());
    if (end - room.left() > theme.px(60.0))
        painter.drawText(QRectF(end - theme.px(60.0), top, theme.px(60.0), height), Qt::AlignRight,
                         QString::number(last));
}

void RunRowPainter::paintLoad(QPainter &painter,
                              const RunOutline::Row &row,
                              const QRect &place) const
{
    const Theme &theme = m_look.theme;
    const auto &steps = stripOf(row.node, place).calls;
    int most = 0;
    for (const auto &[at, count] : steps)
        most = std::max(most, count);
    if (most == 0)
        return;
    const qreal base = place.top() + theme.px(22.0);
    const qreal high = theme.px(18.0);
    QPainterPath line(QPointF(m_frame.scale.x(steps.front().first), base));
    for (const auto &[at, count] : steps) {
        const qreal x = m_frame.scale.x(at);
        line.lineTo(x, line.currentPosition().y());
        line.lineTo(x, base - high * count / most);
    }
    painter.save();
    painter.setClipRect(QRect(m_frame.columnsWidth + 1, place.top(),
                              m_frame.width - m_frame.columnsWidth - 1, place.height()),
                        Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath area = line;
    area.lineTo(line.currentPosition().x(), base);
    area.closeSubpath();
    painter.fillPath(area, theme.color(ColorToken::AccentSoft));
    painter.setPen(QPen(theme.color(ColorToken::Accent), 1.2));
    painter.drawPath(line);
    painter.setFont(m_look.tinyFont);
    painter.setPen(theme.color(ColorToken::Text3));
    painter.drawText(QPointF(m_frame.scale.x(steps.front().first), place.top() + theme.px(34.0)),
                     Words::tr("calls in flight, most %1").arg(most));
    painter.restore();
}

void RunRowPainter::paintFold(QPainter &painter,
                              const RunOutline::Row &row,
                              const QRect &place) const
{
    const Theme &theme = m_look.theme;
    theme.icon(u"dots"_s, ColorToken::Text3)
        .paint(&painter,
               QRect(nameLeft(row), place.top() + (place.height() - m_look.chevron) / 2,
                     m_look.chevron, m_look.chevron));
    const int left = nameLeft(row) + m_look.chevron + theme.px(Space::Tight);
    painter.setFont(m_look.smallFont);
    painter.setPen(theme.color(ColorToken::Text2));
    drawLeft(painter,
             QRect(left, place.top(), m_frame.columnsWidth - left - theme.px(Space::Small),
                   place.height()),
             Words::tr("%1 more items: %2")
                 .arg(QString::number(m_outline.foldedCount(row.node)),
                      m_outline.foldedWords(row.node)));
}

void RunRowPainter::paintGrid(QPainter &painter, const QRect &place) const
{
    const QColor line = m_look.theme.color(ColorToken::Border);
    for (const TimeScale::Tick &tick : m_frame.scale.ticks(m_look.theme.px(TickGap))) {
        const int x = qRound(m_frame.scale.x(tick.at));
        if (x > m_frame.columnsWidth)
            painter.fillRect(x, place.top(), 1, place.height(), line);
    }
    painter.fillRect(m_frame.columnsWidth, place.top(), 1, place.height(), line);
}

void RunRowPainter::paintNow(QPainter &painter, const QRect &place) const
{
    const int x = qRound(m_frame.scale.x(m_frame.now));
    if (m_frame.isTicking && x > m_frame.columnsWidth && x < m_frame.width)
        painter.fillRect(x, place.top(), 1, place.height(), m_look.theme.color(ColorToken::Text));
}

void RunRowPainter::paintHead(QPainter &painter, const QRect &place) const
{
    const Theme &theme = m_look.theme;
    painter.fillRect(place, theme.color(ColorToken::Background));
    painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1),
                     theme.color(ColorToken::Border));
    painter.fillRect(QRect(place.left(), place.top(), place.width(), 1),
                     theme.color(ColorToken::Border));
    painter.setFont(m_look.tinyFont);
    painter.setPen(theme.color(ColorToken::Text2));
    const int gap = theme.px(Space::Small);
    int right = m_frame.columnsWidth;
    const auto column = [&](int width) {
        right -= width;
        return QRect(right, place.top(), width - gap, place.height());
    };
    drawRight(painter, column(m_look.costWidth), Words::tr("Cost"));
    drawRight(painter, column(m_look.tokensWidth), Words::tr("Tokens"));
    drawLeft(painter, column(m_look.modelWidth), Words::tr("Model"));
    drawLeft(painter, column(m_look.stateWidth), Words::tr("State"));
    drawLeft(painter, QRect(theme.px(Space::Large), place.top(), right, place.height()),
             Words::tr("Node"));

    painter.save();
    painter.setClipRect(QRect(m_frame.columnsWidth, place.top(),
                              m_frame.width - m_frame.columnsWidth, place.height()),
                        Qt::IntersectClip);
    painter.fillRect(m_frame.columnsWidth, place.top(), 1, place.height(),
                     theme.color(ColorToken::Border));
    const QString clock = clockText(m_frame.now);
    const int pill =
        QFontMetrics(m_look.tinyStrongFont).horizontalAdvance(clock) + theme.px(Space::Medium);
    const qreal now = m_frame.scale.x(m_frame.now);
    painter.setPen(theme.color(ColorToken::Text3));
    const qreal half = theme.px(TickGap) / 2.0;
    for (const TimeScale::Tick &tick : m_frame.scale.ticks(theme.px(TickGap))) {
        const qreal x = m_frame.scale.x(tick.at);
        if (m_frame.isTicking && qAbs(x - now) < pill / 2.0 + half / 1.5)
            continue;
        painter.drawText(QRectF(x - half, place.top(), 2 * half, place.height()), Qt::AlignCenter,
                         tick.label);
    }
    if (m_frame.isTicking && now < m_frame.width) {
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF shape(now - pill / 2.0, place.top() + theme.px(5.0), pill,
                           place.height() - 2 * theme.px(5.0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ColorToken::Text));
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);
        painter.setFont(m_look.tinyStrongFont);
        painter.setPen(theme.color(ColorToken::Surface));
        painter.drawText(shape, Qt::AlignCenter, clock);
    }
    painter.restore();
}

} // namespace kagura
