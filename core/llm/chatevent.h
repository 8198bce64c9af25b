// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/llm/message.h"

#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>

namespace kagura {

//! What an answer cost in tokens. The counts are disjoint whatever the dialect's own convention:
//! input excludes what was read from or written to the provider's prompt cache, output is all billed
//! output with reasoning, reasoning is the part of it. Empty means that the provider did not say.
struct Usage
{
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    std::optional<qint64> cacheReadTokens;
    std::optional<qint64> cacheWriteTokens;
    std::optional<qint64> reasoningTokens;

    //! Takes every count that newer has: providers report cumulative and partial usage.
    void update(const Usage &newer);

    bool operator==(const Usage &) const = default;
};

enum class FinishReason : std::uint8_t { Stop, Length, ToolCalls, ContentFilter, Refusal, Other };

[[nodiscard]] QString finishReasonName(FinishReason reason); //!< "tool_calls"
[[nodiscard]] std::optional<FinishReason> finishReasonFromName(const QString &name);

struct TextDelta
{
    QString text;
    bool operator==(const TextDelta &) const = default;
};

struct ReasoningDelta
{
    QString text;
    bool operator==(const ReasoningDelta &) const = default;
};

//! Ends a piece of reasoning with what must be echoed in the next request.
struct ReasoningSignature
{
    QByteArray signature;
    QString dialect;
    bool operator==(const ReasoningSignature &) const = default;
};

//! A tool call while its arguments are still being written; for display only, the whole ToolCall follows.
struct ToolCallDelta
{
    int index = 0; //!< position among the answer's calls, dense, from 0
    QString name; //!< empty until known
    QByteArray arguments; //!< the new piece
    bool operator==(const ToolCallDelta &) const = default;
};

//! Usage as known so far; the last one holds, also when the answer fails later.
struct UsageReported
{
    Usage usage;
    bool operator==(const UsageReported &) const = default;
};

//! The model that really serves (an alias may resolve to a dated id).
struct ServedModel
{
    QString model;
    bool operator==(const ServedModel &) const = default;
};

//! The provider begins its message again: everything before is void.
struct Restarted
{
    bool operator==(const Restarted &) const = default;
};

//! A failed attempt is repeated after a pause; nothing of it was shown.
struct RetryScheduled
{
    int attempt = 0; //!< the one that comes, the first being 1
    std::chrono::milliseconds after{0};
    Error::Kind kind = Error::Kind::Internal;
    bool operator==(const RetryScheduled &) const = default;
};

//! Another model takes over.
struct FellBack
{
    QString provider;
    QString model;
    bool operator==(const FellBack &) const = default;
};

//! The protocol's own end mark was seen: the answer is complete. Always the last event.
struct Finish
{
    FinishReason reason = FinishReason::Other;
    QString rawReason; //!< the provider's own word
    bool operator==(const Finish &) const = default;
};

using ChatEvent = std::variant<TextDelta,
                               ReasoningDelta,
                               ReasoningSignature,
                               ToolCallDelta,
                               ToolCall,
                               UsageReported,
                               ServedModel,
                               Restarted,
                               RetryScheduled,
                               FellBack,
                               Finish>;

//! True for what a user would see or pay for: after it an attempt is never repeated.
[[nodiscard]] bool isContent(const ChatEvent &event);

} // namespace kagura
