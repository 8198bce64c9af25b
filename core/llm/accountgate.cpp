// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/accountgate.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace kagura {

namespace {

constexpr std::chrono::minutes LongestHold(10);

bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::RateLimited || error.kind == Error::Kind::Overloaded;
}

std::optional<std::int64_t> totalTokens(const Usage &usage)
{
    if (!usage.inputTokens && !usage.outputTokens)
        return std::nullopt;
    return usage.inputTokens.value_or(0) + usage.outputTokens.value_or(0)
        + usage.cacheReadTokens.value_or(0) + usage.cacheWriteTokens.value_or(0);
}

} // namespace

AccountGate::AccountGate(const AccountLimits &limits, Clock &clock)
    : m_clock(clock)
    , m_limiter({limits.concurrency, limits.requestsPerMinute, limits.tokensPerMinute})
{}

AccountGate::~AccountGate() = default;

void AccountGate::enter(Guest &guest, Ticket &ticket, qint64 tokens)
{
    ticket = m_limiter.enqueue(tokens);
    m_guests.emplace(ticket, &guest);
    // Behind others nobody goes before them, and what lets them go lets this one go, too.
    if (m_guests.size() == 1)
        letIn();
}

void AccountGate::leave(Ticket ticket)
{
    const bool wasWaiting = m_guests.erase(ticket) > 0;
    if (!m_limiter.leave(ticket))
        m_limiter.release(ticket, AccountLimiter::Outcome::Other);
    // Whoever waited behind it may fit now.
    if (wasWaiting || !m_guests.empty())
        letInSoon();
}

void AccountGate::observe(Ticket ticket, const RateLimitStatus &status)
{
    AccountLimiter::Remaining remaining;
    remaining.requests = status.requestsRemaining;
    remaining.requestsResetAfter = status.requestsResetAfter;
    remaining.tokens = status.tokensRemaining;
    remaining.tokensResetAfter = status.tokensResetAfter;
    m_limiter.observe(ticket, remaining, m_clock.monotonic());
}

void AccountGate::settle(Ticket ticket, const std::optional<Error> &failure, const Usage &usage)
{
    AccountLimiter::Outcome outcome = AccountLimiter::Outcome::Success;
    if (failure) {
        outcome =
            isRefusal(*failure) ? AccountLimiter::Outcome::Refused : AccountLimiter::Outcome::Other;
    }
    if (outcome == AccountLimiter::Outcome::Refused && failure->retryAfter) {
        const auto pause = std::min<std::chrono::microseconds>(*failure->retryAfter, LongestHold);
        m_limiter.holdUntil(m_clock.monotonic() + pause);
        m_isHoldNew = true;
    }
    m_limiter.release(ticket, outcome, totalTokens(usage));
    letInSoon();
}

std::chrono::milliseconds AccountGate::holdLeft() const
{
    const std::chrono::microseconds now = m_clock.monotonic();
    const std::chrono::microseconds until = m_limiter.heldUntil();
    if (until <= now)
        return std::chrono::milliseconds(0);
    return std::chrono::ceil<std::chrono::milliseconds>(until - now);
}

// Not at once: whoever ends a hundred calls in a row must not start the next hundred between them.
void AccountGate::letInSoon()
{
    if (m_guests.empty() || std::exchange(m_isLookPosted, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isLookPosted = false;
            letIn();
        },
        Qt::QueuedConnection);
}

void AccountGate::letIn()
{
    if (std::exchange(m_isHoldNew, false))
        announceHold();
    const std::chrono::microseconds now = m_clock.monotonic();
    const AccountLimiter::Admission admission = m_limiter.admit(now);
    if (admission.lookAgainAt
        && (!m_nextLookAt || *m_nextLookAt <= now || *admission.lookAgainAt < *m_nextLookAt)) {
        m_nextLookAt = admission.lookAgainAt;
        m_clock.callLater(std::chrono::ceil<std::chrono::milliseconds>(*m_nextLookAt - now), this,
                          [this] { letIn(); });
    }
    for (const Ticket ticket : admission.admitted) {
        // A guest that was let in just before may have sent this one away.
        const auto found = m_guests.find(ticket);
        if (found == m_guests.end())
            continue;
        Guest *guest = found->second;
        m_guests.erase(found);
        guest->admitted();
    }
}

void AccountGate::announceHold()
{
    std::vector<Ticket> tickets;
    tickets.reserve(m_guests.size());
    for (const auto &[ticket, guest] : m_guests)
        tickets.push_back(ticket);
    for (const Ticket ticket : tickets) {
        const auto found = m_guests.find(ticket);
        if (found != m_guests.end())
            found->second->held(holdLeft());
    }
}

} // namespace kagura
