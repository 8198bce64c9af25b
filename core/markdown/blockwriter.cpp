// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/blockwriter.h"

#include "core/markdown/markdowninline.h"
#include "core/markdown/spanwriter.h"

#include <algorithm>

namespace kagura {
namespace {

using Kind = MarkdownBlock::Kind;
using Container = MarkdownContainer;

//! The part of a block between two places of its text.
MarkdownBlock partOf(const MarkdownBlock &block, qsizetype from, qsizetype to)
{
    MarkdownBlock part = block;
    part.text = block.text.mid(from, to - from);
    part.spans.clear();
    for (const MarkdownSpan &span : block.spans) {
        const qsizetype start = std::max(span.from, from);
        const qsizetype end = std::min(span.from + span.length, to);
        if (start >= end)
            continue;
        MarkdownSpan cut = span;
        cut.from = start - from;
        cut.length = end - start;
        part.spans.append(cut);
    }
    if (from > 0) { // it does not begin what it stands in
        for (Container &container : part.containers)
            container.isStart = false;
    }
    return part;
}

QString markOf(const Container &container)
{
    const QString mark =
        container.number < 0 ? QStringLiteral("- ") : QStringLiteral("%1. ").arg(container.number);
    switch (container.task) {
    case Container::Task::None:
        return mark;
    case Container::Task::Open:
        return mark + QStringLiteral("[ ] ");
    case Container::Task::Done:
        return mark + QStringLiteral("[x] ");
    }
    return mark;
}

QString prefixOf(const MarkdownBlock &block, BlockWriter::Format format, bool isFirstLine)
{
    QString prefix;
    for (const Container &container : block.containers) {
        if (container.kind == Container::Kind::Quote) {
            prefix += format == BlockWriter::Format::Markdown ? QStringLiteral("> ") : QString();
            continue;
        }
        const QString mark = markOf(container);
        const qsizetype width = container.number < 0 ? 2 : mark.indexOf(u' ') + 1;
        prefix += isFirstLine && container.isStart ? mark : QString(width, u' ');
    }
    return prefix;
}

//! What an empty line between two blocks has to begin with so that it stays inside their quotes.
QString blankPrefix(const MarkdownBlock &above, const MarkdownBlock &below)
{
    QString prefix;
    for (qsizetype i = 0; i < std::min(above.containers.size(), below.containers.size()); ++i) {
        const Container &container = above.containers.at(i);
        if (container.id != below.containers.at(i).id)
            break;
        prefix +=
            container.kind == Container::Kind::Quote ? QStringLiteral("> ") : QStringLiteral("  ");
    }
    while (prefix.endsWith(u' '))
        prefix.chop(1);
    return prefix;
}

QString fenceFor(const QString &code)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar character : code) {
        run = character == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(longest + 1, u'`');
}

QString delimiterLine(const MarkdownBlock &row)
{
    QString line = QStringLiteral("|");
    for (const MarkdownBlock::Alignment column : row.columns) {
        const bool isLeft =
            column == MarkdownBlock::Alignment::Left || column == MarkdownBlock::Alignment::Center;
        const bool isRight =
            column == MarkdownBlock::Alignment::Right || column == MarkdownBlock::Alignment::Center;
        line += (isLeft ? QStringLiteral(":") : QString()) + QStringLiteral("---")
            + (isRight ? QStringLiteral(":|") : QStringLiteral("|"));
    }
    return line;
}

QList<MarkdownBlock> cellsOf(const MarkdownBlock &row)
{
    QList<MarkdownBlock> cells;
    qsizetype from = 0;
    while (from <= row.text.size()) {
        const qsizetype tab = row.text.indexOf(u'\t', from);
        const qsizetype to = tab < 0 ? row.text.size() : tab;
        cells.append(partOf(row, from, to));
        from = to + 1;
    }
    return cells;
}

QString markdownOf(const MarkdownBlock &block)
{
    switch (block.kind) {
    case Kind::Heading:
        return QString(block.level, u'#') + u' ' + inlineMarkdown(block.text, block.spans);
    case Kind::Rule:
        return QStringLiteral("---");
    case Kind::Math:
        return block.text;
    case Kind::Code: {
        const QString fence = fenceFor(block.text);
        return (block.continues ? QString() : fence + block.language + u'\n') + block.text
            + (block.isCut ? QString() : u'\n' + fence);
    }
    case Kind::TableRow: {
        QString line = QStringLiteral("|");
        for (const MarkdownBlock &cell : cellsOf(block)) {
            QString words = inlineMarkdown(cell.text, cell.spans);
            words.replace(u'|', QStringLiteral("\\|"));
            words.replace(QStringLiteral("\\\n"), QStringLiteral("<br>"));
            line += u' ' + words + QStringLiteral(" |");
        }
        return block.isHeader ? line + u'\n' + delimiterLine(block) : line;
    }
    case Kind::Paragraph:
        break;
    }
    return paragraphMarkdown(block.text, block.spans);
}

QString tagOf(const MarkdownBlock &block)
{
    switch (block.kind) {
    case Kind::Heading:
        return QStringLiteral("h%1").arg(block.level);
    case Kind::Code:
    case Kind::Math:
        return QStringLiteral("pre");
    default:
        return QStringLiteral("p");
    }
}

QString htmlOf(const MarkdownBlock &block)
{
    if (block.kind == Kind::Rule)
        return QStringLiteral("<hr>");
    if (block.kind == Kind::TableRow) {
        const QString tag = block.isHeader ? QStringLiteral("th") : QStringLiteral("td");
        QString row = QStringLiteral("<tr>");
        for (const MarkdownBlock &cell : cellsOf(block))
            row += QStringLiteral("<%1>%2</%1>").arg(tag, inlineHtml(cell.text, cell.spans));
        return row + QStringLiteral("</tr>");
    }
    const bool isSource = block.kind == Kind::Code || block.kind == Kind::Math;
    return QStringLiteral("<%1>").arg(tagOf(block))
        + (isSource ? block.text.toHtmlEscaped() : inlineHtml(block.text, block.spans))
        + QStringLiteral("</%1>").arg(tagOf(block));
}

QString listTag(const Container &container)
{
    return container.kind == Container::Kind::Quote ? QString()
        : container.number < 0                      ? QStringLiteral("ul")
                                                    : QStringLiteral("ol");
}

} // namespace

BlockWriter::BlockWriter(const QList<MarkdownBlock> &blocks, const Place &from, const Place &to)
    : m_blocks(blocks)
    , m_from(from)
    , m_to(to)
{}

QString BlockWriter::text(Format format) const
{
    const QList<MarkdownBlock> blocks = selected();
    const bool isInOne = blocks.size() == 1;
    const bool isPart =
        isInOne && blocks.first().text.size() < m_blocks.at(m_from.block).text.size();
    if (format == Format::Html)
        return html(blocks);
    if (isPart && blocks.first().kind != Kind::Paragraph)
        return format == Format::Plain || blocks.first().kind == Kind::Code
            ? blocks.first().text
            : inlineMarkdown(blocks.first().text, blocks.first().spans);
    return lines(blocks, format);
}

QList<MarkdownBlock> BlockWriter::selected() const
{
    QList<MarkdownBlock> blocks;
    const qsizetype first = std::max<qsizetype>(0, m_from.block);
    for (qsizetype i = first; i < m_blocks.size() && i <= m_to.block; ++i) {
        const MarkdownBlock &block = m_blocks.at(i);
        const qsizetype size = block.text.size();
        const qsizetype from =
            i == m_from.block ? std::clamp<qsizetype>(m_from.offset, 0, size) : 0;
        const qsizetype to = i == m_to.block ? std::clamp<qsizetype>(m_to.offset, 0, size) : size;
        if (from >= to && size > 0)
            continue;
        blocks.append(block.kind == Kind::TableRow && m_from.block != m_to.block
                          ? block
                          : partOf(block, from, to));
    }
    return blocks;
}

QString BlockWriter::lines(const QList<MarkdownBlock> &blocks, Format format) const
{
    QString out;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const MarkdownBlock &block = blocks.at(i);
        if (i > 0 && block.continues) {
            out += blocks.at(i - 1).joint;
        } else if (i > 0) {
            const bool isRow = block.kind == Kind::TableRow && !block.isHeader
                && blocks.at(i - 1).kind == Kind::TableRow;
            const bool isTight = !block.isAfterBlank && !block.containers.isEmpty()
                && block.containers.last().isStart
                && block.containers.last().kind == Container::Kind::Item;
            out += isRow || isTight          ? QStringLiteral("\n")
                : format == Format::Markdown ? u'\n' + blankPrefix(blocks.at(i - 1), block) + u'\n'
                                             : QStringLiteral("\n\n");
        }
        QString body = format == Format::Markdown ? markdownOf(block) : block.text;
        if (block.continues && i > 0) {
            out += body;
            continue;
        }
        body.replace(u'\n', u'\n' + prefixOf(block, format, false));
        out += prefixOf(block, format, true) + body;
    }
    return out;
}

QString BlockWriter::html(const QList<MarkdownBlock> &blocks) const
{
    QString out;
    QList<Container> open;
    bool isInTable = false;
    const auto closeTo = [&](qsizetype kept, const Container *next) {
        while (open.size() > kept) {
            const Container last = open.takeLast();
            const QString tag = listTag(last);
            const bool goesOn =
                next && open.size() == kept && !tag.isEmpty() && listTag(*next) == tag;
            out += tag.isEmpty() ? QStringLiteral("</blockquote>") : QStringLiteral("</li>");
            if (!tag.isEmpty() && !goesOn)
                out += QStringLiteral("</%1>").arg(tag);
        }
    };
    for (const MarkdownBlock &block : blocks) {
        qsizetype common = 0;
        while (common < std::min(open.size(), block.containers.size())
               && open.at(common).id == block.containers.at(common).id)
            ++common;
        const bool isRow = block.kind == Kind::TableRow;
        if (isInTable && (!isRow || block.isHeader))
            out += QStringLiteral("</table>");
        const Container *next =
            common < block.containers.size() ? &block.containers.at(common) : nullptr;
        const QString before = common < open.size() ? listTag(open.at(common)) : QString();
        closeTo(common, next);
        for (qsizetype i = common; i < block.containers.size(); ++i) {
            const Container &container = block.containers.at(i);
            const QString tag = listTag(container);
            if (tag.isEmpty())
                out += QStringLiteral("<blockquote>");
            else if (i == common && before == tag)
                out += QStringLiteral("<li>");
            else if (container.number > 1)
                out += QStringLiteral("<ol start=\"%1\"><li>").arg(container.number);
            else
                out += QStringLiteral("<%1><li>").arg(tag);
            if (container.task != Container::Task::None)
                out += container.task == Container::Task::Done ? QStringLiteral("\u2611 ")
                                                               : QStringLiteral("\u2610 ");
            open.append(container);
        }
        if (isRow && (!isInTable || block.isHeader))
            out += QStringLiteral("<table>");
        isInTable = isRow;
        out += htmlOf(block);
    }
    if (isInTable)
        out += QStringLiteral("</table>");
    closeTo(0, nullptr);
    return out;
}

} // namespace kagura
