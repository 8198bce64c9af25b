// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/retryingprovider.h"

#include "core/llm/dispatchonce.h"
#include "core/llm/relayreply.h"

#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kagura {

class RetryingProvider::Reply final : public RelayReply
{
public:
    Reply(RetryingProvider &provider, ChatRequest request, CallOptions options)
        : RelayReply(Pass::FromContent)
        , m_provider(provider)
        , m_request(std::move(request))
        , m_options(std::move(options))
        , m_dispatch(m_options)
    {}

    void attempt()
    {
        ++m_attempts;
        follow(m_provider.m_inner.send(m_request, m_options));
    }

protected:
    void attemptEnded(const std::optional<Error> &failure) override
    {
        if (!failure || !isCurable(*failure)) {
            settle(failure);
            return;
        }
        const bool isTold = failure->retryAfter && failure->retryAfter->count() > 0;
        const std::chrono::milliseconds pause = isTold
            ? *failure->retryAfter
            : retryPause(m_options.retry, m_attempts + 1, m_provider.m_random());
        const QPointer<Reply> self(this);
        add({RetryScheduled{m_attempts + 1, pause, failure->kind}});
        if (!self || isFinished())
            return;
        m_provider.m_clock.callLater(pause, this, [this] {
            if (!isFinished())
                attempt();
        });
    }

private:
    [[nodiscard]] bool isCurable(const Error &failure) const
    {
        const RetryPolicy &policy = m_options.retry;
        return !hasShown() && !m_dispatch.hasRefused() && m_attempts < policy.maxAttempts
            && failure.kind != Error::Kind::Quota && failure.kind != Error::Kind::Cancelled
            && policy.kinds.contains(failure.kind) && !failure.isFinal
            && (!failure.retryAfter || *failure.retryAfter <= policy.retryAfterCap);
    }

    RetryingProvider &m_provider;
    ChatRequest m_request;
    CallOptions m_options;
    DispatchOnce m_dispatch;
    int m_attempts = 0;
};

std::chrono::milliseconds retryPause(const RetryPolicy &policy, int attempt, double random)
{
    constexpr int SteepestDoubling = 30;
    const int doublings = std::clamp(attempt - 2, 0, SteepestDoubling);
    const double grown = static_cast<double>(policy.base.count()) * std::exp2(doublings);
    const double capped = std::min(grown, static_cast<double>(policy.cap.count()));
    return std::chrono::milliseconds(std::llround(capped * (1.0 - 0.25 * random)));
}

RetryingProvider::RetryingProvider(Provider &inner, Clock &clock, std::function<double()> random)
    : m_inner(inner)
    , m_clock(clock)
    , m_random(std::move(random))
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
}

RetryingProvider::~RetryingProvider() = default;

Result<CallIdentity> RetryingProvider::identify(const ChatRequest &request,
                                                const CallOptions &options) const
{
    return m_inner.identify(request, options);
}

std::unique_ptr<ChatReply> RetryingProvider::send(const ChatRequest &request,
                                                  const CallOptions &options)
{
    auto reply = std::make_unique<Reply>(*this, request, options);
    reply->attempt();
    return reply;
}

} // namespace kagura
