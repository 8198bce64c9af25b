// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/tokenbucket.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace kagura {

//! Decides which calls of one account may go now: slots, requests and tokens a minute, what the server
//! says is left, and pauses that the server asked for. Keeps no clock and calls nobody.
//!
//! Calls go in the order in which they came, and one that does not fit yet holds those behind it, so
//! that a large call cannot starve. When the server refuses (too many, overloaded), the number of slots
//! is halved, once for all the calls that were on their way together, and grows again by one for each
//! round of successes.
//!
//! Thread: any; guarded by m_lock. Lifetime: as long as any of its calls. Errors: none.
//! Source: halving and slow growth as in TCP's congestion avoidance (RFC 5681).
class AccountLimiter
{
public:
    using Time = std::chrono::microseconds; //!< of one monotonic clock
    using Ticket = std::uint64_t; //!< one call, from enqueue() to release()

    struct Limits
    {
        int concurrency = 24; //!< less than 1 counts as 1
        std::optional<std::int64_t> requestsPerMinute;
        std::optional<std::int64_t> tokensPerMinute;
    };

    //! What the server says is left until its window ends.
    struct Remaining
    {
        std::optional<std::int64_t> requests;
        std::optional<Time> requestsResetAfter;
        std::optional<std::int64_t> tokens;
        std::optional<Time> tokensResetAfter;
    };

    enum class Outcome : std::uint8_t { Success, Refused, Other };

    struct Admission
    {
        std::vector<Ticket> admitted;
        std::optional<Time>
            lookAgainAt; //!< time alone can let the next one go; empty: a release must
    };

    explicit AccountLimiter(const Limits &limits);

    //! tokens: what the call will probably use, input and output.
    [[nodiscard]] Ticket enqueue(std::int64_t tokens);

    //! Takes a place in the queue back. False: it is not waiting any more.
    bool leave(Ticket ticket);

    [[nodiscard]] Admission admit(Time now);

    //! The call is over; usedTokens corrects the estimate.
    void release(Ticket ticket,
                 Outcome outcome,
                 std::optional<std::int64_t> usedTokens = std::nullopt);

    //! Nobody goes before that time. It is the server's own word, so windows that were to open later
    //! open then, too: a server may refuse for a second and count its tokens by the hour.
    void holdUntil(Time time);

    //! What the answer to that call said about the account. Windows longer than a minute are cut: a
    //! daily limit is for the server to enforce.
    void observe(Ticket ticket, const Remaining &remaining, Time now);

    [[nodiscard]] Time heldUntil() const; //!< in the past: nobody asked for a pause
    [[nodiscard]] int slotCount() const; //!< as adapted
    [[nodiscard]] std::size_t inFlight() const;
    [[nodiscard]] std::size_t waiting() const;

private:
    struct Call
    {
        Ticket ticket = 0;
        std::int64_t tokens = 0;
        std::uint64_t admittedAs = 0; // how many had gone before
        std::int64_t tokensBefore = 0; // how many tokens had gone with them
    };

    struct Window
    {
        std::optional<std::int64_t> left;
        Time endsAt{0};

        [[nodiscard]] Time opensFor(std::int64_t units, Time now);
    };

    [[nodiscard]] Time earliest(const Call &call, Time now);
    void takeFrom(Call &call, Time now);

    mutable std::mutex m_lock;
    Limits m_limits;
    TokenBucket m_requests;
    TokenBucket m_tokens;
    Window m_requestWindow;
    Window m_tokenWindow;
    std::deque<Call> m_queue;
    std::map<Ticket, Call> m_inFlight;
    Time m_heldUntil = Time::min();
    double m_slots;
    Ticket m_lastTicket = 0;
    std::uint64_t m_admittedCount = 0;
    std::uint64_t m_halvedAt = 0; // calls that went before this many count as one refusal
    std::int64_t m_admittedTokens = 0;
};

} // namespace kagura
