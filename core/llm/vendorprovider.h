// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/llm/accountkey.h"
#include "core/llm/dialects/dialect.h"
#include "core/llm/provider.h"
#include "core/llm/providerconfig.h"

#include <functional>
#include <memory>

namespace kagura {

class Transport;
class ModelListReply;
class EmbeddingReply;

//! A Provider that really calls a server: one dialect, one account, one attempt a call.
//!
//! The innermost of the street. It repeats nothing, waits for no slot and shares nothing; it encodes,
//! adds key, deadlines and network profile, and puts the request on the wire once. beforeDispatch runs
//! in send(), when everything else about the call is in order, unless a provider around this one has
//! run it already.
//!
//! Thread: the engine thread; decoding happens in the thread of the transport. Lifetime: the transport
//! outlives it; replies may outlive it. Errors: Auth without a key that is needed, BadRequest from the
//! dialect, whatever the server and the transport say.
class VendorProvider final : public Provider
{
public:
    //! The key of the account, asked for at each call; may answer empty.
    using KeyFunction = std::function<AccountKey()>;
    //! Which account a key belongs to, without revealing the key: see accountScope().
    using ScopeFunction = std::function<QString(const Secret &key)>;

    //! Without a scope function, scopes are good for this provider object only: enough to join calls,
    //! too little to find them again on disk.
    VendorProvider(ProviderConfig config,
                   const Dialect &dialect,
                   Transport &transport,
                   KeyFunction key = {},
                   ScopeFunction scope = {});
    ~VendorProvider() override;

    [[nodiscard]] const ProviderConfig &config() const { return m_config; }

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

    //! Must not outlive this provider.
    [[nodiscard]] std::unique_ptr<ModelListReply> listModels();
    [[nodiscard]] std::unique_ptr<EmbeddingReply> embed(const EmbeddingRequest &request);

private:
    [[nodiscard]] AccountKey key() const;
    [[nodiscard]] std::optional<Error> prepare(HttpRequest &request,
                                               const std::optional<Deadlines> &deadlines) const;

    ProviderConfig m_config;
    const Dialect &m_dialect;
    Transport &m_transport;
    KeyFunction m_key;
    ScopeFunction m_scope;
};

//! HMAC-SHA-256 of a key in hex: tells accounts apart on disk without holding anything of the key.
//! Empty for an empty key.
[[nodiscard]] QString accountScope(const Secret &key, const Secret &installationKey);

} // namespace kagura
