// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/limitingprovider.h"

#include "core/llm/accountgate.h"
#include "core/llm/relayreply.h"

#include <utility>

namespace kagura {

namespace {

constexpr qint64 BytesPerToken = 4;
constexpr qint64 TokensPerImage = 1000;
constexpr qint64 UsualAnswerTokens = 1000;

Error tooLongHeld(std::chrono::milliseconds left)
{
    Error error{
        Error::Kind::RateLimited,
        QStringLiteral("the server asked this account to wait for %1 s: try again later, or "
                       "use another model")
            .arg(std::chrono::ceil<std::chrono::seconds>(left).count())};
    error.retryAfter = left;
    return error;
}

qint64 partBytes(const MessagePart &part)
{
    if (const auto *text = std::get_if<TextPart>(&part))
        return text->text.size();
    if (const auto *reasoning = std::get_if<ReasoningPart>(&part))
        return reasoning->text.size();
    if (const auto *call = std::get_if<ToolCall>(&part))
        return call->name.size() + call->arguments.size();
    if (const auto *result = std::get_if<ToolResultPart>(&part))
        return result->text.size();
    return TokensPerImage * BytesPerToken;
}

} // namespace

qint64 estimatedTokens(const ChatRequest &request)
{
    qint64 bytes = request.system.size();
    for (const Message &message : request.messages) {
        for (const MessagePart &part : message.parts)
            bytes += partBytes(part);
    }
    return bytes / BytesPerToken + request.maxTokens.value_or(UsualAnswerTokens);
}

class LimitingProvider::Reply final : public RelayReply, private AccountGate::Guest
{
public:
    Reply(LimitingProvider &provider, ChatRequest request, CallOptions options)
        : RelayReply(Pass::AtOnce)
        , m_provider(provider)
        , m_request(std::move(request))
        , m_options(std::move(options))
    {}
    ~Reply() override
    {
        // A reply that has ended may be deleted late, when the provider is gone.
        if (m_ticket != 0)
            m_provider.m_gate.leave(m_ticket);
    }
    Q_DISABLE_COPY_MOVE(Reply)

    void enter()
    {
        m_provider.m_gate.enter(*this, m_ticket, estimatedTokens(m_request));
        if (!m_isAdmitted)
            setQueued(true);
        const std::chrono::milliseconds left = m_provider.m_gate.holdLeft();
        if (!m_isAdmitted && isTooLong(left))
            QMetaObject::invokeMethod(
                this, [this, left] { giveUp(left); }, Qt::QueuedConnection);
    }

protected:
    void attemptStarted() override { m_provider.m_gate.observe(m_ticket, rateLimit()); }

    void attemptEnded(const std::optional<Error> &failure) override
    {
        m_provider.m_gate.observe(m_ticket, rateLimit());
        m_provider.m_gate.settle(std::exchange(m_ticket, 0), failure, answer().usage);
        settle(failure);
    }

    void abortWork() override
    {
        RelayReply::abortWork();
        m_provider.m_gate.leave(std::exchange(m_ticket, 0));
    }

private:
    void admitted() override
    {
        m_isAdmitted = true;
        follow(m_provider.m_inner.send(m_request, m_options));
    }

    void held(std::chrono::milliseconds left) override
    {
        if (isTooLong(left))
            giveUp(left);
    }

    [[nodiscard]] bool isTooLong(std::chrono::milliseconds left) const
    {
        return left > m_options.retry.retryAfterCap;
    }

    void giveUp(std::chrono::milliseconds left)
    {
        if (isFinished() || m_isAdmitted)
            return;
        m_provider.m_gate.leave(std::exchange(m_ticket, 0));
        end(tooLongHeld(left));
    }

    LimitingProvider &m_provider;
    ChatRequest m_request;
    CallOptions m_options;
    AccountGate::Ticket m_ticket = 0;
    bool m_isAdmitted = false;
};

LimitingProvider::LimitingProvider(Provider &inner, AccountGate &gate)
    : m_inner(inner)
    , m_gate(gate)
{}

LimitingProvider::~LimitingProvider() = default;

Result<CallIdentity> LimitingProvider::identify(const ChatRequest &request,
                                                const CallOptions &options) const
{
    return m_inner.identify(request, options);
}

std::unique_ptr<ChatReply> LimitingProvider::send(const ChatRequest &request,
                                                  const CallOptions &options)
{
    auto reply = std::make_unique<Reply>(*this, request, options);
    reply->enter();
    return reply;
}

} // namespace kagura
