// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the parser does with the leaves of a text: paragraphs, code, tables and the like.

#include "core/markdown/markdowninline.h"
#include "core/markdown/markdownparser.h"

#include <algorithm>

namespace kagura {
namespace {

using Kind = MarkdownBlock::Kind;

//! Where to cut text of more than limit characters: behind a line end, else behind a space of the last
//! quarter, else between two whole characters.
qsizetype cutPlace(const QString &text, qsizetype limit)
{
    const qsizetype lineEnd = text.lastIndexOf(u'\n', limit - 1);
    if (lineEnd > limit / 2)
        return lineEnd + 1;
    const qsizetype space = text.lastIndexOf(u' ', limit - 1);
    if (space > limit - limit / 4)
        return space + 1;
    return text.at(limit).isLowSurrogate() ? limit - 1 : limit;
}

MarkdownBlock restOf(const MarkdownBlock &block)
{
    MarkdownBlock rest;
    rest.kind = block.kind;
    rest.language = block.language;
    rest.level = block.level;
    rest.continues = true;
    rest.containers = block.containers;
    for (MarkdownContainer &container : rest.containers)
        container.isStart = false;
    return rest;
}

bool startsBlock(const MarkdownLine &line)
{
    MarkdownLine rest = line;
    return line.headingLevel() > 0 || line.fence() || line.isRule() || rest.takeQuote()
        || rest.takeMarker();
}

} // namespace

bool MarkdownParser::continueLeaf(MarkdownLine &line, bool isMatched)
{
    if (!isMatched)
        return false;
    switch (m_state.leaf) {
    case Leaf::None:
        return false;
    case Leaf::Code:
        if (m_state.fence) {
            if (line.closes(*m_state.fence))
                closeLeaf();
            else
                addCode(line.code(m_state.fence->indent));
            return true;
        }
        if (line.isBlank()) {
            ++m_state.blankLines;
            return true;
        }
        if (line.indent() < 4) {
            m_state.isAfterBlank = m_state.blankLines > 0;
            closeLeaf();
            return false;
        }
        for (; m_state.blankLines > 0; --m_state.blankLines)
            addCode({});
        addCode(line.code(4));
        return true;
    case Leaf::Math: {
        if (line.isBlank()) {
            closeLeaf(); // so that a stray mark does not swallow the rest
            return false;
        }
        QString &text = m_blocks.last().text;
        text += u'\n';
        text += line.rest();
        if (line.rest().endsWith(text.startsWith(u'$') ? QStringView(u"$$") : QStringView(u"\\]")))
            closeLeaf();
        return true;
    }
    case Leaf::Table:
        if (line.isBlank() || startsBlock(line) || !line.rest().contains(u'|')) {
            closeLeaf();
            return false;
        }
        addRow(line.rest(), false);
        return true;
    case Leaf::Paragraph:
        if (line.isBlank())
            return false;
        if (const int level = line.underlineLevel(); level > 0 && !m_blocks.last().continues) {
            m_blocks.last().kind = Kind::Heading;
            m_blocks.last().level = level;
            closeLeaf();
            return true;
        }
        return openTable(line);
    }
    return false;
}

void MarkdownParser::openLeaf(MarkdownLine &line)
{
    if (line.isBlank())
        return;
    if (line.indent() > 3) {
        if (m_state.leaf == Leaf::Paragraph) {
            addText(line.code(line.indent()));
            return;
        }
        startBlock(Kind::Code);
        m_state.leaf = Leaf::Code;
        m_state.hasLines = false;
        m_state.fence.reset();
        addCode(line.code(4));
        return;
    }
    if (const int level = line.headingLevel(); level > 0) {
        closeLeaf();
        startBlock(Kind::Heading);
        m_blocks.last().level = level;
        setInline(m_blocks.last(), line.headingText(), m_isPreview);
    } else if (const std::optional<MarkdownLine::Fence> fence = line.fence()) {
        closeLeaf();
        startBlock(Kind::Code);
        m_blocks.last().language = fence->language;
        m_state.leaf = Leaf::Code;
        m_state.hasLines = false;
        m_state.fence = fence;
    } else if (line.isRule()) {
        closeLeaf();
        startBlock(Kind::Rule);
    } else if (!openMath(line)) {
        addText(line.code(line.indent()));
    }
}

bool MarkdownParser::openMath(const MarkdownLine &line)
{
    const QStringView text = line.rest();
    const bool isDollar = text.startsWith(u"$$") && !text.startsWith(u"$$$");
    if (!isDollar && !text.startsWith(u"\\["))
        return false;
    const QStringView close = isDollar ? QStringView(u"$$") : QStringView(u"\\]");
    const qsizetype end = text.indexOf(close, 2);
    if (end >= 0 && end + 2 < text.size())
        return false;
    closeLeaf();
    startBlock(Kind::Math);
    m_blocks.last().text = text.toString();
    m_state.leaf = end < 0 ? Leaf::Math : Leaf::None;
    return true;
}

bool MarkdownParser::openTable(const MarkdownLine &line)
{
    const QList<MarkdownBlock::Alignment> columns =
        line.indent() > 3 ? QList<MarkdownBlock::Alignment>() : delimiterRow(line.rest());
    const qsizetype lastLine = m_state.raw.lastIndexOf(u'\n') + 1;
    const QString head = m_state.raw.mid(lastLine);
    if (columns.isEmpty() || !(head.contains(u'|') || line.rest().contains(u'|'))
        || tableCells(head).size() != columns.size())
        return false;
    const MarkdownBlock paragraph = m_blocks.last();
    if (lastLine > 0) {
        m_state.raw.truncate(lastLine - 1);
        closeLeaf();
    } else {
        m_blocks.removeLast();
    }
    m_state.leaf = Leaf::Table;
    m_state.raw.clear();
    m_state.columns = columns;
    addRow(head, true);
    if (lastLine == 0) {
        m_blocks.last().containers = paragraph.containers;
        m_blocks.last().isAfterBlank = paragraph.isAfterBlank;
    }
    return true;
}

void MarkdownParser::closeLeaf()
{
    if (m_state.leaf == Leaf::Paragraph)
        setInline(m_blocks.last(), m_state.raw, false);
    m_state.leaf = Leaf::None;
    m_state.raw.clear();
    m_state.fence.reset();
    m_state.blankLines = 0;
}

void MarkdownParser::takePiece(QStringView piece)
{
    switch (m_state.leaf) {
    case Leaf::Paragraph:
        m_state.raw.append(piece);
        cutParagraph();
        return;
    case Leaf::Code:
    case Leaf::Math:
        m_blocks.last().text.append(piece);
        cutText();
        return;
    case Leaf::None:
    case Leaf::Table:
        if (piece.trimmed().isEmpty())
            return;
        closeLeaf();
        addText(piece);
        return;
    }
}

void MarkdownParser::startBlock(MarkdownBlock::Kind kind)
{
    MarkdownBlock block;
    block.kind = kind;
    block.isAfterBlank = std::exchange(m_state.isAfterBlank, false) && !m_blocks.isEmpty();
    for (Container &container : m_state.containers) {
        container.shown.isStart = !container.hasBlock;
        container.hasBlock = true;
        block.containers.append(container.shown);
    }
    m_blocks.append(block);
}

void MarkdownParser::addText(QStringView line)
{
    if (m_state.leaf == Leaf::Paragraph) {
        m_state.raw += u'\n';
    } else {
        startBlock(Kind::Paragraph);
        m_state.leaf = Leaf::Paragraph;
        m_state.raw.clear();
    }
    m_state.raw.append(line);
    cutParagraph();
}

void MarkdownParser::addCode(const QString &line)
{
    if (m_state.hasLines)
        m_blocks.last().text += u'\n';
    m_blocks.last().text += line;
    m_state.hasLines = true;
    cutText();
}

void MarkdownParser::addRow(QStringView line, bool isHeader)
{
    startBlock(Kind::TableRow);
    MarkdownBlock &row = m_blocks.last();
    row.isHeader = isHeader;
    row.columns = m_state.columns;
    QStringList cells = tableCells(line);
    // More cells than columns would be lost; they share the last column.
    while (cells.size() > row.columns.size()) {
        const QString surplus = cells.takeLast();
        cells.last() += QStringLiteral(" | ") + surplus;
    }
    cells.resize(row.columns.size());
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            row.text += u'\t';
        MarkdownInline cell = MarkdownInline::of(
            cells.at(i), m_isPreview ? MarkdownInline::End::Open : MarkdownInline::End::Closed);
        for (MarkdownSpan &span : cell.spans) {
            span.from += row.text.size();
            row.spans.append(span);
        }
        row.text += cell.text.replace(u'\t', u' ');
    }
    m_read += line.size();
}

void MarkdownParser::setInline(MarkdownBlock &block, QStringView raw, bool isOpen)
{
    m_read += raw.size();
    const MarkdownInline content =
        MarkdownInline::of(raw, isOpen ? MarkdownInline::End::Open : MarkdownInline::End::Closed);
    block.text = content.text;
    block.spans = content.spans;
}

void MarkdownParser::cutParagraph()
{
    while (m_state.raw.size() > maxBlockLength) {
        const qsizetype place = cutPlace(m_state.raw, maxBlockLength);
        MarkdownBlock &full = m_blocks.last();
        setInline(full, QStringView(m_state.raw).left(place), false);
        full.isCut = true;
        full.joint = m_state.raw.at(place - 1).isSpace() ? QStringLiteral(" ") : QString();
        m_state.raw = m_state.raw.mid(place);
        const MarkdownBlock rest = restOf(full);
        m_blocks.append(rest);
    }
}

void MarkdownParser::cutText()
{
    while (m_blocks.last().text.size() > maxBlockLength) {
        MarkdownBlock &full = m_blocks.last();
        MarkdownBlock rest = restOf(full);
        const qsizetype place = cutPlace(full.text, maxBlockLength);
        rest.text = full.text.mid(place);
        full.text.truncate(place);
        full.isCut = true;
        if (full.text.endsWith(u'\n')) {
            full.text.chop(1);
            full.joint = QStringLiteral("\n");
        }
        m_blocks.append(rest);
    }
}

} // namespace kagura
