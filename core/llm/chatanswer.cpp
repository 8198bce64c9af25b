// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/chatanswer.h"

#include <type_traits>
#include <utility>

namespace kagura {

void ChatAnswer::apply(const ChatEvent &event)
{
    std::visit(
        [this](const auto &one) {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, TextDelta>) {
                text += one.text;
            } else if constexpr (std::is_same_v<T, ReasoningDelta>) {
                reasoning += one.text;
                m_openReasoning += one.text;
            } else if constexpr (std::is_same_v<T, ReasoningSignature>) {
                reasoningParts.append(
                    {std::exchange(m_openReasoning, QString()), one.signature, one.dialect});
            } else if constexpr (std::is_same_v<T, ToolCall>) {
                toolCalls.append(one);
            } else if constexpr (std::is_same_v<T, UsageReported>) {
                usage.update(one.usage);
            } else if constexpr (std::is_same_v<T, ServedModel>) {
                servedModel = one.model;
            } else if constexpr (std::is_same_v<T, Restarted>) {
                *this = ChatAnswer();
            } else if constexpr (std::is_same_v<T, Finish>) {
                finish = one;
            }
        },
        event);
}

Message ChatAnswer::toMessage() const
{
    Message message{Role::Assistant, {}};
    for (const ReasoningPart &part : reasoningParts)
        message.parts.append(part);
    if (!text.isEmpty())
        message.parts.append(TextPart{text});
    for (const ToolCall &call : toolCalls)
        message.parts.append(call);
    return message;
}

} // namespace kagura
