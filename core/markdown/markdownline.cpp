// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/markdownline.h"

#include <QStringList>

#include <algorithm>

namespace kagura {
namespace {

constexpr int tabWidth = 4;

bool isSpace(QChar character)
{
    return character == u' ' || character == u'\t';
}

qsizetype runOf(QStringView text, QChar mark)
{
    qsizetype length = 0;
    while (length < text.size() && text.at(length) == mark)
        ++length;
    return length;
}

} // namespace

int MarkdownLine::indent() const
{
    int column = m_column + m_owed;
    for (qsizetype at = m_at; at < m_text.size() && isSpace(m_text.at(at)); ++at)
        column += m_text.at(at) == u'\t' ? tabWidth - column % tabWidth : 1;
    return column - m_column;
}

QStringView MarkdownLine::rest() const
{
    return m_text.mid(m_at).trimmed();
}

QString MarkdownLine::code(int skipped) const
{
    MarkdownLine line = *this;
    line.skip(std::min(skipped, line.indent()));
    return QString(line.m_owed, u' ') + line.m_text.mid(line.m_at).toString();
}

void MarkdownLine::skip(int columns)
{
    while (columns > 0) {
        if (m_owed > 0) {
            --m_owed;
            ++m_column;
            --columns;
            continue;
        }
        if (m_at >= m_text.size() || !isSpace(m_text.at(m_at)))
            return;
        if (m_text.at(m_at++) == u'\t') {
            m_owed = tabWidth - m_column % tabWidth;
        } else {
            ++m_column;
            --columns;
        }
    }
}

bool MarkdownLine::takeQuote()
{
    if (indent() > 3 || !rest().startsWith(u'>'))
        return false;
    skip(indent());
    ++m_at;
    ++m_column;
    if (indent() > 0)
        skip(1);
    return true;
}

std::optional<MarkdownLine::Marker> MarkdownLine::takeMarker()
{
    const int before = indent();
    if (before > 3)
        return std::nullopt;
    const QStringView text = rest();
    qsizetype digits = 0;
    while (digits < text.size() && text.at(digits) >= u'0' && text.at(digits) <= u'9')
        ++digits;
    if (digits >= text.size() || digits > 9)
        return std::nullopt;
    Marker marker;
    marker.mark = text.at(digits);
    if (digits > 0)
        marker.number = text.left(digits).toInt();
    if (!QStringView(digits > 0 ? u".)" : u"-+*").contains(marker.mark))
        return std::nullopt;
    MarkdownLine behind = *this;
    behind.skip(before);
    behind.m_at += digits + 1;
    behind.m_column += int(digits) + 1;
    const int spaces = behind.indent();
    marker.isEmpty = behind.isBlank();
    if (spaces == 0 && !marker.isEmpty)
        return std::nullopt;
    const int inside = marker.isEmpty || spaces > tabWidth ? 1 : spaces;
    marker.contentIndent = before + int(digits) + 1 + inside;
    *this = behind;
    skip(std::min(inside, spaces));
    return marker;
}

MarkdownContainer::Task MarkdownLine::takeTask()
{
    const QStringView text = rest();
    if (indent() > 3 || text.size() < 4 || text.at(0) != u'[' || text.at(2) != u']'
        || !isSpace(text.at(3)))
        return MarkdownContainer::Task::None;
    const QChar mark = text.at(1);
    if (mark != u' ' && mark != u'x' && mark != u'X')
        return MarkdownContainer::Task::None;
    skip(indent());
    m_at += 4;
    m_column += 4;
    return mark == u' ' ? MarkdownContainer::Task::Open : MarkdownContainer::Task::Done;
}

bool MarkdownLine::isRule() const
{
    const QStringView text = rest();
    if (indent() > 3 || text.isEmpty() || !QStringView(u"-*_").contains(text.front()))
        return false;
    const bool isOnlyMarks = std::all_of(text.begin(), text.end(), [&](QChar character) {
        return character == text.front() || isSpace(character);
    });
    return isOnlyMarks && text.count(text.front()) >= 3;
}

int MarkdownLine::headingLevel() const
{
    const QStringView text = rest();
    const qsizetype run = runOf(text, u'#');
    const bool isHeading =
        indent() <= 3 && run >= 1 && run <= 6 && (run == text.size() || isSpace(text.at(run)));
    return isHeading ? int(run) : 0;
}

QStringView MarkdownLine::headingText() const
{
    const QStringView text = rest().mid(headingLevel()).trimmed();
    qsizetype end = text.size();
    while (end > 0 && text.at(end - 1) == u'#')
        --end;
    const bool hasTail = end < text.size() && (end == 0 || isSpace(text.at(end - 1)));
    return hasTail ? text.left(end).trimmed() : text;
}

int MarkdownLine::underlineLevel() const
{
    const QStringView text = rest();
    if (indent() > 3 || text.isEmpty())
        return 0;
    const QChar mark = text.front();
    if ((mark != u'=' && mark != u'-') || runOf(text, mark) != text.size())
        return 0;
    return mark == u'=' ? 1 : 2;
}

std::optional<MarkdownLine::Fence> MarkdownLine::fence() const
{
    const QStringView text = rest();
    if (indent() > 3 || text.isEmpty() || (text.front() != u'`' && text.front() != u'~'))
        return std::nullopt;
    const qsizetype run = runOf(text, text.front());
    const QStringView info = text.mid(run).trimmed();
    if (run < 3 || (text.front() == u'`' && info.contains(u'`')))
        return std::nullopt;
    qsizetype end = 0;
    while (end < info.size() && !info.at(end).isSpace() && end < 60)
        ++end;
    return Fence{text.front(), run, indent(), info.left(end).toString()};
}

bool MarkdownLine::closes(const Fence &fence) const
{
    const QStringView text = rest();
    return indent() <= 3 && runOf(text, fence.mark) == text.size() && text.size() >= fence.length;
}

QStringList tableCells(QStringView line)
{
    line = line.trimmed();
    if (line.startsWith(u'|'))
        line = line.mid(1);
    QStringList cells;
    QString cell;
    bool isEnded = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        isEnded = false;
        if (line.at(at) == u'\\' && at + 1 < line.size() && line.at(at + 1) == u'|') {
            cell += u'|';
            ++at;
        } else if (line.at(at) == u'|') {
            cells.append(cell.trimmed());
            cell.clear();
            isEnded = true;
        } else {
            cell += line.at(at);
        }
    }
    if (!isEnded)
        cells.append(cell.trimmed());
    return cells;
}

QList<MarkdownBlock::Alignment> delimiterRow(QStringView line)
{
    using Alignment = MarkdownBlock::Alignment;
    line = line.trimmed();
    const bool hasOtherCharacters = std::any_of(line.begin(), line.end(), [](QChar character) {
        return !QStringView(u"|-: \t").contains(character);
    });
    if (hasOtherCharacters || !line.contains(u'-'))
        return {};
    QList<Alignment> columns;
    const QStringList cells = tableCells(line);
    for (const QString &cell : cells) {
        const bool isLeft = cell.startsWith(u':');
        const bool isRight = cell.size() > 1 && cell.endsWith(u':');
        const QStringView dashes = QStringView(cell).mid(
            isLeft ? 1 : 0, cell.size() - (isLeft ? 1 : 0) - (isRight ? 1 : 0));
        if (dashes.isEmpty() || runOf(dashes, u'-') != dashes.size())
            return {};
        columns.append(isLeft && isRight ? Alignment::Center
                           : isRight     ? Alignment::Right
                           : isLeft      ? Alignment::Left
                                         : Alignment::None);
    }
    return columns;
}

} // namespace kagura
