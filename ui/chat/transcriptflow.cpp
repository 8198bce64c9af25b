// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/transcriptflow.h"

#include "ui/chat/transcriptmodel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kagura {
namespace {

// Below this many characters a message is laid out whole, so that its height is exact at once.
constexpr qsizetype wholeCharacters = 12'000;
constexpr int maxRounds = 8;

} // namespace

TranscriptFlow::TranscriptFlow(const TranscriptModel &model, BlockSourceFactory newSource)
    : m_model(model)
    , m_newSource(std::move(newSource))
{}

TranscriptFlow::~TranscriptFlow() = default;

void TranscriptFlow::setStyle(const ChatStyle &style)
{
    m_style = style;
    estimateAll();
}

void TranscriptFlow::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    estimateAll();
}

void TranscriptFlow::reset()
{
    m_layouts.clear();
    m_openReasoning.clear();
    m_openTools.clear();
    m_guesses.clear();
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_guesses.append(guessOf(row));
    estimateAll();
}

void TranscriptFlow::insertRows(int first, int count)
{
    QList<int> heights;
    m_guesses.insert(first, count, Guess());
    for (int row = first; row < first + count; ++row) {
        m_guesses[row] = guessOf(row);
        heights.append(estimate(m_guesses.at(row)));
    }
    m_heights.insert(first, heights);
}

void TranscriptFlow::removeRows(int first, int count)
{
    m_guesses.remove(first, count);
    m_heights.remove(first, count);
}

void TranscriptFlow::changeRow(int row)
{
    const TranscriptMessage &message = m_model.message(row);
    m_guesses[row].characters = int(message.text.size());
    const auto found = m_layouts.find(message.id);
    if (found == m_layouts.end()) {
        m_heights.setHeight(row, estimate(m_guesses.at(row)));
        return;
    }
    MessageLayout &layout = *found->second.layout;
    layout.take(message, m_openReasoning.contains(message.id), m_openTools.value(message.id));
    layout.flow(m_style, m_width, -1, -1);
    m_heights.setHeight(row, layout.height());
}

void TranscriptFlow::toggleReasoning(int row)
{
    const QString id = m_model.message(row).id;
    if (!m_openReasoning.remove(id))
        m_openReasoning.insert(id);
    changeRow(row);
}

void TranscriptFlow::toggleTool(int row, int card)
{
    QSet<int> &open = m_openTools[m_model.message(row).id];
    if (!open.remove(card))
        open.insert(card);
    changeRow(row);
}

TranscriptFlow::Anchor TranscriptFlow::anchorAt(qint64 value, int viewHeight) const
{
    const int first = rowAt(value);
    if (first < 0)
        return {};
    for (int row = first; row < int(m_heights.count()) && top(row) < value + viewHeight; ++row) {
        const MessageLayout *shown = layout(row);
        if (!shown)
            continue;
        const qint64 rowTop = top(row) - value;
        for (std::size_t i = 0; i < shown->items().size(); ++i) {
            const MessageLayout::Item &item = shown->items().at(i);
            const bool isInView =
                rowTop + item.frame.bottom() >= 0 && rowTop + item.frame.top() < viewHeight;
            if (item.isLaidOut() && !item.frame.isNull() && isInView)
                return {row, int(i), rowTop + item.frame.top()};
        }
    }
    return {first, -1, top(first) - value};
}

qint64 TranscriptFlow::valueFor(const Anchor &anchor) const
{
    if (anchor.row < 0 || anchor.row >= int(m_heights.count()))
        return 0;
    qint64 place = top(anchor.row);
    const MessageLayout *shown = layout(anchor.row);
    if (anchor.item >= 0 && shown && std::size_t(anchor.item) < shown->items().size())
        place += shown->items().at(std::size_t(anchor.item)).frame.top();
    return std::max<qint64>(0, place - anchor.offset);
}

qint64 TranscriptFlow::settle(qint64 value, int viewHeight, bool staysAtEnd, const Anchor *anchor)
{
    ++m_now;
    if (anchor && !staysAtEnd)
        value = valueFor(*anchor);
    for (int round = 0; round < maxRounds; ++round) {
        const qint64 end = std::max<qint64>(0, total() - viewHeight);
        value = staysAtEnd ? end : std::clamp<qint64>(value, 0, end);
        const int first = rowAt(value);
        if (first < 0)
            return 0;
        const Anchor kept = anchor && round == 0 ? *anchor : anchorAt(value, viewHeight);
        const qint64 shaped = layView(first, value, viewHeight);
        m_shaped += shaped;
        if (!staysAtEnd)
            value = valueFor(kept);
        if (shaped == 0)
            break;
    }
    trim();
    const qint64 end = std::max<qint64>(0, total() - viewHeight);
    return staysAtEnd ? end : std::clamp<qint64>(value, 0, end);
}

qint64 TranscriptFlow::layView(int first, qint64 value, int viewHeight)
{
    qint64 shaped = 0;
    for (int row = first; row < int(m_heights.count()); ++row) {
        const qint64 above = top(row);
        if (above > value + viewHeight)
            break;
        MessageLayout &shown = layoutFor(row);
        const bool isWhole = m_guesses.at(row).characters < wholeCharacters;
        const int from = isWhole ? 0 : int(value - above) - viewHeight / 2;
        const int to = isWhole ? std::numeric_limits<int>::max()
                               : int(value - above) + viewHeight + viewHeight / 2;
        shaped += shown.flow(m_style, m_width, from, to);
        m_heights.setHeight(row, shown.height());
    }
    return shaped;
}

const MessageLayout *TranscriptFlow::layout(int row) const
{
    if (row < 0 || row >= m_model.rowCount())
        return nullptr;
    const auto found = m_layouts.find(m_model.message(row).id);
    return found == m_layouts.end() ? nullptr : found->second.layout.get();
}

QString TranscriptFlow::displayedText(int row,
                                      const TextPlace &from,
                                      const TextPlace &to,
                                      BlockWriter::Format format) const
{
    const TranscriptMessage &message = m_model.message(row);
    const bool isTyped = message.author == TranscriptMessage::Author::User;
    if (isTyped && format == BlockWriter::Format::Markdown)
        format = BlockWriter::Format::Plain; // as it was typed
    QString out;
    const auto add = [&](TextPlace::Section section, const QString &text, bool isComplete) {
        const TextPlace begin{row, section, 0, 0};
        const TextPlace end{row, section, std::numeric_limits<int>::max(), 0};
        if (to < begin || from > end)
            return;
        const std::unique_ptr<BlockSource> source = m_newSource(message.author);
        source->append(text);
        if (isComplete) // text that still arrives is cut as it is shown
            source->finish();
        const auto placeIn = [](const TextPlace &place) {
            return BlockWriter::Place{place.block, place.offset};
        };
        const QString part = BlockWriter(source->blocks(), placeIn(std::max(from, begin)),
                                         placeIn(std::min(to, end)))
                                 .text(format);
        if (!out.isEmpty() && !part.isEmpty() && format != BlockWriter::Format::Html)
            out += QStringLiteral("\n\n");
        out += part;
    };
    if (m_openReasoning.contains(message.id))
        add(TextPlace::Section::Reasoning, message.reasoning,
            !message.isLive() || !message.text.isEmpty());
    add(TextPlace::Section::Text, message.text, !message.isLive());
    return out;
}

qsizetype TranscriptFlow::laidOutItems() const
{
    qsizetype count = 0;
    for (const auto &[id, cached] : m_layouts)
        count += cached.layout->laidOutItems();
    return count;
}

TranscriptFlow::Guess TranscriptFlow::guessOf(int row) const
{
    const TranscriptMessage &message = m_model.message(row);
    return {int(message.text.size()), int(message.text.count(u'\n')),
            message.author == TranscriptMessage::Author::User};
}

int TranscriptFlow::estimate(const Guess &guess) const
{
    const int inner =
        guess.isOwn ? m_width - m_style.bubbleIndent - 2 * m_style.bubblePadX : m_width;
    const qreal perLine = std::max(1.0, qreal(inner) / std::max(1.0, m_style.textCharacter));
    const qreal lines = std::ceil(qreal(guess.characters) / perLine) + qreal(guess.lines) / 2;
    const int around = guess.isOwn ? 2 * m_style.bubblePadY : m_style.footer + m_style.paragraphGap;
    return int(std::max(1.0, lines) * m_style.textLine) + around + 2 * m_style.messagePad;
}

void TranscriptFlow::estimateAll()
{
    QList<int> heights;
    heights.reserve(m_guesses.size());
    for (int row = 0; row < int(m_guesses.size()); ++row) {
        const auto found = m_layouts.find(m_model.message(row).id);
        if (found == m_layouts.end()) {
            heights.append(estimate(m_guesses.at(row)));
            continue;
        }
        found->second.layout->flow(m_style, m_width, -1, -1);
        heights.append(found->second.layout->height());
    }
    m_heights.reset(heights);
}

MessageLayout &TranscriptFlow::layoutFor(int row)
{
    const TranscriptMessage &message = m_model.message(row);
    Cached &cached = m_layouts[message.id];
    cached.lastUsed = m_now;
    if (!cached.layout) {
        cached.layout = std::make_unique<MessageLayout>(m_newSource, &m_languages);
        cached.layout->take(message, m_openReasoning.contains(message.id),
                            m_openTools.value(message.id));
    }
    return *cached.layout;
}

void TranscriptFlow::trim()
{
    while (m_layouts.size() > maxLayouts) {
        const auto oldest = std::min_element(
            m_layouts.begin(), m_layouts.end(), [](const auto &left, const auto &right) {
                return left.second.lastUsed < right.second.lastUsed;
            });
        if (oldest->second.lastUsed == m_now)
            return; // all of them are in view
        m_layouts.erase(oldest);
    }
}

} // namespace kagura
