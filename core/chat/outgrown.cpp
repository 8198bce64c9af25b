// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/outgrown.h"

#include "core/llm/limitingprovider.h"

#include <algorithm>

namespace kagura {

namespace {

constexpr qint64 AnswerShare =
    8; // of the window is kept free for the answer, where it has no limit
constexpr qsizetype HeadLength = 80;

qint64 tokensOf(const QList<Message> &messages, const QString &system = {})
{
    ChatRequest request;
    request.system = system;
    request.messages = messages;
    request.maxTokens = 0;
    return estimatedTokens(request);
}

} // namespace

std::optional<Outgrown> outgrown(const ChatRequest &request, qint64 window)
{
    const qint64 room =
        window - std::min(request.maxTokens.value_or(window / AnswerShare), window / 2);
    Outgrown result;
    result.tokens = tokensOf(request.messages, request.system);
    result.window = window;
    if (result.tokens <= room)
        return std::nullopt;
    result.tokensWithout = result.tokens;
    // Turn by turn: what is left begins with a question, and the last one always stays.
    for (qsizetype next = 0; next < request.messages.size() && result.tokensWithout > room;) {
        do {
            const Message &message = request.messages.at(next++);
            result.dropped.append({message.role, message.text().left(HeadLength).simplified()});
            result.tokensWithout -= tokensOf({message});
        } while (next < request.messages.size() && request.messages.at(next).role != Role::User);
        const qint64 left = request.messages.size() - next;
        if (left == 0) {
            result.dropped.clear();
            result.tokensWithout = result.tokens;
            break;
        }
    }
    return result;
}

} // namespace kagura
