// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/provider.h"

#include <vector>

namespace kagura {

//! Asks other models, in order, when the first cannot answer.
//!
//! The outermost of the street, so that each model has an identity, and later a cache entry, of its
//! own. Each change is announced by FellBack; nothing else of the model that failed is heard. There is
//! no change after the first content, and none for what another model would not cure: see
//! isCuredByAnotherModel(). Each model gets the whole retry policy; beforeDispatch runs once for all.
//!
//! Thread: the engine thread. Lifetime: the providers of the list outlive it, it outlives its replies.
//! Errors: that of the last model that was asked.
class FallbackProvider final : public Provider
{
public:
    struct Candidate
    {
        QString name; //!< of the provider, for FellBack
        Provider *provider = nullptr;
        QString model; //!< empty: the one of the request
    };

    //! The first is the one that is asked first; there must be at least one.
    explicit FallbackProvider(std::vector<Candidate> candidates);
    ~FallbackProvider() override;

    //! Of the first candidate.
    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

private:
    class Reply;

    std::vector<Candidate> m_candidates;
};

//! Yes for an account, a server or a connection that fails, for a context that is too small, and for a
//! model that does not exist (status 404). No for a request that is wrong, for content that a provider
//! refuses, and for what the caller or this machine did.
[[nodiscard]] bool isCuredByAnotherModel(const Error &error);

} // namespace kagura
