// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeprovider.h"

#include <algorithm>
#include <utility>

namespace kagura::test {

FakeReply::FakeReply() = default;
FakeReply::~FakeReply() = default;

void FakeReply::sayHead(const QString &provider, const QString &model, Origin origin)
{
    start(origin, provider, model);
}

void FakeReply::succeed()
{
    add({Finish{FinishReason::Stop, QStringLiteral("stop")}});
    end();
}

void FakeReply::abortWork() {}

FakeProvider::FakeProvider(const QString &name)
    : m_name(name)
{}

FakeProvider::~FakeProvider() = default;

void FakeProvider::addFailure(Error::Kind kind, std::optional<std::chrono::milliseconds> retryAfter)
{
    Error error{kind, QStringLiteral("scripted")};
    error.retryAfter = retryAfter;
    addScript({{}, error, {}});
}

Result<CallIdentity> FakeProvider::identify(const ChatRequest &request,
                                            const CallOptions &options) const
{
    if (request.model.isEmpty())
        return Error{Error::Kind::BadRequest, QStringLiteral("name a model")};
    CallIdentity identity;
    identity.dialect = QStringLiteral("fake");
    identity.origin = m_name;
    identity.model = request.model;
    for (const Message &message : request.messages)
        identity.body += message.text().toUtf8() + '\n';
    identity.sampleIndex = options.sampleIndex;
    return identity;
}

std::unique_ptr<ChatReply> FakeProvider::send(const ChatRequest &request,
                                              const CallOptions &options)
{
    auto reply = std::make_unique<FakeReply>();
    m_asked.push_back({request, options});
    m_replies.emplace_back(reply.get());
    std::optional<Error> refused;
    if (options.beforeDispatch)
        refused = options.beforeDispatch();
    if (!refused && m_scripts.empty())
        return reply;
    Script script;
    if (!refused) {
        script = m_scripts.front();
        m_scripts.pop_front();
    } else {
        script.failure = refused;
    }
    const auto play = [fake = reply.get(), script, name = m_name, model = request.model] {
        fake->sayRateLimit(script.rateLimit);
        if (!script.failure || !script.events.isEmpty())
            fake->sayHead(name, model);
        const QPointer<FakeReply> self(fake);
        fake->say(script.events);
        if (!self)
            return;
        if (script.failure)
            fake->fail(*script.failure);
        else
            fake->succeed();
    };
    QMetaObject::invokeMethod(reply.get(), play, Qt::QueuedConnection);
    return reply;
}

std::size_t FakeProvider::alive() const
{
    return static_cast<std::size_t>(
        std::count_if(m_replies.begin(), m_replies.end(), [](const QPointer<FakeReply> &reply) {
            return reply && !reply->isFinished();
        }));
}

ChatRequest question(const QString &text, const QString &model)
{
    ChatRequest request;
    request.model = model;
    request.messages = {Message::fromText(Role::User, text)};
    return request;
}

} // namespace kagura::test
