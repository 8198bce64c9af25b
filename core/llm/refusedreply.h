// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatreply.h"

namespace kagura {

//! The reply of a call that failed before anything left: it ends with that error at the next turn of
//! the event loop.
//!
//! Thread, Lifetime: as ChatReply. Errors: the one it was given.
class RefusedReply final : public ChatReply
{
    Q_OBJECT

public:
    explicit RefusedReply(const Error &error);
    ~RefusedReply() override;

protected:
    void abortWork() override;
};

} // namespace kagura
