// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/provider.h"

namespace kagura {

class AccountGate;

//! Lets calls through as the account allows; the others wait in a queue, first come first served, and
//! say so (ChatReply::isQueued()).
//!
//! A waiting call can be cancelled at any time. It fails at once with RateLimited when the server asked
//! the account for a pause longer than the call's own RetryPolicy::retryAfterCap.
//!
//! Thread: the engine thread. Lifetime: the inner provider and the gate outlive it, it outlives its
//! replies. Errors: as said, and those of the inner provider.
class LimitingProvider final : public Provider
{
public:
    LimitingProvider(Provider &inner, AccountGate &gate);
    ~LimitingProvider() override;

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

private:
    class Reply;

    Provider &m_inner;
    AccountGate &m_gate;
};

//! What a call will probably use, for the budget of tokens a minute: a token for four bytes of text,
//! 1,000 for an image, and the answer's limit, or 1,000 where there is none.
[[nodiscard]] qint64 estimatedTokens(const ChatRequest &request);

} // namespace kagura
