// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/chatcommand.h"

#include "app/cli/attachment.h"
#include "app/cli/exitcode.h"
#include "app/cli/replywriter.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"
#include "core/llm/fallbackprovider.h"
#include "core/llm/modelcatalogue.h"

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
    m_models = {m_arguments.model.value_or(m_services.defaultModel())};
    m_models += m_arguments.fallbacks;
    m_arguments.request.model = m_models.constFirst().model;
    if (m_arguments.cacheMode == CacheMode::OfflineOnly
        && m_models.constFirst() != Services::guideModel()) {
        fail(
            {Error::Kind::Network,
             u"--offline was asked for, and there is no cached answer to this; only guide/guide answers offline"_s});
        return;
    }
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
    m_reply = provider.send(m_arguments.request, options);
    connect(m_reply.get(), &ChatReply::started, this, [this] {
        if (m_arguments.json)
            write(replywriter::startLine(*m_reply));
    });
    connect(m_reply.get(), &ChatReply::eventsAdded, this, &ChatCommand::printEvents);
    connect(m_reply.get(), &Handle::finished, this, &ChatCommand::printEnd);
}

void ChatCommand::interrupt()
{
    m_isInterrupted = true;
    if (m_reply && !m_reply->isFinished()) {
        m_reply->cancel();
        return;
    }
    if (!m_reply)
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

void ChatCommand::printEnd()
{
    const std::optional<Error> &failure = m_reply->failure();
    if (m_arguments.json) {
        const std::optional<qint64> cost = m_services.catalogue().costMicroUsd(
            m_reply->provider(), m_reply->model(), m_reply->answer().usage);
        write(replywriter::endLine(
            *m_reply, cost ? std::optional(static_cast<double>(*cost) / 1e6) : std::nullopt));
    } else if (!m_endsWithNewline) {
        write("\n");
    }
    if (failure && !m_arguments.json && failure->kind != Error::Kind::Cancelled)
        terminal::writeError(u"%1: %2"_s.arg(errorKindName(failure->kind), failure->message));
    Q_EMIT finished(failure ? exitCodeFor(*failure) : ExitSucceeded);
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
