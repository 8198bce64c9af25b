// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/llm/provider.h"

#include <functional>

namespace kagura {

//! Repeats a failed attempt as CallOptions::retry says; the only place on the street that does.
//!
//! Only before the first content, only for kinds that a repetition can cure (never Quota, whatever the
//! policy says), and never more than maxAttempts over all. What Retry-After asks for is waited for
//! exactly; if it is more than the policy's cap, the call fails at once and its error keeps the hint.
//! Otherwise the pause doubles from attempt to attempt, up to the cap and shortened by up to a quarter
//! at random, so that many callers do not come back together. Each pause is announced by
//! RetryScheduled, and cancel() ends it at once; nothing else of a failed attempt is heard.
//!
//! Thread: the engine thread. Lifetime: the inner provider and the clock outlive it, it outlives its
//! replies. Errors: those of the last attempt.
//! Source: curve and rule for long Retry-After after openai-python.
class RetryingProvider final : public Provider
{
public:
    //! random: between 0 and 1, for tests; empty: the real one.
    RetryingProvider(Provider &inner, Clock &clock, std::function<double()> random = {});
    ~RetryingProvider() override;

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

private:
    class Reply;

    Provider &m_inner;
    Clock &m_clock;
    std::function<double()> m_random;
};

//! The pause before the attempt of that number (the first repetition is 2), without Retry-After.
[[nodiscard]] std::chrono::milliseconds retryPause(const RetryPolicy &policy,
                                                   int attempt,
                                                   double random);

} // namespace kagura
