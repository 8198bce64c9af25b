// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/accountlimiter.h"
#include "core/base/clock.h"
#include "core/llm/chatreply.h"
#include "core/llm/providerconfig.h"

#include <map>

namespace kagura {

//! The door of one account: lets calls in as its AccountLimiter and the clock allow, and learns from
//! what comes back. Shared by every provider that uses the account.
//!
//! When a server asks one caller to wait, all callers of the account wait, but never more than ten
//! minutes: then the server is asked again.
//!
//! Thread: the engine thread. Lifetime: the clock outlives it, it outlives its guests. Errors: none.
class AccountGate final : public QObject
{
    Q_OBJECT

public:
    using Ticket = AccountLimiter::Ticket;

    //! Whoever waits at the door.
    class Guest
    {
    public:
        //! Its turn has come; may be called by enter() itself, when nobody waits.
        virtual void admitted() = 0;
        //! The server asked for a pause that is longer than was known. May leave().
        virtual void held(std::chrono::milliseconds left) = 0;

    protected:
        ~Guest() = default;
    };

    AccountGate(const AccountLimits &limits, Clock &clock);
    ~AccountGate() override;

    //! A new guest at the end of the queue. tokens: an estimate of what the call will use.
    void enter(Guest &guest, Ticket &ticket, qint64 tokens);

    //! Waits no more, or ends without a result. Unknown tickets are ignored.
    void leave(Ticket ticket);

    void observe(Ticket ticket, const RateLimitStatus &status);
    void settle(Ticket ticket, const std::optional<Error> &failure, const Usage &usage);

    //! How long nobody is let in, because the server asked for it; zero: no such pause.
    [[nodiscard]] std::chrono::milliseconds holdLeft() const;

    [[nodiscard]] const AccountLimiter &limiter() const { return m_limiter; }

private:
    void letIn();
    void letInSoon();
    void announceHold();

    Clock &m_clock;
    AccountLimiter m_limiter;
    std::map<Ticket, Guest *> m_guests; // those who wait, in order
    std::optional<std::chrono::microseconds> m_nextLookAt;
    bool m_isLookPosted = false;
    bool m_isHoldNew = false;
};

} // namespace kagura
