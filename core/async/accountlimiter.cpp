// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/accountlimiter.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

constexpr std::chrono::minutes LongestWindow(1);

} // namespace

AccountLimiter::AccountLimiter(const Limits &limits)
    : m_limits(limits)
    , m_requests(limits.requestsPerMinute)
    , m_tokens(limits.tokensPerMinute)
{
    m_limits.concurrency = std::max(1, m_limits.concurrency);
    m_slots = m_limits.concurrency;
}

AccountLimiter::Ticket AccountLimiter::enqueue(std::int64_t tokens)
{
    const std::lock_guard guard(m_lock);
    m_queue.push_back({++m_lastTicket, std::max<std::int64_t>(0, tokens), 0, 0});
    return m_lastTicket;
}

bool AccountLimiter::leave(Ticket ticket)
{
    const std::lock_guard guard(m_lock);
    const auto found = std::find_if(m_queue.begin(), m_queue.end(),
                                    [ticket](const Call &call) { return call.ticket == ticket; });
    if (found == m_queue.end())
        return false;
    m_queue.erase(found);
    return true;
}

AccountLimiter::Admission AccountLimiter::admit(Time now)
{
    const std::lock_guard guard(m_lock);
    Admission admission;
    while (!m_queue.empty() && static_cast<double>(m_inFlight.size()) + 1 <= m_slots) {
        const Time at = earliest(m_queue.front(), now);
        if (at > now) {
            admission.lookAgainAt = at;
            break;
        }
        Call call = m_queue.front();
        m_queue.pop_front();
        takeFrom(call, now);
        admission.admitted.push_back(call.ticket);
        m_inFlight.emplace(call.ticket, call);
    }
    return admission;
}

// When the call can go, as far as time decides.
AccountLimiter::Time AccountLimiter::earliest(const Call &call, Time now)
{
    const Time at = std::max(
        {now, m_heldUntil, m_requests.readyAt(1, now), m_tokens.readyAt(call.tokens, now)});
    return std::max(
        {at, m_requestWindow.opensFor(1, now), m_tokenWindow.opensFor(call.tokens, now)});
}

AccountLimiter::Time AccountLimiter::Window::opensFor(std::int64_t units, Time now)
{
    if (left && endsAt <= now)
        left.reset();
    return left && *left < units ? endsAt : now;
}

void AccountLimiter::takeFrom(Call &call, Time now)
{
    m_requests.take(1, now);
    m_tokens.take(call.tokens, now);
    if (m_requestWindow.left)
        --*m_requestWindow.left;
    if (m_tokenWindow.left)
        *m_tokenWindow.left -= call.tokens;
    call.admittedAs = m_admittedCount++;
    m_admittedTokens += call.tokens;
    call.tokensBefore = m_admittedTokens;
}

void AccountLimiter::release(Ticket ticket, Outcome outcome, std::optional<std::int64_t> usedTokens)
{
    const std::lock_guard guard(m_lock);
    const auto found = m_inFlight.find(ticket);
    if (found == m_inFlight.end())
        return;
    const Call call = found->second;
    m_inFlight.erase(found);
    if (usedTokens)
        m_tokens.giveBack(call.tokens - *usedTokens);
    if (outcome == Outcome::Success) {
        m_slots = std::min<double>(m_limits.concurrency, m_slots + 1.0 / m_slots);
    } else if (outcome == Outcome::Refused && call.admittedAs >= m_halvedAt) {
        m_slots = std::max(1.0, m_slots / 2);
        m_halvedAt = m_admittedCount;
    }
}

void AccountLimiter::holdUntil(Time time)
{
    const std::lock_guard guard(m_lock);
    m_heldUntil = std::max(m_heldUntil, time);
    for (Window *window : {&m_requestWindow, &m_tokenWindow})
        window->endsAt = std::min(window->endsAt, m_heldUntil);
}

void AccountLimiter::observe(Ticket ticket, const Remaining &remaining, Time now)
{
    const std::lock_guard guard(m_lock);
    const auto found = m_inFlight.find(ticket);
    if (found == m_inFlight.end())
        return;
    // The server did not know yet of those that left after this one.
    const Call &call = found->second;
    const auto newer = static_cast<std::int64_t>(m_admittedCount - call.admittedAs - 1);
    const std::int64_t newerTokens = m_admittedTokens - call.tokensBefore;
    if (remaining.requests && remaining.requestsResetAfter) {
        m_requestWindow = {*remaining.requests - newer,
                           now + std::min<Time>(*remaining.requestsResetAfter, LongestWindow)};
    }
    if (remaining.tokens && remaining.tokensResetAfter) {
        m_tokenWindow = {*remaining.tokens - newerTokens,
                         now + std::min<Time>(*remaining.tokensResetAfter, LongestWindow)};
    }
}

AccountLimiter::Time AccountLimiter::heldUntil() const
{
    const std::lock_guard guard(m_lock);
    return m_heldUntil;
}

int AccountLimiter::slotCount() const
{
    const std::lock_guard guard(m_lock);
    return static_cast<int>(m_slots);
}

std::size_t AccountLimiter::inFlight() const
{
    const std::lock_guard guard(m_lock);
    return m_inFlight.size();
}

std::size_t AccountLimiter::waiting() const
{
    const std::lock_guard guard(m_lock);
    return m_queue.size();
}

} // namespace kagura
