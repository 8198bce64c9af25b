// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/instantprovider.h"

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

class InstantReply final : public ChatReply
{
public:
    //! text: empty: it never ends by itself.
    explicit InstantReply(const QString &text)
    {
        QMetaObject::invokeMethod(
            this, [this, text] { answer(text); }, Qt::QueuedConnection);
    }

protected:
    void abortWork() override {}

private:
    void answer(const QString &text)
    {
        if (isFinished())
            return;
        start(Origin::Live, u"bench"_s, u"m"_s);
        if (text.isEmpty())
            return;
        Usage usage;
        usage.inputTokens = 12;
        usage.outputTokens = 9;
        add({TextDelta{text}, UsageReported{usage}, Finish{FinishReason::Stop, u"stop"_s}});
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
    QString text = isSilent ? QString() : u"An answer of no importance, as short as many are."_s;
    // No two alike, so that each is kept.
    if (answerBytes > 0)
        text += QString::number(m_callCount).rightJustified(answerBytes, u'.');
    ++m_callCount;
    called();
    return std::make_unique<InstantReply>(text);
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
