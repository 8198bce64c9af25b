// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/chatcommand.h"

#include "app/cli/attachment.h"
#include "app/cli/cachewriter.h"
#include "app/cli/exitcode.h"
#include "app/cli/replywriter.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"
#include "core/llm/fallbackprovider.h"
#include "core/llm/modelcatalogue.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 PromptLimitBytes = 20LL * 1024 * 1024;

} // namespace

ChatCommand::ChatCommand(Services &services, ChatArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

ChatCommand::~ChatCommand() = default;

void ChatCommand::start()
{
    if (const Result<void> input = readInput(); !input) {
        fail(input.error());
        return;
    }
    if (m_arguments.save)
        openConversation();
    else
        chooseModels({});
}

void ChatCommand::openConversation()
{
    m_saved = std::make_unique<SavedChat>(m_services);
    connect(m_saved.get(), &SavedChat::opened, this, &ChatCommand::chooseModels);
    connect(m_saved.get(), &SavedChat::refused, this, &ChatCommand::fail);
    connect(m_saved.get(), &SavedChat::replyStarted, this,
            [this](ChatReply *reply) { watch(*reply); });
    connect(m_saved.get(), &SavedChat::storageTroubled, this,
            [](const Error &error) { terminal::writeError(error.message); });
    connect(m_saved.get(), &SavedChat::ended, this, &ChatCommand::printEnd);
    m_saved->open(m_arguments.conversation);
}

void ChatCommand::chooseModels(const Conversation &conversation)
{
    if (m_isInterrupted)
        return;
    const ModelRef usual =
        conversation.model.provider.isEmpty() ? m_services.defaultModel() : conversation.model;
    m_models = {m_arguments.model.value_or(usual)};
    m_models += m_arguments.fallbacks;
    m_arguments.request.model = m_models.constFirst().model;
    prepareProviders();
}

Result<void> ChatCommand::readInput()
{
    Message message{Role::User, {}};
    for (const QString &path : std::as_const(m_arguments.attachments)) {
        const Result<MessagePart> part = readAttachment(path);
        if (!part)
            return part.error();
        message.parts.append(*part);
    }
    if (m_arguments.prompt == "-"_L1)
        m_arguments.prompt = QString::fromUtf8(terminal::readAll(PromptLimitBytes));
    if (m_arguments.prompt.trimmed().isEmpty())
        return Error{Error::Kind::BadRequest, u"the prompt is empty"_s};
    message.parts.append(TextPart{m_arguments.prompt});
    m_arguments.request.messages.append(message);
    return {};
}

// Keys may have to come from a keyring, one after the other, so that at most one prompt is open.
void ChatCommand::prepareProviders()
{
    auto prepared = std::make_shared<std::vector<FallbackProvider::Candidate>>();
    auto next = std::make_shared<std::function<void()>>();
    *next = [this, prepared, weakNext = std::weak_ptr(next)] {
        if (m_isInterrupted)
            return;
        if (prepared->size() == static_cast<std::size_t>(m_models.size())) {
            if (prepared->size() == 1) {
                send(*prepared->front().provider);
            } else {
                m_fallback = std::make_unique<FallbackProvider>(*prepared);
                send(*m_fallback);
            }
            return;
        }
        const ModelRef &model = m_models.at(static_cast<qsizetype>(prepared->size()));
        m_services.providers().prepare(
            model.provider, this,
            [this, prepared, model, again = weakNext.lock()](const Result<Provider *> &provider) {
                if (!provider) {
                    fail(provider.error());
                    return;
                }
                prepared->push_back({model.provider, *provider, model.model});
                (*again)();
            });
    };
    (*next)();
}

void ChatCommand::send(Provider &provider)
{
    CallOptions options;
    options.cacheMode = m_arguments.cacheMode;
    options.retry.maxAttempts = m_arguments.maxAttempts;
    options.tags = {u"cli"_s};
    if (m_arguments.explain) {
        explain(provider, options);
        return;
    }
    if (m_saved) {
        sendSaved(provider, options);
        return;
    }
    m_reply = provider.send(m_arguments.request, options);
    watch(*m_reply);
}

void ChatCommand::explain(Provider &provider, const CallOptions &options)
{
    CacheBrowser *browser = m_services.cache().browser();
    const Result<CallIdentity> identity = provider.identify(m_arguments.request, options);
    if (!identity || browser == nullptr) {
        fail(identity ? Error{Error::Kind::Storage, u"the cache has no file to look into"_s}
                      : identity.error());
        return;
    }
    const CachePolicy policy =
        m_services.cache().policyFor(m_models.constFirst().provider, options);
    browser->explain(
        *identity, policy.space, this, [this](const Result<CacheExplanation> &explanation) {
            if (!explanation) {
                fail(explanation.error());
                return;
            }
            write(cachewriter::explanation(
                *explanation,
                {m_arguments.json, terminal::isInteractive(), m_services.clock().wall()}));
            Q_EMIT finished(ExitSucceeded);
        });
}

void ChatCommand::sendSaved(Provider &provider, const CallOptions &options)
{
    ChatSession::Draft draft;
    draft.text = m_arguments.prompt;
    draft.attachments = m_arguments.request.messages.constFirst().parts;
    draft.attachments.removeLast(); // the prompt itself
    draft.model = m_models.constFirst();
    draft.instructions = {m_arguments.request.system, ChatParameters::of(m_arguments.request)};
    draft.parameters = m_arguments.request;
    draft.options = options;
    m_saved->send(provider, draft);
}

void ChatCommand::watch(ChatReply &reply)
{
    m_watched = &reply;
    connect(&reply, &ChatReply::started, this, [this] {
        if (m_arguments.json)
            write(
                replywriter::startLine(*m_watched, m_saved ? m_saved->conversation() : QString()));
    });
    connect(&reply, &ChatReply::eventsAdded, this, &ChatCommand::printEvents);
    connect(&reply, &Handle::finished, this, [this] {
        noteEnd();
        if (!m_saved)
            printEnd();
    });
}

void ChatCommand::interrupt()
{
    m_isInterrupted = true;
    if (m_saved && m_saved->stop())
        return;
    if (m_reply && !m_reply->isFinished())
        m_reply->cancel();
    else if (!m_reply && m_endLine.isEmpty())
        fail({Error::Kind::Cancelled, u"cancelled"_s});
}

void ChatCommand::printEvents(const QList<ChatEvent> &events)
{
    if (m_arguments.json) {
        write(replywriter::eventLines(events));
        return;
    }
    QString text;
    for (const ChatEvent &event : events) {
        if (const auto *delta = std::get_if<TextDelta>(&event))
            text += delta->text;
        else if (const auto *retry = std::get_if<RetryScheduled>(&event))
            terminal::writeError(u"trying again in %1 s (%2)"_s
                                     .arg(static_cast<double>(retry->after.count()) / 1000.0)
                                     .arg(errorKindName(retry->kind)));
        else if (const auto *fell = std::get_if<FellBack>(&event))
            terminal::writeError(u"falling back to %1/%2"_s.arg(fell->provider, fell->model));
        else if (std::holds_alternative<Restarted>(event))
            terminal::writeError(u"the provider began its answer again"_s);
    }
    if (text.isEmpty())
        return;
    m_endsWithNewline = text.endsWith(u'\n');
    write((terminal::isInteractive() ? terminal::withoutControls(text) : text).toUtf8());
}

void ChatCommand::noteEnd()
{
    // What came from the cache, or along with another call, bills nothing.
    const std::optional<qint64> cost = m_watched->origin() == ChatReply::Origin::Live
        ? m_services.catalogue().costMicroUsd(m_watched->provider(), m_watched->model(),
                                              m_watched->answer().usage)
        : std::optional<qint64>(0);
    m_endLine = replywriter::endLine(
        *m_watched, cost ? std::optional(static_cast<double>(*cost) / 1e6) : std::nullopt,
        m_saved ? m_saved->conversation() : QString());
    m_failure = m_watched->failure();
    m_watched = nullptr;
}

void ChatCommand::printEnd(const std::optional<Error> &storageFailure)
{
    const QString conversation = m_saved ? m_saved->conversation() : QString();
    // It was stopped before there was a reply.
    if (m_endLine.isEmpty())
        m_failure = Error{Error::Kind::Cancelled, u"cancelled"_s};
    const bool isStorageAtFault = !m_failure && storageFailure;
    if (isStorageAtFault)
        m_failure = storageFailure;
    if (m_arguments.json)
        write(m_endLine.isEmpty() || isStorageAtFault
                  ? replywriter::errorLine(*m_failure, conversation)
                  : m_endLine);
    else if (!m_endsWithNewline)
        write("\n");
    if (m_failure && !m_arguments.json && m_failure->kind != Error::Kind::Cancelled)
        terminal::writeError(u"%1: %2"_s.arg(errorKindName(m_failure->kind), m_failure->message));
    if (!conversation.isEmpty() && !m_arguments.json && !storageFailure)
        terminal::writeError(u"saved; go on with --continue %1"_s.arg(conversation));
    Q_EMIT finished(m_failure ? exitCodeFor(*m_failure) : ExitSucceeded);
}

void ChatCommand::fail(const Error &error)
{
    if (m_arguments.json)
        write(replywriter::errorLine(error));
    else if (error.kind != Error::Kind::Cancelled)
        terminal::writeError(error.message);
    Q_EMIT finished(error.kind == Error::Kind::BadRequest ? ExitUsage : exitCodeFor(error));
}

// Whoever closes the pipe wants no more of the answer, and nobody should pay for it.
void ChatCommand::write(const QByteArray &bytes)
{
    if (m_readerIsGone || terminal::writeOut(bytes))
        return;
    m_readerIsGone = true;
    QMetaObject::invokeMethod(this, &ChatCommand::interrupt, Qt::QueuedConnection);
}

} // namespace kagura
