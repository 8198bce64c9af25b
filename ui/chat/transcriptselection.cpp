// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/transcriptselection.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <limits>

namespace kagura {

void TranscriptSelection::clear()
{
    m_anchor = {};
    m_from = {};
    m_to = {};
    m_head.reset();
}

void TranscriptSelection::begin(const TranscriptFlow &flow, const TextPlace &place, Unit unit)
{
    m_unit = unit;
    m_head = place;
    m_anchor = around(flow, place, unit);
    m_from = m_anchor.first;
    m_to = m_anchor.second;
}

void TranscriptSelection::extend(const TranscriptFlow &flow, const TextPlace &place)
{
    m_head = place;
    const auto [first, last] = around(flow, place, m_unit);
    m_from = std::min(m_anchor.first, first);
    m_to = std::max(m_anchor.second, last);
}

void TranscriptSelection::selectRows(int first, int last)
{
    m_unit = Unit::Character;
    m_from = {first, TextPlace::Section::Reasoning, 0, 0};
    m_to = {last, TextPlace::Section::Text, std::numeric_limits<int>::max(), 0};
    m_anchor = {m_from, m_to};
    m_head = m_to;
}

void TranscriptSelection::shift(int firstRow, int by)
{
    if (isEmpty())
        return;
    if (by < 0 && m_to.row >= firstRow && m_from.row < firstRow - by) {
        clear();
        return;
    }
    for (TextPlace *place : {&m_anchor.first, &m_anchor.second, &m_from, &m_to}) {
        if (place->row >= firstRow)
            place->row += by;
    }
    if (m_head && m_head->row >= firstRow)
        m_head->row += by;
}

QString TranscriptSelection::text(const TranscriptFlow &flow,
                                  int rowCount,
                                  BlockWriter::Format format) const
{
    QString out;
    for (int row = std::max(0, m_from.row); row <= m_to.row && row < rowCount; ++row) {
        const QString part = flow.displayedText(row, m_from, m_to, format);
        if (!out.isEmpty() && !part.isEmpty() && format != BlockWriter::Format::Html)
            out += QStringLiteral("\n\n");
        out += part;
    }
    return out;
}

std::pair<TextPlace, TextPlace> TranscriptSelection::around(const TranscriptFlow &flow,
                                                            const TextPlace &place,
                                                            Unit unit)
{
    std::pair<TextPlace, TextPlace> result{place, place};
    const MessageLayout *layout = flow.layout(place.row);
    if (unit == Unit::Character || !layout)
        return result;
    for (const MessageLayout::Item &item : layout->items()) {
        if (item.section != place.section || item.index != place.block)
            continue;
        if (unit == Unit::Paragraph) {
            result.first.offset = 0;
            result.second.offset = item.block.text.size();
            return result;
        }
        QTextBoundaryFinder finder(QTextBoundaryFinder::Word, item.block.text);
        finder.setPosition(place.offset);
        if (!finder.isAtBoundary() || finder.position() == item.block.text.size())
            finder.toPreviousBoundary();
        result.first.offset = std::max<qsizetype>(0, finder.position());
        const qsizetype end = finder.toNextBoundary();
        result.second.offset = end < 0 ? item.block.text.size() : end;
        return result;
    }
    return result;
}

} // namespace kagura
