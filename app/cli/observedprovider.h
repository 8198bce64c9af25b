// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/provider.h"

#include <functional>

namespace kagura {

//! A Provider around a Provider that shows each reply to somebody before its caller gets it: so the
//! terminal prints what a session stores. Whoever is shown it must not keep it longer than its
//! finished().
//!
//! Thread: the engine thread. Lifetime: the inner provider outlives it. Errors: those of the inner.
class ObservedProvider final : public Provider
{
public:
    using Observer = std::function<void(ChatReply &reply)>;

    ObservedProvider(Provider &inner, Observer observer);

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

private:
    Provider &m_inner;
    Observer m_observer;
};

} // namespace kagura
