// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/blockitem.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace kagura {
namespace {

using Kind = MessageBlock::Kind;

Qt::Alignment alignmentOf(MessageBlock::Alignment column)
{
    switch (column) {
    case MessageBlock::Alignment::Left:
        return Qt::AlignAbsolute | Qt::AlignLeft;
    case MessageBlock::Alignment::Center:
        return Qt::AlignHCenter;
    case MessageBlock::Alignment::Right:
        return Qt::AlignAbsolute | Qt::AlignRight;
    case MessageBlock::Alignment::None:
        break;
    }
    return {};
}

//! The spans of [from, to), counted from there.
QList<TextLeaf::Run> runsIn(const QList<MarkdownSpan> &spans, qsizetype from, qsizetype to)
{
    QList<TextLeaf::Run> runs;
    for (const MarkdownSpan &span : spans) {
        const qsizetype start = std::max(span.from, from);
        const qsizetype end = std::min(span.from + span.length, to);
        if (start < end)
            runs.append({start - from, end - start, span.styles});
    }
    return runs;
}

bool startsItem(const BlockItem &item)
{
    return !item.block.containers.isEmpty() && item.block.containers.last().isStart
        && item.block.containers.last().kind == MarkdownContainer::Kind::Item;
}

} // namespace

void BlockItem::take(const MessageBlock &taken, const QList<TextLeaf::Run> &codeRuns)
{
    block = taken;
    if (block.kind != Kind::TableRow) {
        cells.resize(1);
        cells.front().start = 0;
        cells.front().leaf.setText(
            block.text,
            block.kind == Kind::Code ? codeRuns : runsIn(block.spans, 0, block.text.size()));
        return;
    }
    const QStringList texts = block.text.split(u'\t');
    cells.resize(std::size_t(texts.size()));
    qsizetype start = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QString &written = texts.at(qsizetype(i));
        Cell &cell = cells[i];
        cell.start = start;
        if (cell.leaf.text() != written)
            cell.natural = -1;
        cell.leaf.setText(written, runsIn(block.spans, start, start + written.size()));
        start += written.size() + 1;
    }
}

TextLeaf::Shape BlockItem::shapeOf(std::size_t cell, const ChatStyle &style, int width) const
{
    switch (block.kind) {
    case Kind::Code:
    case Kind::Math:
        return style.codeShape(width);
    case Kind::Heading:
        return style.headingShape(block.level, width);
    case Kind::TableRow:
        return style.cellShape(block.isHeader, width,
                               alignmentOf(block.columns.value(qsizetype(cell))));
    case Kind::Paragraph:
    case Kind::Rule:
        break;
    }
    return section == TextPlace::Section::Reasoning ? style.labelShape(width)
                                                    : style.textShape(width);
}

int BlockItem::indent(const ChatStyle &style) const
{
    int indent = 0;
    for (const MarkdownContainer &container : block.containers)
        indent +=
            container.kind == MarkdownContainer::Kind::Quote ? style.quoteIndent : style.itemIndent;
    return indent;
}

int BlockItem::place(const ChatStyle &style,
                     const QRect &column,
                     const QList<int> &columnWidths,
                     const Window &window,
                     int &y)
{
    const int top = y;
    // However deep it stands, there is room for some words.
    const int left = column.left() + std::min(indent(style), column.width() / 2);
    QRect area(left, y, column.right() - left + 1, 0);
    const bool isRow = block.kind == Kind::TableRow;
    int bottomPad = 0;
    if (isCard()) {
        area.adjust(style.codePadX, 0, -style.codePadX, 0);
        if (!block.continues)
            y += (block.kind == Kind::Code ? style.codeBar : 0) + style.codePadY;
        bottomPad = block.isCut ? 0 : style.codePadY;
    } else if (isRow) {
        y += style.cellPadY;
        bottomPad = style.cellPadY;
    }
    int x = area.left();
    int height = 0;
    int shaped = 0;
    const qreal character = isCard() ? style.codeCharacter : style.textCharacter;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Cell &cell = cells[i];
        const int width = isRow ? std::max(1, columnWidths.value(qsizetype(i), 1)) : area.width();
        const TextLeaf::Shape shape = shapeOf(i, style, width);
        cell.leaf.prepare(shape, character);
        const int expected = y + int(std::ceil(cell.leaf.height()));
        const bool isWanted = expected >= window.from && top < window.to;
        if (isWanted)
            shaped += cell.leaf.layOut(shape);
        else if (window.keptFar > 0
                 && (expected < window.from - window.keptFar || top > window.to + window.keptFar))
            cell.leaf.release();
        const int cellHeight = int(std::ceil(cell.leaf.height()));
        cell.text = {isRow ? x + style.cellPadX : x, y, width, cellHeight};
        height = std::max(height, cellHeight);
        x += width + 2 * style.cellPadX;
    }
    if (block.kind == Kind::Rule)
        height = style.ruleHeight;
    text = isRow ? QRect(left, y, x - left, height) : QRect(area.left(), y, area.width(), height);
    y += height + bottomPad;
    frame = {left, top, isRow ? text.width() : column.right() - left + 1, y - top};
    return shaped;
}

void BlockItem::hide()
{
    frame = {};
    text = {};
    for (Cell &cell : cells)
        cell.text = {};
}

bool BlockItem::isLaidOut() const
{
    return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](const Cell &cell) {
        return cell.leaf.isLaidOut();
    });
}

void BlockItem::release()
{
    for (Cell &cell : cells)
        cell.leaf.release();
}

qsizetype BlockItem::positionAt(const QPointF &point) const
{
    const Cell *found = &cells.front();
    for (const Cell &cell : cells) {
        // Between two cells the nearer one is meant.
        if (found->text.right() + cell.text.left() <= 2 * point.x())
            found = &cell;
    }
    return found->start + found->leaf.positionAt(point - found->text.topLeft());
}

QList<QRect> BlockItem::rectsOf(qsizetype from, qsizetype to) const
{
    QList<QRect> rects;
    for (const Cell &cell : cells) {
        for (const QRectF &rect : cell.leaf.rectsOf({from - cell.start, to - cell.start}))
            rects.append(rect.translated(cell.text.topLeft()).toAlignedRect());
    }
    return rects;
}

QRectF BlockItem::endCaret() const
{
    const auto last = std::find_if(cells.rbegin(), cells.rend(),
                                   [](const Cell &cell) { return !cell.leaf.text().isEmpty(); });
    const Cell &cell = last == cells.rend() ? cells.front() : *last;
    return cell.leaf.endCaret().translated(cell.text.topLeft());
}

qreal BlockItem::naturalWidth(std::size_t cell, const ChatStyle &style)
{
    const QFont &font = block.isHeader ? style.cellHeaderFont : style.labelFont;
    if (font != m_measured) {
        m_measured = font;
        for (Cell &each : cells)
            each.natural = -1;
    }
    Cell &asked = cells[cell];
    if (asked.natural < 0) {
        const QFontMetricsF metrics(font);
        asked.natural = 0;
        for (const QString &line : asked.leaf.text().split(u'\n'))
            asked.natural = std::max(asked.natural, metrics.horizontalAdvance(line));
        // Strong words and code are wider than the font that was asked.
        asked.natural = std::ceil(asked.natural * 1.06) + 2;
    }
    return asked.natural;
}

int gapBetween(const BlockItem &above, const BlockItem &below, const ChatStyle &style)
{
    if (below.block.continues)
        return 0;
    const bool isRow = below.block.kind == Kind::TableRow;
    if (isRow && above.block.kind == Kind::TableRow && !below.block.isHeader)
        return 0;
    if (below.isCard() || above.isCard())
        return std::max(style.codeGapBelow, below.isCard() ? style.codeGapAbove : 0);
    if (below.block.kind == Kind::Heading)
        return above.block.kind == Kind::Heading ? style.paragraphGap : style.headingGap;
    if (above.block.kind == Kind::Heading)
        return style.headingGapBelow;
    if (startsItem(below) && !below.block.isAfterBlank && !above.block.containers.isEmpty())
        return style.tightGap;
    return startsItem(below) && !below.block.isAfterBlank ? style.paragraphGap / 2
                                                          : style.paragraphGap;
}

QList<int> tableColumns(std::vector<BlockItem> &items,
                        std::size_t first,
                        std::size_t last,
                        const ChatStyle &style,
                        int available)
{
    const std::size_t count = items[first].cells.size();
    QList<qreal> natural(qsizetype(count), qreal(style.cellPadX));
    for (std::size_t row = first; row < last; ++row) {
        for (std::size_t i = 0; i < std::min(count, items[row].cells.size()); ++i)
            natural[qsizetype(i)] =
                std::max(natural.at(qsizetype(i)), items[row].naturalWidth(i, style));
    }
    qreal left = available - 2.0 * style.cellPadX * qreal(count);
    QList<int> widths(qsizetype(count), 0);
    // Whoever needs less than an equal share gets what it needs, and the others share the rest.
    QList<qsizetype> order;
    for (qsizetype i = 0; i < qsizetype(count); ++i)
        order.append(i);
    std::sort(order.begin(), order.end(),
              [&](qsizetype a, qsizetype b) { return natural.at(a) < natural.at(b); });
    for (qsizetype i = 0; i < order.size(); ++i) {
        const qreal share = left / qreal(order.size() - i);
        const qreal width = std::max(1.0, std::floor(std::min(natural.at(order.at(i)), share)));
        widths[order.at(i)] = int(width);
        left -= width;
    }
    return widths;
}

} // namespace kagura
