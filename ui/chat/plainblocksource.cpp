// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/plainblocksource.h"

#include <algorithm>

namespace kagura {
namespace {

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && (line.at(indent) == u' ' || line.at(indent) == u'\t'))
        ++indent;
    return indent;
}

qsizetype runOf(QStringView line, QChar mark)
{
    qsizetype length = 0;
    while (length < line.size() && line.at(length) == mark)
        ++length;
    return length;
}

bool isFenceMark(QChar character)
{
    return character == u'`' || character == u'~';
}

//! Where to cut text of at least limit characters: behind a line end, else behind a space of the last
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

} // namespace

qsizetype PlainBlockSource::firstOpen() const
{
    return m_blocks.size() - (m_isOpen ? 1 : 0);
}

void PlainBlockSource::append(QStringView text)
{
    // Line by line, because a line decides how the next is made safe to look at.
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype lineEnd = text.indexOf(u'\n', from);
        const qsizetype to = lineEnd < 0 ? text.size() : lineEnd + 1;
        feed(m_display.next(text.mid(from, to - from),
                            m_fence ? DisplayText::Ground::Code : DisplayText::Ground::Prose));
        from = to;
    }
}

void PlainBlockSource::finish()
{
    if (!m_line.isEmpty())
        endLine();
    m_isOpen = false;
}

void PlainBlockSource::feed(QStringView shown)
{
    qsizetype from = 0;
    while (from < shown.size()) {
        const qsizetype lineEnd = shown.indexOf(u'\n', from);
        if (lineEnd < 0) {
            addToLine(shown.mid(from));
            return;
        }
        addToLine(shown.mid(from, lineEnd - from));
        endLine();
        from = lineEnd + 1;
    }
}

void PlainBlockSource::addToLine(QStringView piece)
{
    if (m_isLineShown) {
        show(piece);
        return;
    }
    m_line.append(piece);
    if (m_line.isEmpty() || mayBecomeFence())
        return;
    const QString line = std::exchange(m_line, QString());
    const qsizetype indent = m_fence ? std::min(m_fence->indent, indentOf(line)) : 0;
    m_isLineShown = true;
    if (m_hasLines)
        show(u"\n");
    show(QStringView(line).mid(indent));
}

void PlainBlockSource::endLine()
{
    const QString line = std::exchange(m_line, QString());
    if (std::exchange(m_isLineShown, false)) {
        m_hasLines = true;
        return;
    }
    if (m_fence && endsFence(line)) {
        m_fence.reset();
        m_isOpen = false;
        m_hasLines = false;
        return;
    }
    if (m_fence) {
        if (m_hasLines)
            show(u"\n");
        show(QStringView(line).mid(std::min(m_fence->indent, indentOf(line))));
        m_hasLines = true;
        return;
    }
    if (const std::optional<Fence> fence = fenceIn(line)) {
        m_fence = fence;
        m_blocks.append({.kind = MessageBlock::Kind::Code, .language = fence->language});
        m_isOpen = true;
        m_hasLines = false;
        return;
    }
    if (QStringView(line).trimmed().isEmpty()) {
        m_isOpen = false;
        m_hasLines = false;
        return;
    }
    if (m_hasLines)
        show(u"\n");
    show(line);
    m_hasLines = true;
}

void PlainBlockSource::show(QStringView piece)
{
    if (!m_isOpen) {
        m_blocks.append(MessageBlock{});
        m_isOpen = true;
    }
    // In slices, so that a huge piece is copied once and not once a cut.
    while (!piece.isEmpty()) {
        const qsizetype size = std::min(piece.size(), maxBlockLength);
        m_blocks.last().text.append(piece.left(size));
        piece = piece.mid(size);
        while (m_blocks.last().text.size() > maxBlockLength)
            cut();
    }
}

void PlainBlockSource::cut()
{
    MessageBlock rest = m_blocks.last();
    MessageBlock &full = m_blocks.last();
    const qsizetype place = cutPlace(full.text, maxBlockLength);
    rest.text = full.text.mid(place);
    rest.continues = true;
    full.text.truncate(place);
    full.isCut = true;
    if (full.text.endsWith(u'\n')) {
        full.text.chop(1);
        full.joint = QStringLiteral("\n");
    }
    m_blocks.append(rest);
}

bool PlainBlockSource::mayBecomeFence() const
{
    const QStringView line = QStringView(m_line).mid(indentOf(m_line));
    if (line.isEmpty())
        return true;
    if (!isFenceMark(line.first()))
        return false;
    const qsizetype run = runOf(line, line.first());
    const QStringView behind = line.mid(run).trimmed();
    if (m_fence)
        return line.first() == m_fence->mark && behind.isEmpty();
    return behind.isEmpty() || (run >= 3 && fenceIn(m_line).has_value());
}

std::optional<PlainBlockSource::Fence> PlainBlockSource::fenceIn(QStringView line) const
{
    const qsizetype indent = indentOf(line);
    line = line.mid(indent);
    if (line.isEmpty() || !isFenceMark(line.first()))
        return std::nullopt;
    const qsizetype run = runOf(line, line.first());
    const QStringView info = line.mid(run).trimmed();
    if (run < 3 || (line.first() == u'`' && info.contains(u'`')) || info.size() > 200)
        return std::nullopt;
    const qsizetype space = info.indexOf(u' ');
    return Fence{line.first(), run, indent, info.left(space < 0 ? info.size() : space).toString()};
}

bool PlainBlockSource::endsFence(QStringView line) const
{
    line = line.trimmed();
    return !line.isEmpty() && line.first() == m_fence->mark
        && runOf(line, m_fence->mark) == line.size() && line.size() >= m_fence->length;
}

} // namespace kagura
