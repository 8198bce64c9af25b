// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/instantprovider.h"

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

class InstantReply final : public ChatReply
{
public:
    explicit InstantReply(bool isSilent)
    {
        QMetaObject::invokeMethod(
            this, [this, isSilent] { answer(isSilent); }, Qt::QueuedConnection);
    }

protected:
    void abortWork() override {}

private:
    void answer(bool isSilent)
    {
        if (isFinished())
            return;
        start(Origin::Live, u"bench"_s, u"m"_s);
        if (isSilent)
            return;
        Usage usage;
        usage.inputTokens = 12;
        usage.outputTokens = 9;
        add({TextDelta{u"An answer of no importance, as short as many are."_s},
             UsageReported{usage}, Finish{FinishReason::Stop, u"stop"_s}});
        end();
    }
};

ProviderConfig benchConfig()
{
    ProviderConfig config;
    config.name = u"bench"_s;
    config.baseUrl = QUrl(u"http://127.0.0.1:9/v1"_s); // which nobody ever asks
    config.needsKey = false;
    return config;
}

} // namespace

InstantProvider::InstantProvider()
    : m_vendor(benchConfig(), dialectFor(DialectId::OpenAiChat), m_transport)
{}

InstantProvider::~InstantProvider() = default;

Result<CallIdentity> InstantProvider::identify(const ChatRequest &request,
                                               const CallOptions &options) const
{
    return m_vendor.identify(request, options);
}

std::unique_ptr<ChatReply> InstantProvider::send(const ChatRequest &, const CallOptions &options)
{
    if (options.beforeDispatch)
        static_cast<void>(options.beforeDispatch());
    ++m_callCount;
    return std::make_unique<InstantReply>(isSilent);
}

void BenchModels::prepare(const QString &, QObject *context, Prepared done)
{
    QMetaObject::invokeMethod(
        context, [this, done = std::move(done)] { done(Result<Provider *>(&m_provider)); },
        Qt::QueuedConnection);
}

std::optional<qint64> BenchModels::costMicroUsd(const QString &,
                                                const QString &,
                                                const Usage &) const
{
    return 0;
}

} // namespace kagura::bench
