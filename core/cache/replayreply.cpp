// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/replayreply.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds LongestPaced(400);
constexpr milliseconds Tick(8);
constexpr qsizetype CharactersPerTick = 16;

qsizetype weightOf(const ChatEvent &event)
{
    if (const auto *text = std::get_if<TextDelta>(&event))
        return text->text.size();
    if (const auto *reasoning = std::get_if<ReasoningDelta>(&event))
        return reasoning->text.size();
    if (const auto *call = std::get_if<ToolCallDelta>(&event))
        return call->arguments.size();
    return 0;
}

} // namespace

QList<TimedEvent> paced(QList<TimedEvent> events)
{
    qsizetype total = 0;
    for (const TimedEvent &one : events)
        total += weightOf(one.event);
    const milliseconds whole =
        std::min<milliseconds>(LongestPaced, Tick * (total / CharactersPerTick));
    qsizetype before = 0;
    for (TimedEvent &one : events) {
        one.at = total > 0 ? milliseconds(whole.count() * before / total) : milliseconds(0);
        before += weightOf(one.event);
    }
    return events;
}

ReplayReply::ReplayReply(QList<TimedEvent> events,
                         const CacheEntry &entry,
                         Origin tier,
                         ReplayPace pace,
                         bool isStale,
                         Clock &clock)
    : m_events(std::move(events))
    , m_clock(clock)
    , m_providerName(entry.provider)
    , m_modelName(entry.model)
    , m_tier(tier)
{
    CacheOutcome outcome;
    outcome.kind = CacheOutcome::Kind::Hit;
    outcome.key = entry.key.toBytes();
    outcome.answered = entry.created;
    outcome.savedMicroUsd = entry.costMicroUsd;
    outcome.isStale = isStale;
    setCacheOutcome(outcome);
    if (pace == ReplayPace::Paced) {
        m_events = paced(std::move(m_events));
    } else if (pace == ReplayPace::Instant) {
        for (TimedEvent &one : m_events)
            one.at = milliseconds(0);
    }
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

ReplayReply::~ReplayReply() = default;

void ReplayReply::abortWork() {}

void ReplayReply::begin()
{
    const QPointer<ReplayReply> self(this);
    m_begunAt = m_clock.monotonic();
    start(m_tier, m_providerName, m_modelName);
    if (self)
        tell();
}

milliseconds ReplayReply::tellingTime() const
{
    return std::chrono::duration_cast<milliseconds>(m_clock.monotonic() - m_begunAt);
}

// All that is due by now: a late timer makes a larger piece, never a longer answer.
void ReplayReply::tell()
{
    if (isFinished())
        return;
    QList<ChatEvent> due;
    const milliseconds now = tellingTime();
    for (; m_told < m_events.size() && m_events.at(m_told).at <= now; ++m_told)
        due.append(m_events.at(m_told).event);
    const QPointer<ReplayReply> self(this);
    add(due);
    if (!self || isFinished())
        return;
    if (m_told == m_events.size()) {
        end();
        return;
    }
    const milliseconds wait = std::max(Tick, m_events.at(m_told).at - tellingTime());
    m_clock.callLater(wait, this, [this] { tell(); });
}

} // namespace kagura
