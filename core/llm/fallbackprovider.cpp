// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/fallbackprovider.h"

#include "core/llm/dispatchonce.h"
#include "core/llm/relayreply.h"

#include <QPointer>

#include <utility>

namespace kagura {

class FallbackProvider::Reply final : public RelayReply
{
public:
    Reply(const FallbackProvider &provider, ChatRequest request, CallOptions options)
        : RelayReply(Pass::FromContent)
        , m_provider(provider)
        , m_request(std::move(request))
        , m_options(std::move(options))
        , m_dispatch(m_options)
    {}

    void ask(std::size_t index)
    {
        m_index = index;
        ChatRequest own = m_request;
        own.model = modelAt(index);
        follow(m_provider.m_candidates.at(index).provider->send(own, m_options));
    }

protected:
    void attemptEnded(const std::optional<Error> &failure) override
    {
        const std::size_t next = m_index + 1;
        if (!failure || hasShown() || m_dispatch.hasRefused()
            || next >= m_provider.m_candidates.size() || !isCuredByAnotherModel(*failure)) {
            settle(failure);
            return;
        }
        const QPointer<Reply> self(this);
        add({FellBack{m_provider.m_candidates.at(next).name, modelAt(next)}});
        if (self && !isFinished())
            ask(next);
    }

private:
    [[nodiscard]] QString modelAt(std::size_t index) const
    {
        const QString &model = m_provider.m_candidates.at(index).model;
        return model.isEmpty() ? m_request.model : model;
    }

    const FallbackProvider &m_provider;
    ChatRequest m_request;
    CallOptions m_options;
    DispatchOnce m_dispatch;
    std::size_t m_index = 0;
};

bool isCuredByAnotherModel(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Timeout:
    case Error::Kind::Network:
    case Error::Kind::Auth:
    case Error::Kind::RateLimited:
    case Error::Kind::Quota:
    case Error::Kind::Overloaded:
    case Error::Kind::Server:
    case Error::Kind::ContextLength:
    case Error::Kind::Truncated:
    case Error::Kind::Protocol:
        return true;
    case Error::Kind::BadRequest:
        return error.httpStatus == 404;
    case Error::Kind::Cancelled:
    case Error::Kind::ContentFilter:
    case Error::Kind::Storage:
    case Error::Kind::Internal:
        return false;
    }
    return false;
}

FallbackProvider::FallbackProvider(std::vector<Candidate> candidates)
    : m_candidates(std::move(candidates))
{
    Q_ASSERT(!m_candidates.empty());
}

FallbackProvider::~FallbackProvider() = default;

Result<CallIdentity> FallbackProvider::identify(const ChatRequest &request,
                                                const CallOptions &options) const
{
    const Candidate &first = m_candidates.front();
    ChatRequest own = request;
    if (!first.model.isEmpty())
        own.model = first.model;
    return first.provider->identify(own, options);
}

std::unique_ptr<ChatReply> FallbackProvider::send(const ChatRequest &request,
                                                  const CallOptions &options)
{
    auto reply = std::make_unique<Reply>(*this, request, options);
    reply->ask(0);
    return reply;
}

} // namespace kagura
