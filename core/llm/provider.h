// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/llm/callidentity.h"
#include "core/llm/calloptions.h"
#include "core/llm/chatreply.h"
#include "core/llm/chatrequest.h"

#include <memory>

namespace kagura {

//! Whoever can answer a chat request: a vendor, or a Provider around a Provider that adds one thing
//! (caching, sharing, retrying, limiting, falling back).
//!
//! Thread: the engine thread. Lifetime: outlives its replies. Errors: identify() fails on a request
//! that the dialect cannot express (BadRequest); send() never fails by itself, the reply does.
class Provider
{
public:
    Provider() = default;
    virtual ~Provider();
    Q_DISABLE_COPY_MOVE(Provider)

    [[nodiscard]] virtual Result<CallIdentity> identify(const ChatRequest &request,
                                                        const CallOptions &options) const = 0;

    //! Starts a call; the reply emits nothing before this function has returned.
    [[nodiscard]] virtual std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                          const CallOptions &options) = 0;
};

} // namespace kagura
