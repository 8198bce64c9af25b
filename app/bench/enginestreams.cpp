// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/enginestreams.h"

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

ProviderConfig configFor(const QUrl &baseUrl)
{
    ProviderConfig config;
    config.name = u"bench"_s;
    config.baseUrl = baseUrl;
    config.needsKey = false;
    return config;
}

} // namespace

// Lives in the engine thread and dies with its loop.
class EngineStreams::Worker final : public QObject
{
public:
    Worker(const QUrl &baseUrl, EngineStreams &owner)
        : m_config(configFor(baseUrl))
        , m_provider(m_config, dialectFor(DialectId::OpenAiChat), m_transport)
        , m_owner(owner)
    {}

    void call(const LiveTextPointer &live)
    {
        ChatRequest request;
        request.model = u"bench"_s;
        request.messages = {Message::fromText(Role::User, u"go"_s)};
        m_replies.push_back(m_provider.send(request, {}));
        connect(m_replies.back().get(), &ChatReply::eventsAdded, this,
                [this, live](const QList<ChatEvent> &events) {
                    bool wasEmpty = false;
                    for (const ChatEvent &event : events) {
                        if (const auto *delta = std::get_if<TextDelta>(&event))
                            wasEmpty |= live->text.append(delta->text).wasEmpty;
                    }
                    if (wasEmpty)
                        Q_EMIT m_owner.arrived();
                });
    }

private:
    QtTransport m_transport;
    ProviderConfig m_config;
    VendorProvider m_provider;
    std::vector<std::unique_ptr<ChatReply>> m_replies;
    EngineStreams &m_owner;
};

EngineStreams::EngineStreams(const QUrl &baseUrl, int count)
{
    for (int i = 0; i < count; ++i)
        m_texts.push_back(std::make_shared<LiveText>());
    auto *worker = new Worker(baseUrl, *this);
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(worker, [worker, texts = m_texts] {
        for (const LiveTextPointer &live : texts)
            worker->call(live);
    });
}

EngineStreams::~EngineStreams()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace kagura::bench
