// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/relayreply.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

bool isNotice(const ChatEvent &event)
{
    return std::holds_alternative<RetryScheduled>(event) || std::holds_alternative<FellBack>(event);
}

bool isWorthShowing(const ChatEvent &event)
{
    return isContent(event) || std::holds_alternative<Finish>(event);
}

} // namespace

RelayReply::RelayReply(Pass pass)
    : m_pass(pass)
{}

RelayReply::~RelayReply() = default;

void RelayReply::follow(std::unique_ptr<ChatReply> attempt)
{
    letGo();
    m_attempt = std::move(attempt);
    ChatReply *inner = m_attempt.get();
    connect(inner, &ChatReply::queuedChanged, this, [this] { setQueued(m_attempt->isQueued()); });
    connect(inner, &ChatReply::started, this, [this] {
        m_isAttemptStarted = true;
        setRateLimit(m_attempt->rateLimit());
        attemptStarted();
        if (m_pass == Pass::AtOnce)
            show();
    });
    connect(inner, &ChatReply::eventsAdded, this,
            [this](const QList<ChatEvent> &events) { pass(events); });
    connect(inner, &Handle::finished, this, [this] {
        setRateLimit(m_attempt->rateLimit());
        const std::optional<Error> failure = m_attempt->failure();
        attemptEnded(failure);
    });
    setQueued(inner->isQueued());
}

void RelayReply::attemptStarted() {}

// Whoever hears us may delete us: after each signal nothing of ours may be touched unchecked.
void RelayReply::pass(const QList<ChatEvent> &events)
{
    if (m_hasShown) {
        add(events);
        return;
    }
    QList<ChatEvent> notices;
    for (const ChatEvent &event : events)
        (isNotice(event) ? notices : m_held).append(event);
    const bool isShown =
        m_pass == Pass::AtOnce || std::any_of(events.cbegin(), events.cend(), isWorthShowing);
    const QPointer<RelayReply> self(this);
    add(notices);
    if (self && isShown)
        show();
}

void RelayReply::show()
{
    const QPointer<RelayReply> self(this);
    m_hasShown = true;
    if (m_attempt && m_attempt->cacheOutcome())
        setCacheOutcome(*m_attempt->cacheOutcome());
    if (m_attempt && m_isAttemptStarted)
        start(m_attempt->origin(), m_attempt->provider(), m_attempt->model());
    if (self)
        add(std::exchange(m_held, {}));
}

void RelayReply::settle(std::optional<Error> failure)
{
    const QPointer<RelayReply> self(this);
    if (!m_hasShown)
        show();
    if (self)
        end(std::move(failure));
}

void RelayReply::abortWork()
{
    if (!m_attempt)
        return;
    disconnect(m_attempt.get(), nullptr, this, nullptr);
    m_attempt->cancel();
    letGo();
}

// The attempt may be the one that is speaking just now.
void RelayReply::letGo()
{
    m_held.clear();
    m_isAttemptStarted = false;
    if (!m_attempt)
        return;
    disconnect(m_attempt.get(), nullptr, this, nullptr);
    m_attempt.release()->deleteLater();
}

} // namespace kagura
