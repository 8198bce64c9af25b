// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/contextestimate.h"

#include <algorithm>

namespace kagura {

namespace {

constexpr qint64 bytesAToken = 4;
constexpr qint64 tokensAPicture = 1'000; // a picture of usual size, as most providers count it

qint64 tokensOf(const StoredMessage &message)
{
    if (message.parts.isEmpty())
        return estimatedTokens(message.text);
    qint64 tokens = 0;
    for (const MessagePart &part : message.parts) {
        if (const auto *text = std::get_if<TextPart>(&part))
            tokens += estimatedTokens(text->text);
        else if (std::holds_alternative<ImagePart>(part))
            tokens += tokensAPicture;
    }
    return tokens;
}

//! What the request of this answer took, with the answer: that is what the next one begins with.
std::optional<qint64> countedTokens(const StoredMessage &answer)
{
    const Usage &usage = answer.usage;
    if (answer.role != Role::Assistant || !usage.inputTokens || !usage.outputTokens)
        return std::nullopt;
    // Thoughts are not sent again.
    const qint64 said = *usage.outputTokens - usage.reasoningTokens.value_or(0);
    return *usage.inputTokens + usage.cacheReadTokens.value_or(0)
        + usage.cacheWriteTokens.value_or(0) + std::max<qint64>(said, 0);
}

} // namespace

qint64 estimatedTokens(const QString &text)
{
    return (text.toUtf8().size() + bytesAToken - 1) / bytesAToken;
}

ContextEstimate estimateContext(const Branch &branch, bool isWhole)
{
    ContextEstimate estimate;
    estimate.conversation = branch.conversation.id;
    estimate.isAtLeast = !isWhole;
    for (auto one = branch.messages.crbegin(); one != branch.messages.crend(); ++one) {
        if (const std::optional<qint64> counted = countedTokens(one->message)) {
            estimate.tokens += *counted;
            estimate.isAtLeast = false;
            return estimate;
        }
        estimate.tokens += tokensOf(one->message);
    }
    estimate.tokens += estimatedTokens(branch.conversation.instructions.system);
    return estimate;
}

} // namespace kagura
