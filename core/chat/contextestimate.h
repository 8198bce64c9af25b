// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/storedmessage.h"

#include <QString>

#include <optional>

namespace kagura {

//! How much of a model's window the next request of a conversation takes, and what sending it costs.
struct ContextEstimate
{
    QString conversation = {};
    qint64 tokens = 0; //!< about
    bool isAtLeast = false; //!< more was said than was looked at
    std::optional<qint64> windowTokens = std::nullopt; //!< empty: not known
    std::optional<qint64> costMicroUsd =
        std::nullopt; //!< of what is sent, without the answer; empty: not known

    bool operator==(const ContextEstimate &) const = default;
};

//! About so many tokens. Tokenisers differ; four bytes of UTF-8 each is between most of them, also for
//! scripts whose characters have three.
[[nodiscard]] qint64 estimatedTokens(const QString &text);

//! What is said so far takes: what the provider counted for the newest answer that has a count, and an
//! estimate of what came after it. branch: its end; isWhole: nothing is above it.
[[nodiscard]] ContextEstimate estimateContext(const Branch &branch, bool isWhole);

} // namespace kagura
