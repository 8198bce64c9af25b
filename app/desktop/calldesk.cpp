// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/calldesk.h"

#include "app/desktop/callreport.h"
#include "app/services/services.h"
#include "core/llm/dialects/dialect.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace std::chrono_literals;

constexpr auto ReportPause = 300ms;

std::optional<ProviderConfig> configOf(const ProviderRegistry &providers, const QString &name)
{
    for (const ProviderConfig &config : providers.configs()) {
        if (config.name == name)
            return config;
    }
    return std::nullopt;
}

//! As the vendor's provider writes it, with a mark where the key goes.
std::optional<HttpRequest> requestOf(const ProviderConfig &config, const ChatRequest &asked)
{
    const Dialect &dialect = dialectFor(config.dialect);
    Result<HttpRequest> encoded = dialect.encodeChat(asked, config);
    if (!encoded)
        return std::nullopt;
    HttpRequest request = std::move(encoded).value();
    if (config.needsKey)
        request.credentials.append(dialect.credential({}));
    return request;
}

} // namespace

CallDesk::CallDesk(QObject *parent)
    : QObject(parent)
{}

CallDesk::~CallDesk() = default;

void CallDesk::start(Services &services, ConversationStore &store)
{
    m_services = &services;
    m_store = &store;
    connect(&store, &ConversationStore::messageChanged, this, [this](const StoredMessage &message) {
        if (message.id == m_inspected)
            reportSoon();
    });
}

CallDesk::Call *CallDesk::find(const QString &message)
{
    const auto found = std::find_if(m_calls.begin(), m_calls.end(), [&message](const Call &call) {
        return call.message == message;
    });
    return found == m_calls.end() ? nullptr : &*found;
}

void CallDesk::watch(const SentCall &sent)
{
    std::erase_if(m_calls, [&sent](const Call &call) { return call.message == sent.message; });
    const std::optional<ProviderConfig> config =
        configOf(m_services->providers(), sent.model.provider);
    Call call;
    call.message = sent.message;
    call.keyVariable = config ? config->keyVariable : QString();
    call.recorder = std::make_unique<CallRecorder>(
        config ? requestOf(*config, sent.request) : std::nullopt, sent.model.provider,
        sent.model.model, sent.reply, m_services->clock());
    connect(call.recorder.get(), &CallRecorder::answeredFrom, this,
            [this, message = sent.message, recorder = call.recorder.get(),
             identity = sent.provider.identify(sent.request, sent.options),
             space = m_services->cache().policyFor(sent.model.provider, sent.options).space] {
                const std::optional<CacheOutcome> &cache = recorder->record().cache;
                if (cache && cache->kind == CacheOutcome::Kind::Miss)
                    explainMiss(message, identity, space);
            });
    connect(call.recorder.get(), &CallRecorder::ended, this, &CallDesk::shrink);
    m_calls.push_back(std::move(call));
    shrink();
    if (sent.message == m_inspected)
        reportSoon();
}

// Now, and not when somebody asks: by then the answer itself is in the cache.
void CallDesk::explainMiss(const QString &message,
                           const Result<CallIdentity> &identity,
                           const CacheSpace &space)
{
    CacheBrowser *browser = m_services->cache().browser();
    if (!identity || browser == nullptr)
        return;
    browser->explain(*identity, space, this,
                     [this, message](const Result<CacheExplanation> &explanation) {
                         Call *call = find(message);
                         if (call && explanation && !explanation->isHit)
                             call->explanation = *explanation;
                     });
}

// Those that are under way stay: they are few, and somebody may be looking.
void CallDesk::shrink()
{
    qint64 bytes = 0;
    for (const Call &call : m_calls) {
        const std::optional<HttpRequest> &request = call.recorder->record().request;
        bytes += request ? request->body.size() : 0;
    }
    for (auto call = m_calls.begin();
         call != m_calls.end() && (m_calls.size() > keptCalls || bytes > keptBytes);) {
        if (!call->recorder->hasEnded()) {
            ++call;
            continue;
        }
        const std::optional<HttpRequest> &request = call->recorder->record().request;
        bytes -= request ? request->body.size() : 0;
        call = m_calls.erase(call);
    }
}

void CallDesk::inspect(const QString &message)
{
    m_inspected = message;
    report();
}

void CallDesk::leave()
{
    m_inspected.clear();
}

void CallDesk::forget(const QStringList &messages)
{
    std::erase_if(m_calls, [&messages](const Call &call) {
        return messages.contains(call.message) && call.recorder->hasEnded();
    });
}

void CallDesk::reportSoon()
{
    if (std::exchange(m_isReportDue, true))
        return;
    m_services->clock().callLater(ReportPause, this, [this] {
        m_isReportDue = false;
        report();
    });
}

void CallDesk::report()
{
    if (!m_store || m_inspected.isEmpty())
        return;
    m_store->versions(m_inspected, this, [this, id = m_inspected](const auto &versions) {
        if (id != m_inspected)
            return;
        if (!versions) {
            Q_EMIT notice(versions.error().message);
            return;
        }
        for (const StoredMessage &answer : *versions) {
            if (answer.id != id)
                continue;
            KnownCall known{answer};
            if (const Call *call = find(id)) {
                known.record = &call->recorder->record();
                known.explanation = call->explanation;
                known.keyVariable = call->keyVariable;
            }
            Q_EMIT inspected(reportOf(known, m_services->catalogue(), m_services->redactor()));
            if (answer.state == StoredMessage::State::Streaming)
                reportSoon();
        }
    });
}

} // namespace kagura
