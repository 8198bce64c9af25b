// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/blockpainter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace kagura {
namespace {

using Kind = MessageBlock::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::BlockPainter)
};

QString labelOf(const QString &language)
{
    if (language.isEmpty())
        return Words::tr("code");
    if (language.compare(QStringLiteral("mermaid"), Qt::CaseInsensitive) == 0)
        return Words::tr("mermaid diagram, as source");
    return language;
}

} // namespace

BlockPainter::BlockPainter(QPainter &painter,
                           const ChatStyle &style,
                           QPoint origin,
                           const QRect &clip)
    : m_painter(painter)
    , m_style(style)
    , m_origin(origin)
    , m_clip(clip)
{}

bool BlockPainter::isSeen(const QRect &rect) const
{
    return !rect.isNull() && rect.translated(m_origin).adjusted(0, -1, 0, 1).intersects(m_clip);
}

void BlockPainter::paintGrounds(const std::vector<BlockItem> &items)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        const BlockItem &item = items.at(i);
        if (item.frame.isNull())
            continue;
        if (item.isCard() && !item.block.continues) {
            QRect frame = item.frame;
            for (std::size_t next = i; items.at(next).block.isCut && next + 1 < items.size();
                 ++next)
                frame.setBottom(items.at(next + 1).frame.bottom());
            if (isSeen(frame))
                paintCard(frame.translated(m_origin), item);
        }
        const bool isFirst = i == 0 || items.at(i - 1).section != item.section;
        if (!item.block.containers.isEmpty())
            paintQuoteBars(item, isFirst ? nullptr : &items.at(i - 1));
        if (!isSeen(item.frame))
            continue;
        if (item.block.kind == Kind::TableRow)
            paintRow(item);
        else if (item.block.kind == Kind::Rule)
            m_painter.fillRect(QRect(item.frame.left(), item.frame.center().y(), item.frame.width(),
                                     m_style.hairline)
                                   .translated(m_origin),
                               m_style.border);
    }
}

void BlockPainter::paintCard(const QRect &frame, const BlockItem &first)
{
    m_painter.setPen(m_style.border);
    m_painter.setBrush(m_style.codeGround);
    m_painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), m_style.cardRadius,
                              m_style.cardRadius);
    if (first.block.kind != Kind::Code)
        return;
    const QRect bar(frame.left(), frame.top(), frame.width(), m_style.codeBar);
    m_painter.fillRect(QRect(frame.left() + 1, bar.bottom(), frame.width() - 2, m_style.hairline),
                       m_style.border);
    m_painter.setFont(m_style.smallFont);
    m_painter.setPen(m_style.text3);
    const QRect words = bar.adjusted(m_style.codePadX, 0, -bar.width() / 3, 0);
    m_painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        QFontMetrics(m_style.smallFont)
            .elidedText(labelOf(first.block.language), Qt::ElideRight, words.width()));
}

void BlockPainter::paintRow(const BlockItem &item)
{
    const QRect frame = item.frame.translated(m_origin);
    m_painter.fillRect(QRect(frame.left(), frame.bottom(), frame.width(), m_style.hairline),
                       item.block.isHeader ? m_style.strongBorder : m_style.border);
}

void BlockPainter::paintQuoteBars(const BlockItem &item, const BlockItem *above)
{
    int x = item.frame.left() - item.indent(m_style);
    for (const MarkdownContainer &container : item.block.containers) {
        if (container.kind == MarkdownContainer::Kind::Item) {
            x += m_style.itemIndent;
            continue;
        }
        const bool isSame = above
            && std::any_of(above->block.containers.cbegin(), above->block.containers.cend(),
                           [&](const auto &other) { return other.id == container.id; });
        const int top = isSame ? above->frame.bottom() : item.frame.top();
        const QRect bar(x, top, m_style.quoteBar, item.frame.bottom() - top + 1);
        if (isSeen(bar))
            m_painter.fillRect(bar.translated(m_origin), m_style.strongBorder);
        x += m_style.quoteIndent;
    }
}

void BlockPainter::paintItem(const BlockItem &item,
                             const TextLeaf::Range &selected,
                             const QList<TextLeaf::Range> &finds,
                             const TextLeaf::Range &current)
{
    if (!isSeen(item.frame))
        return;
    paintMarks(item);
    const bool isQuiet = item.section == TextPlace::Section::Reasoning
        || std::any_of(item.block.containers.cbegin(), item.block.containers.cend(),
                       [](const auto &container) {
                           return container.kind == MarkdownContainer::Kind::Quote;
                       });
    TextLeaf::Ink ink{isQuiet ? m_style.text2 : m_style.text, m_style.accentSoft, {}};
    ink.found = m_style.waitSoft;
    for (const BlockItem::Cell &cell : item.cells) {
        ink.selected = {selected.from - cell.start, selected.to - cell.start};
        ink.finds.clear();
        for (const TextLeaf::Range &find : finds)
            ink.finds.append({find.from - cell.start, find.to - cell.start});
        cell.leaf.draw(m_painter, cell.text.translated(m_origin).topLeft(), m_clip, ink);
    }
    if (current.from < current.to) {
        m_painter.setPen(QPen(m_style.wait, 1));
        m_painter.setBrush(Qt::NoBrush);
        for (const QRect &rect : item.rectsOf(current.from, current.to))
            m_painter.drawRoundedRect(QRectF(rect.translated(m_origin)).adjusted(-0.5, 0, 0.5, 0),
                                      2, 2);
    }
    if (item.block.kind == Kind::Rule && selected.from < selected.to)
        m_painter.fillRect(item.frame.translated(m_origin), m_style.accentSoft);
}

void BlockPainter::paintMarks(const BlockItem &item)
{
    int x = item.frame.left() - item.indent(m_style) + m_origin.x();
    const int line = item.isCard()                      ? m_style.codeBar
        : item.section == TextPlace::Section::Reasoning ? int(m_style.labelLine)
                                                        : int(m_style.textLine);
    const int top = (item.isCard() ? item.frame.top() : item.text.top()) + m_origin.y();
    int depth = 0;
    for (const MarkdownContainer &container : item.block.containers) {
        if (container.kind == MarkdownContainer::Kind::Quote) {
            x += m_style.quoteIndent;
            continue;
        }
        if (container.isStart)
            paintMark(container, depth, {x, top, m_style.itemIndent, line});
        ++depth;
        x += m_style.itemIndent;
    }
}

void BlockPainter::paintMark(const MarkdownContainer &container, int depth, const QRect &place)
{
    if (container.task != MarkdownContainer::Task::None) {
        paintTask(container.task == MarkdownContainer::Task::Done, place);
        return;
    }
    if (container.number >= 0) {
        m_painter.setFont(m_style.textFont);
        m_painter.setPen(m_style.text);
        // Long numbers reach out to the left instead of into the text.
        m_painter.drawText(place.adjusted(-place.width(), 0, -m_style.tightGap * 2, 0),
                           Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                           QStringLiteral("%1.").arg(container.number));
        return;
    }
    const qreal size = m_style.bullet;
    const QRectF dot(place.right() - m_style.itemIndent * 0.45 - size / 2,
                     place.center().y() + 1 - size / 2, size, size);
    m_painter.setPen(depth == 1 ? QPen(m_style.text2, 1) : QPen(Qt::NoPen));
    m_painter.setBrush(depth == 1 ? QBrush(Qt::NoBrush) : QBrush(m_style.text2));
    if (depth < 2)
        m_painter.drawEllipse(dot);
    else
        m_painter.drawRect(dot.adjusted(0.5, 0.5, -0.5, -0.5));
}

void BlockPainter::paintTask(bool isDone, const QRect &place)
{
    const qreal size = m_style.icon * 0.875;
    const QRectF box(place.left() + 0.5, place.center().y() - size / 2 + 0.5, size, size);
    m_painter.setPen(QPen(isDone ? m_style.accent : m_style.strongBorder, 1.25));
    m_painter.setBrush(isDone ? m_style.accentSoft : m_style.ground);
    m_painter.drawRoundedRect(box, 3, 3);
    if (!isDone)
        return;
    QPainterPath check;
    check.moveTo(box.left() + size * 0.25, box.top() + size * 0.52);
    check.lineTo(box.left() + size * 0.44, box.top() + size * 0.7);
    check.lineTo(box.left() + size * 0.76, box.top() + size * 0.32);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_style.accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPath(check);
}

} // namespace kagura
