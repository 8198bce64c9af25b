// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/markdownparser.h"

#include <algorithm>

namespace kagura {
namespace {

// A line of marks that is longer than this is shown even though it may still turn out to be something.
constexpr qsizetype longestHeld = 1000;

bool isFilledBy(QStringView text, QStringView characters)
{
    return std::all_of(text.begin(), text.end(),
                       [&](QChar character) { return characters.contains(character); });
}

//! What stands behind quote and list marks; says whether a list mark was among them.
QStringView behindContainers(QStringView text, bool &isItem)
{
    for (;;) {
        qsizetype at = 0;
        while (at < text.size() && QStringView(u" \t>").contains(text.at(at)))
            ++at;
        text = text.mid(at);
        at = 0;
        while (at < text.size() && text.at(at).isDigit())
            ++at;
        const bool isMark = at < text.size() && at + 1 < text.size()
            && QStringView(at > 0 ? u".)" : u"-+*").contains(text.at(at))
            && text.at(at + 1).isSpace();
        if (!isMark)
            return text;
        isItem = true;
        text = text.mid(at + 1);
    }
}

} // namespace

void MarkdownParser::append(QStringView text)
{
    feed(text);
    show();
}

void MarkdownParser::feed(QStringView text)
{
    undoPreview();
    m_read += text.size();
    m_line.append(text);
    const QString pending = std::exchange(m_line, QString());
    qsizetype from = 0;
    for (;;) {
        const qsizetype lineEnd = pending.indexOf(u'\n', from);
        const qsizetype end = lineEnd < 0 ? pending.size() : lineEnd;
        while (end - from > maxPiece) {
            const bool splitsPair = pending.at(from + maxPiece).isLowSurrogate();
            const qsizetype size = splitsPair ? maxPiece - 1 : maxPiece;
            takeLine(QStringView(pending).mid(from, size), false);
            from += size;
        }
        if (lineEnd < 0)
            break;
        takeLine(QStringView(pending).mid(from, end - from), true);
        from = lineEnd + 1;
    }
    m_line = pending.mid(from);
}

void MarkdownParser::show()
{
    undoPreview();
    const bool hasOpenBlock =
        m_state.leaf != Leaf::None && m_state.leaf != Leaf::Table && !m_blocks.isEmpty();
    m_firstOpen = m_blocks.size() - (hasOpenBlock ? 1 : 0);
    preview();
}

void MarkdownParser::finish()
{
    undoPreview();
    const QString line = std::exchange(m_line, QString());
    if (!line.isEmpty() || m_state.isInLine)
        takeLine(line, true);
    closeContainers(0);
    closeLeaf();
    m_firstOpen = m_blocks.size();
}

void MarkdownParser::takeLine(QStringView line, bool isEnd)
{
    if (m_state.isInLine)
        takePiece(line);
    else
        takeWholeLine(line);
    m_state.isInLine = !isEnd;
}

void MarkdownParser::takeWholeLine(QStringView text)
{
    MarkdownLine line(text);
    const qsizetype matched = matchContainers(line);
    const bool isMatched = matched == m_state.containers.size();
    if (continueLeaf(line, isMatched))
        return;
    if (line.isBlank()) {
        closeContainers(matched);
        closeLeaf();
        m_state.isAfterBlank = true;
        return;
    }
    if (!openContainers(line, matched)) {
        const bool startsLeaf =
            line.indent() <= 3 && (line.headingLevel() > 0 || line.isRule() || line.fence());
        if (m_state.leaf == Leaf::Paragraph && !isMatched && !startsLeaf) {
            addText(line.code(line.indent())); // a lazy line
            return;
        }
        closeContainers(matched);
    }
    openLeaf(line);
}

qsizetype MarkdownParser::matchContainers(MarkdownLine &line) const
{
    for (qsizetype i = 0; i < m_state.containers.size(); ++i) {
        const Container &container = m_state.containers.at(i);
        if (container.shown.kind == MarkdownContainer::Kind::Quote) {
            if (!line.takeQuote())
                return i;
        } else {
            if (!line.isBlank() && line.indent() < container.contentIndent)
                return i;
            line.skip(container.contentIndent);
        }
    }
    return m_state.containers.size();
}

bool MarkdownParser::openContainers(MarkdownLine &line, qsizetype matched)
{
    bool hasOpened = false;
    while (line.indent() <= 3 && (hasOpened ? m_state.containers.size() : matched) < maxDepth) {
        MarkdownLine behind = line;
        if (behind.takeQuote()) {
            if (!hasOpened)
                closeContainers(matched);
            closeLeaf();
            m_state.containers.append(
                Container{{.kind = MarkdownContainer::Kind::Quote, .id = m_state.nextId++}, {}});
        } else {
            if (line.isRule())
                break;
            const std::optional<MarkdownLine::Marker> marker = behind.takeMarker();
            if (!marker || (!hasOpened && !interruptsParagraph(*marker, matched)))
                break;
            int number = marker->number;
            if (!hasOpened && matched < m_state.containers.size()) {
                const Container &before = m_state.containers.at(matched);
                if (before.mark == marker->mark && number >= 0)
                    number = before.shown.number + 1;
            }
            if (!hasOpened)
                closeContainers(matched);
            closeLeaf();
            openItem(*marker, behind);
            m_state.containers.last().shown.number = number;
        }
        hasOpened = true;
        line = behind;
        if (line.isBlank())
            break;
    }
    return hasOpened;
}

bool MarkdownParser::interruptsParagraph(const MarkdownLine::Marker &marker,
                                         qsizetype matched) const
{
    if (m_state.leaf != Leaf::Paragraph || matched < m_state.containers.size())
        return true;
    return !marker.isEmpty && marker.number <= 1;
}

void MarkdownParser::openItem(const MarkdownLine::Marker &marker, MarkdownLine &line)
{
    Container item;
    item.shown.kind = MarkdownContainer::Kind::Item;
    item.shown.id = m_state.nextId++;
    item.shown.task = line.takeTask();
    item.mark = marker.mark;
    item.contentIndent = marker.contentIndent;
    m_state.containers.append(item);
}

void MarkdownParser::closeContainers(qsizetype kept)
{
    if (m_state.containers.size() <= kept)
        return;
    closeLeaf();
    while (m_state.containers.size() > kept) {
        const Container &last = m_state.containers.last();
        if (last.shown.kind == MarkdownContainer::Kind::Item && !last.hasBlock)
            startBlock(MarkdownBlock::Kind::Paragraph); // an empty item is an item
        m_state.containers.removeLast();
    }
}

void MarkdownParser::preview()
{
    m_base = m_state;
    m_savedCount = m_blocks.size();
    if (!m_blocks.isEmpty())
        m_savedLast = m_blocks.last();
    m_isPreview = true;
    const bool isHeld = m_line.isEmpty() || isHeldBack();
    if (!isHeld) {
        m_read += m_line.size();
        takeLine(m_line, false);
    }
    if (m_state.leaf != Leaf::Paragraph)
        return;
    QStringView shown = m_state.raw;
    if (isHeld) {
        const qsizetype lastLine = shown.lastIndexOf(u'\n') + 1;
        if (mayBeTableHead(shown.mid(lastLine)))
            shown = shown.left(std::max<qsizetype>(0, lastLine - 1));
    }
    if (shown.isEmpty() && !m_blocks.last().continues)
        m_blocks.removeLast();
    else
        setInline(m_blocks.last(), shown, true);
}

void MarkdownParser::undoPreview()
{
    if (!std::exchange(m_isPreview, false))
        return;
    m_state = m_base;
    if (m_blocks.size() > m_savedCount)
        m_blocks.remove(m_savedCount, m_blocks.size() - m_savedCount);
    if (m_savedLast && m_blocks.size() == m_savedCount)
        m_blocks.last() = *m_savedLast;
    else if (m_savedLast)
        m_blocks.append(*m_savedLast);
    m_savedLast.reset();
}

bool MarkdownParser::isHeldBack() const
{
    if (m_state.isInLine || m_line.size() > longestHeld)
        return false;
    if (m_state.leaf == Leaf::Code && m_state.fence) {
        QStringView rest = m_line;
        while (!rest.isEmpty() && QStringView(u" \t>").contains(rest.front()))
            rest = rest.mid(1);
        return isFilledBy(rest.trimmed(), QString(m_state.fence->mark));
    }
    bool isItem = false;
    const QStringView rest = behindContainers(m_line, isItem);
    if (isFilledBy(rest, u" \t-=`~|:*_+#>$\\[].)0123456789"))
        return true;
    if ((rest.startsWith(u"```") && rest.lastIndexOf(u'`') == rest.indexOf(u"```") + 2)
        || rest.startsWith(u"~~~"))
        return true;
    if (isItem && (rest.startsWith(u"[x") || rest.startsWith(u"[X")) && rest.size() <= 4)
        return true;
    if (rest.startsWith(u"$$") || rest.startsWith(u"\\["))
        return m_state.leaf != Leaf::Math;
    return m_state.leaf != Leaf::Table && mayBeTableHead(rest);
}

bool MarkdownParser::mayBeTableHead(QStringView line) const
{
    return line.trimmed().startsWith(u'|');
}

} // namespace kagura
