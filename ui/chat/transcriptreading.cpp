// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading the transcript by keyboard, message by message and block by block, and looking at a place of it.

#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>

#include <limits>

namespace kagura {
namespace {

using Item = MessageLayout::Item;
constexpr int wholeMessage = -1;

std::vector<const Item *> readableIn(const MessageLayout *layout)
{
    std::vector<const Item *> items;
    for (std::size_t i = 0; layout && i < layout->items().size(); ++i) {
        if (!layout->items().at(i).frame.isNull())
            items.push_back(&layout->items().at(i));
    }
    return items;
}

} // namespace

bool TranscriptView::readByKey(const QKeyEvent &key)
{
    const bool isUp = key.key() == Qt::Key_Up;
    if (!isUp && key.key() != Qt::Key_Down)
        return false;
    const Qt::KeyboardModifiers held = key.modifiers() & ~Qt::KeypadModifier;
    if (held == Qt::ControlModifier)
        readMessage(isUp ? -1 : 1);
    else if (held == Qt::AltModifier)
        readBlock(isUp ? -1 : 1);
    else
        return false;
    return true;
}

void TranscriptView::readMessage(int by)
{
    const bool isReading = m_reading && m_reading->row.isValid();
    const int row = isReading ? m_reading->row.row() + by : firstRowInView();
    if (row < 0 || row >= m_model.rowCount())
        return;
    m_reading = Reading{m_model.index(row), TextPlace::Section::Text, wholeMessage};
    m_selection.clear();
    showRow(row);
    tellReading();
}

void TranscriptView::readBlock(int by)
{
    const bool isReading = m_reading && m_reading->row.isValid();
    std::optional<TextPlace> next = readingStart();
    if (isReading && m_reading->block != wholeMessage)
        next = neighbourOf(*next, by);
    if (!next)
        return;
    m_reading = Reading{m_model.index(next->row), next->section, next->block};
    m_selection.clear();
    showPlace(*next, 1);
    tellReading();
}

TextPlace TranscriptView::readingStart() const
{
    const bool isReading = m_reading && m_reading->row.isValid();
    if (isReading && m_reading->block != wholeMessage)
        return {m_reading->row.row(), m_reading->section, m_reading->block, 0};
    const int row = isReading ? m_reading->row.row() : firstRowInView();
    const int top = rowRect(row).top();
    const std::vector<const Item *> items = readableIn(m_flow.layout(row));
    for (const Item *item : items) {
        if (isReading || item->frame.bottom() + top > 0)
            return {row, item->section, item->index, 0};
    }
    return {row, TextPlace::Section::Text, 0, 0};
}

void TranscriptView::tellReading()
{
    viewport()->update();
    QAccessibleInterface *own = QAccessible::queryAccessibleInterface(this);
    QAccessibleInterface *child = own ? own->child(m_reading->row.row()) : nullptr;
    if (!child)
        return;
    QAccessibleEvent focus(child, QAccessible::Focus);
    QAccessible::updateAccessibility(&focus);
    QAccessibleTextCursorEvent cursor(child, readingOffset(m_reading->row.row()));
    QAccessible::updateAccessibility(&cursor);
}

int TranscriptView::readingRow() const
{
    return m_reading && m_reading->row.isValid() ? m_reading->row.row() : -1;
}

int TranscriptView::readingOffset(int row) const
{
    if (!m_reading || m_reading->row.row() != row || m_reading->block <= 0)
        return 0;
    const TextPlace begin{row, TextPlace::Section::Reasoning, 0, 0};
    const TextPlace end{row, TextPlace::Section::Text, std::numeric_limits<int>::max(), 0};
    const TextPlace own{row, m_reading->section, m_reading->block, 0};
    const QString whole = m_flow.displayedText(row, begin, end);
    qsizetype offset = m_flow.displayedText(row, begin, own).size();
    while (offset < whole.size() && whole.at(offset) == u'\n')
        ++offset;
    return int(offset);
}

QRect TranscriptView::readingIn(int row) const
{
    const MessageLayout *layout = m_flow.layout(row);
    if (!m_reading || m_reading->row.row() != row || !layout || !hasFocus())
        return {};
    if (m_reading->block == wholeMessage)
        return {0, 0, m_flow.width(), layout->height()};
    const Item *item = itemOf({row, m_reading->section, m_reading->block, 0});
    return item ? item->frame : QRect();
}

void TranscriptView::selectReading()
{
    if (!m_reading || !m_reading->row.isValid())
        return;
    const int row = m_reading->row.row();
    if (m_reading->block == wholeMessage) {
        m_selection.selectRows(row, row);
    } else if (const Item *item = itemOf(readingStart())) {
        TextPlace end = readingStart();
        m_selection.begin(m_flow, end, TranscriptSelection::Unit::Character);
        end.offset = item->block.text.size();
        m_selection.extend(m_flow, end);
    }
    viewport()->update();
}

const Item *TranscriptView::itemOf(const TextPlace &place) const
{
    for (const Item *item : readableIn(m_flow.layout(place.row))) {
        if (item->section == place.section && item->index == place.block)
            return item;
    }
    return nullptr;
}

std::optional<TextPlace> TranscriptView::neighbourOf(const TextPlace &place, int by)
{
    const std::vector<const Item *> items = readableIn(m_flow.layout(place.row));
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i]->section != place.section || items[i]->index != place.block)
            continue;
        const std::size_t other = by > 0 ? i + 1 : i - 1; // before the first wraps to very many
        if (other < items.size())
            return TextPlace{place.row, items[other]->section, items[other]->index, 0};
    }
    for (int row = place.row + by; row >= 0 && row < m_model.rowCount(); row += by) {
        showRow(row); // lays it out
        const std::vector<const Item *> reached = readableIn(m_flow.layout(row));
        if (reached.empty())
            continue; // a message without words, as of a picture
        const Item &item = by > 0 ? *reached.front() : *reached.back();
        return TextPlace{row, item.section, item.index, 0};
    }
    return std::nullopt;
}

int TranscriptView::firstRowInView() const
{
    return std::max(0, m_flow.rowAt(verticalScrollBar()->value() - lead()));
}

void TranscriptView::showPlace(const TextPlace &place, qsizetype length)
{
    constexpr int rounds = 3; // what comes into view turns from an estimate into lines
    QScrollBar *bar = verticalScrollBar();
    const int height = viewport()->height();
    const int margin = std::min(height / 4, int(m_flow.style().textLine));
    for (int round = 0; round < rounds; ++round) {
        const Item *item = itemOf(place);
        if (!item) {
            showRow(place.row);
            continue;
        }
        const QList<QRect> rects =
            item->isLaidOut() ? item->rectsOf(place.offset, place.offset + length) : QList<QRect>();
        const QRect rect = (rects.isEmpty() ? item->frame : rects.first())
                               .translated(rowRect(place.row).topLeft());
        const int before = bar->value();
        if (rect.bottom() < -height || rect.top() > 2 * height)
            bar->setValue(before + rect.top() - height / 3); // far away: with something around it
        else if (rect.top() < margin)
            bar->setValue(before + rect.top() - margin);
        else if (rect.bottom() > height - margin)
            bar->setValue(before + std::min(rect.bottom() - height + margin, rect.top() - margin));
        if (bar->value() == before)
            return;
    }
}

void TranscriptView::findWords(const QString &words)
{
    m_finder->find(words, firstRowInView());
}

void TranscriptView::showHit()
{
    const std::optional<TranscriptFinder::Place> place = m_finder->current();
    const int row = place ? m_model.rowOf(place->message) : -1;
    if (row >= 0)
        showPlace({row, TextPlace::Section::Text, place->hit.block, place->hit.offset},
                  place->hit.length);
}

} // namespace kagura
