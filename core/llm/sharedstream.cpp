// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/sharedstream.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

// True when next was added to the end of last, so that the history stays short.
bool mergeInto(ChatEvent &last, const ChatEvent &next)
{
    if (auto *text = std::get_if<TextDelta>(&last)) {
        if (const auto *more = std::get_if<TextDelta>(&next)) {
            text->text += more->text;
            return true;
        }
    } else if (auto *reasoning = std::get_if<ReasoningDelta>(&last)) {
        if (const auto *more = std::get_if<ReasoningDelta>(&next)) {
            reasoning->text += more->text;
            return true;
        }
    } else if (auto *call = std::get_if<ToolCallDelta>(&last)) {
        const auto *more = std::get_if<ToolCallDelta>(&next);
        if (more && more->index == call->index) {
            call->arguments += more->arguments;
            if (call->name.isEmpty())
                call->name = more->name;
            return true;
        }
    } else if (std::holds_alternative<UsageReported>(last)) {
        if (const auto *more = std::get_if<UsageReported>(&next)) {
            std::get<UsageReported>(last).usage.update(more->usage);
            return true;
        }
    }
    return false;
}

} // namespace

SharedStream::SharedStream(std::unique_ptr<ChatReply> upstream, std::function<void()> closed)
    : m_upstream(std::move(upstream))
    , m_closed(std::move(closed))
{
    ChatReply *inner = m_upstream.get();
    connect(inner, &ChatReply::queuedChanged, this, [this] {
        forEachListener([this](SharedReply &reply) { reply.setQueued(m_upstream->isQueued()); });
    });
    connect(inner, &ChatReply::started, this, [this] {
        m_hasStarted = true;
        forEachListener([](SharedReply &reply) { reply.hearStart(); });
    });
    connect(inner, &ChatReply::eventsAdded, this, [this](const QList<ChatEvent> &events) {
        remember(events);
        tell(events);
    });
    connect(inner, &Handle::finished, this, [this] {
        close();
        forEachListener([](SharedReply &reply) { reply.hearEnd(); });
    });
}

SharedStream::~SharedStream()
{
    close();
}

std::unique_ptr<ChatReply> SharedStream::join(const std::shared_ptr<SharedStream> &stream)
{
    const bool isFirst = stream->m_listeners.empty();
    auto reply = std::make_unique<SharedReply>(
        stream, isFirst ? ChatReply::Origin::Live : ChatReply::Origin::Joined);
    stream->m_listeners.emplace_back(reply.get());
    return reply;
}

// Listeners may come, go and die while they are told. The upstream may be speaking, too, so that the
// last of them must not take this object along before the round is over.
template <typename Act>
void SharedStream::forEachListener(Act act)
{
    std::shared_ptr<SharedStream> self;
    const std::vector<QPointer<SharedReply>> listeners = m_listeners;
    for (const QPointer<SharedReply> &reply : listeners) {
        if (!reply || !reply->m_stream)
            continue;
        self = reply->m_stream;
        act(*reply);
    }
}

void SharedStream::leave(SharedReply *reply)
{
    const bool boreCost = reply->m_role != ChatReply::Origin::Joined;
    m_listeners.erase(
        std::remove_if(m_listeners.begin(), m_listeners.end(),
                       [reply](const QPointer<SharedReply> &one) { return !one || one == reply; }),
        m_listeners.end());
    if (m_listeners.empty()) {
        close();
        m_upstream->cancel();
    } else if (boreCost && !isOver()) {
        m_listeners.front()->takeOver();
    }
}

void SharedStream::remember(const QList<ChatEvent> &events)
{
    for (const ChatEvent &event : events) {
        if (std::holds_alternative<Restarted>(event))
            m_history.clear();
        else if (m_history.isEmpty() || !mergeInto(m_history.last(), event))
            m_history.append(event);
    }
}

void SharedStream::tell(const QList<ChatEvent> &events)
{
    forEachListener([&events](SharedReply &reply) { reply.hear(events); });
}

void SharedStream::close()
{
    if (m_closed)
        std::exchange(m_closed, {})();
}

SharedReply::SharedReply(std::shared_ptr<SharedStream> stream, Origin origin)
    : m_stream(std::move(stream))
    , m_role(origin)
{
    setQueued(m_stream->m_upstream->isQueued());
    QMetaObject::invokeMethod(
        this, [this] { catchUp(); }, Qt::QueuedConnection);
}

SharedReply::~SharedReply()
{
    abortWork();
}

void SharedReply::abortWork()
{
    if (const std::shared_ptr<SharedStream> stream = std::exchange(m_stream, nullptr))
        stream->leave(this);
}

void SharedReply::catchUp()
{
    if (isFinished() || std::exchange(m_isCaughtUp, true))
        return;
    const QPointer<SharedReply> self(this);
    const std::shared_ptr<SharedStream> stream = m_stream;
    const QList<ChatEvent> history = stream->m_history;
    if (stream->m_hasStarted)
        hearStart();
    if (self)
        add(history);
    if (self && stream->isOver())
        hearEnd();
}

void SharedReply::hearStart()
{
    if (!m_isCaughtUp || !m_stream)
        return;
    const ChatReply &upstream = *m_stream->m_upstream;
    setRateLimit(upstream.rateLimit());
    start(m_role == Origin::Joined ? Origin::Joined : upstream.origin(), upstream.provider(),
          upstream.model());
}

void SharedReply::hear(const QList<ChatEvent> &events)
{
    if (m_isCaughtUp)
        add(events);
}

void SharedReply::hearEnd()
{
    if (!m_isCaughtUp || !m_stream)
        return;
    // Let go of it first: what the stream remembers is not needed twice.
    const std::shared_ptr<SharedStream> stream = std::exchange(m_stream, nullptr);
    setRateLimit(stream->m_upstream->rateLimit());
    end(stream->m_upstream->failure());
}

void SharedReply::takeOver()
{
    m_role = Origin::Live;
    if (m_isCaughtUp && m_stream->m_hasStarted)
        hearStart();
}

} // namespace kagura
