// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/eventlog.h"

#include <type_traits>

namespace kagura::test {

EventLog::EventLog(ChatReply &reply)
{
    connect(&reply, &ChatReply::started, this, [this, &reply] {
        m_lines.append(QStringLiteral("started %1 %2/%3")
                           .arg(originName(reply.origin()), reply.provider(), reply.model()));
    });
    connect(&reply, &ChatReply::eventsAdded, this, [this](const QList<ChatEvent> &events) {
        for (const ChatEvent &event : events)
            m_lines.append(eventLine(event));
    });
    connect(&reply, &Handle::finished, this, [this, &reply] {
        m_isOver = true;
        m_lines.append(reply.failure()
                           ? QStringLiteral("failed ") + errorKindName(reply.failure()->kind)
                           : QStringLiteral("finished"));
    });
}

EventLog::~EventLog() = default;

QString eventLine(const ChatEvent &event)
{
    return std::visit(
        [](const auto &one) -> QString {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, TextDelta>)
                return QStringLiteral("text ") + one.text;
            else if constexpr (std::is_same_v<T, ReasoningDelta>)
                return QStringLiteral("reasoning ") + one.text;
            else if constexpr (std::is_same_v<T, ReasoningSignature>)
                return QStringLiteral("signature ") + QString::fromUtf8(one.signature);
            else if constexpr (std::is_same_v<T, ToolCallDelta>)
                return QStringLiteral("tool delta ") + QString::fromUtf8(one.arguments);
            else if constexpr (std::is_same_v<T, ToolCall>)
                return QStringLiteral("tool ") + one.name;
            else if constexpr (std::is_same_v<T, UsageReported>)
                return QStringLiteral("usage %1").arg(one.usage.outputTokens.value_or(-1));
            else if constexpr (std::is_same_v<T, ServedModel>)
                return QStringLiteral("served ") + one.model;
            else if constexpr (std::is_same_v<T, Restarted>)
                return QStringLiteral("restarted");
            else if constexpr (std::is_same_v<T, RetryScheduled>)
                return QStringLiteral("retry %1 after %2 %3")
                    .arg(one.attempt)
                    .arg(one.after.count())
                    .arg(errorKindName(one.kind));
            else if constexpr (std::is_same_v<T, FellBack>)
                return QStringLiteral("fell back to %1/%2").arg(one.provider, one.model);
            else
                return QStringLiteral("finish ") + finishReasonName(one.reason);
        },
        event);
}

} // namespace kagura::test
