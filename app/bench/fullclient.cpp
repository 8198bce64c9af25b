// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/fullclient.h"

#include <QCoreApplication>

#include <chrono>

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

FullClient::FullClient(const QUrl &baseUrl)
    : m_config(configFor(baseUrl))
    , m_provider(m_config, dialectFor(DialectId::OpenAiChat), m_transport)
{}

QUrl FullClient::callUrl() const
{
    QUrl url = m_config.baseUrl;
    url.setPath(url.path() + u"/chat/completions"_s);
    return url;
}

std::unique_ptr<ChatReply> FullClient::send()
{
    ChatRequest request;
    request.model = u"bench"_s;
    request.messages = {Message::fromText(Role::User, u"go"_s)};
    return m_provider.send(request, {});
}

std::optional<FullClient::Outcome> FullClient::run()
{
    const QObject context;
    Outcome outcome;
    const auto start = std::chrono::steady_clock::now();
    const std::unique_ptr<ChatReply> reply = send();
    QObject::connect(reply.get(), &ChatReply::eventsAdded, &context,
                     [&](const QList<ChatEvent> &events) {
                         for (const ChatEvent &event : events)
                             outcome.texts += std::holds_alternative<TextDelta>(event) ? 1 : 0;
                     });
    QObject::connect(reply.get(), &Handle::finished, &context, [] { QCoreApplication::quit(); });
    QCoreApplication::exec();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    outcome.seconds = took.count();
    return reply->failure() ? std::nullopt : std::optional(outcome);
}

} // namespace kagura::bench
