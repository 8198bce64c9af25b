// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/runs/fakemodels.h"

#include <algorithm>

namespace kagura::test {

namespace {

using namespace Qt::StringLiterals;

QString lastText(const ChatRequest &request)
{
    return request.messages.isEmpty() ? QString() : request.messages.constLast().text();
}

} // namespace

FakeProvider::Script saying(const QString &text)
{
    Usage usage;
    usage.inputTokens = 10;
    usage.outputTokens = 5;
    return {{TextDelta{text}, UsageReported{usage}}, {}, {}};
}

FakeProvider::Script failing(Error::Kind kind)
{
    return {{}, Error{kind, u"as the test wants it"_s}, {}};
}

FakeModels::FakeModels()
{
    echo();
}

FakeModels::~FakeModels() = default;

void FakeModels::echo()
{
    m_answer = [](const ChatRequest &request) {
        return saying(u"answer to "_s + lastText(request));
    };
}

QList<QPointer<FakeReply>> FakeModels::open() const
{
    QList<QPointer<FakeReply>> open;
    for (const QPointer<FakeReply> &reply : m_replies) {
        if (reply && !reply->isFinished())
            open.append(reply);
    }
    return open;
}

void FakeModels::prepare(const QString &, QObject *context, Prepared done)
{
    QMetaObject::invokeMethod(
        context, [this, done = std::move(done)] { done(Result<Provider *>(this)); },
        Qt::QueuedConnection);
}

std::optional<qint64> FakeModels::costMicroUsd(const QString &,
                                               const QString &,
                                               const Usage &usage) const
{
    return usage.inputTokens.value_or(0) + 2 * usage.outputTokens.value_or(0);
}

Result<CallIdentity> FakeModels::identify(const ChatRequest &request, const CallOptions &) const
{
    CallIdentity identity;
    identity.model = request.model;
    return identity;
}

std::unique_ptr<ChatReply> FakeModels::send(const ChatRequest &request, const CallOptions &options)
{
    auto reply = std::make_unique<FakeReply>();
    FakeReply *const raw = reply.get();
    if (isCached)
        raw->sayHead(u"fake"_s, request.model, ChatReply::Origin::Memory);
    else if (options.beforeDispatch) {
        if (const std::optional<Error> refused = options.beforeDispatch()) {
            QMetaObject::invokeMethod(
                raw, [raw, refused] { raw->fail(*refused); }, Qt::QueuedConnection);
            return reply;
        }
    }
    m_asked.push_back({request, options});
    ++m_counts[lastText(request)];
    m_replies.append(raw);
    m_mostAtOnce = std::max(m_mostAtOnce, ++m_atOnce);
    QObject::connect(raw, &Handle::finished, raw, [this] { --m_atOnce; });
    if (const std::optional<FakeProvider::Script> script = m_answer(request)) {
        QMetaObject::invokeMethod(
            raw,
            [raw, script = *script] {
                if (raw->isFinished())
                    return;
                raw->say(script.events);
                if (script.failure)
                    raw->fail(*script.failure);
                else
                    raw->succeed();
            },
            Qt::QueuedConnection);
    }
    return reply;
}

} // namespace kagura::test
