// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/chatevent.h"

#include <array>

namespace kagura {

namespace {

// In the order of FinishReason.
constexpr std::array<const char *, 6> ReasonNames = {"stop",           "length",  "tool_calls",
                                                     "content_filter", "refusal", "other"};

void take(std::optional<qint64> &known, const std::optional<qint64> &newer)
{
    if (newer)
        known = newer;
}

} // namespace

void Usage::update(const Usage &newer)
{
    take(inputTokens, newer.inputTokens);
    take(outputTokens, newer.outputTokens);
    take(cacheReadTokens, newer.cacheReadTokens);
    take(cacheWriteTokens, newer.cacheWriteTokens);
    take(reasoningTokens, newer.reasoningTokens);
}

QString finishReasonName(FinishReason reason)
{
    return QString::fromLatin1(ReasonNames.at(static_cast<std::size_t>(reason)));
}

std::optional<FinishReason> finishReasonFromName(const QString &name)
{
    for (std::size_t i = 0; i < ReasonNames.size(); ++i) {
        if (name == QLatin1String(ReasonNames.at(i)))
            return static_cast<FinishReason>(i);
    }
    return std::nullopt;
}

bool isContent(const ChatEvent &event)
{
    return std::holds_alternative<TextDelta>(event) || std::holds_alternative<ReasoningDelta>(event)
        || std::holds_alternative<ToolCallDelta>(event) || std::holds_alternative<ToolCall>(event);
}

} // namespace kagura
