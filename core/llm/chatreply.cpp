// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/chatreply.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kagura {

ChatReply::ChatReply() = default;
ChatReply::~ChatReply() = default;

void ChatReply::cancel()
{
    if (isFinished())
        return;
    abortWork();
    end(Error{Error::Kind::Cancelled, QStringLiteral("cancelled by the caller")});
}

void ChatReply::start(Origin origin, const QString &provider, const QString &model)
{
    if (isFinished())
        return;
    m_origin = origin;
    m_provider = provider;
    m_model = model;
    if (!std::exchange(m_isStarted, true))
        Q_EMIT started();
}

void ChatReply::setQueued(bool isQueued)
{
    if (!isFinished() && std::exchange(m_isQueued, isQueued) != isQueued)
        Q_EMIT queuedChanged();
}

void ChatReply::add(const QList<ChatEvent> &events)
{
    if (isFinished() || events.isEmpty())
        return;
    for (const ChatEvent &event : events)
        m_answer.apply(event);
    if (!m_firstContentAfter && std::any_of(events.cbegin(), events.cend(), isContent))
        m_firstContentAfter = elapsed();
    Q_EMIT eventsAdded(events);
}

void ChatReply::end(std::optional<Error> failure)
{
    if (isFinished())
        return;
    m_totalTime = elapsed();
    m_isQueued = false;
    if (!failure && !m_answer.finish)
        failure =
            Error{Error::Kind::Truncated, QStringLiteral("the answer ended without its end mark")};
    finish(std::move(failure));
}

std::chrono::milliseconds ChatReply::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now()
                                                                 - m_sentAt);
}

QString originName(ChatReply::Origin origin)
{
    // In the order of ChatReply::Origin.
    constexpr std::array<const char *, 5> Names = {"live", "joined", "memory", "disk", "shared"};
    return QString::fromLatin1(Names.at(static_cast<std::size_t>(origin)));
}

} // namespace kagura
