// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/chatsession.h"

#include "core/chat/answerrecorder.h"
#include "core/chat/history.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error badRequest(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

//! What a person added to a message beside its words.
QList<MessagePart> filesOf(const StoredMessage &message)
{
    QList<MessagePart> files;
    for (const MessagePart &part : message.parts) {
        const auto *text = std::get_if<TextPart>(&part);
        if (std::holds_alternative<ImagePart>(part) || (text && !text->name.isEmpty()))
            files.append(part);
    }
    return files;
}

} // namespace

struct ChatSession::Asked
{
    enum class Kind : std::uint8_t { Send, Edit, Regenerate, Continue };

    Kind kind = Kind::Send;
    Draft draft = {};
    QString target = {}; // the message that is edited, regenerated or continued
    ConversationStore::Turn turn = {};
    QList<Message> history = {}; // what the request contains before the new question
    Instructions instructions = {}; // of the conversation
    qsizetype tooMany = 0; // messages of history that would have to go
    bool isDecided = false; // a person said what to do with too many
};

ChatSession::ChatSession(ConversationStore &store,
                         Clock &clock,
                         Services services,
                         const QString &conversation,
                         QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_services(std::move(services))
    , m_conversation(conversation)
{}

ChatSession::~ChatSession() = default;

void ChatSession::send(const Draft &draft)
{
    begin(std::make_shared<Asked>(Asked{Asked::Kind::Send, draft}));
}

void ChatSession::edit(const QString &message, const Draft &draft)
{
    begin(std::make_shared<Asked>(Asked{Asked::Kind::Edit, draft, message}));
}

void ChatSession::regenerate(const QString &answer, const Draft &draft)
{
    begin(std::make_shared<Asked>(Asked{Asked::Kind::Regenerate, draft, answer}));
}

void ChatSession::continueAnswer(const QString &answer, const Draft &draft)
{
    begin(std::make_shared<Asked>(Asked{Asked::Kind::Continue, draft, answer}));
}

void ChatSession::stop()
{
    if (m_stage == Stage::Idle)
        return;
    if (m_stage == Stage::Asking)
        return proceed(OutgrownChoice::Cancel);
    if (m_stage == Stage::Streaming || m_stage == Stage::Preparing)
        m_recorder->cancel();
    else
        m_isStopped = true;
}

void ChatSession::begin(const AskedPointer &asked)
{
    const bool asksNew = asked->kind == Asked::Kind::Send || asked->kind == Asked::Kind::Edit;
    if (m_stage != Stage::Idle)
        return refuse(asked, badRequest(u"an answer is still arriving; stop it first"_s));
    if (asksNew && asked->draft.text.trimmed().isEmpty() && asked->draft.attachments.isEmpty())
        return refuse(asked, badRequest(u"there is nothing to send"_s));
    m_stage = Stage::Storing;
    m_isStopped = false;
    if (m_conversation.isEmpty()) {
        const std::optional<Error> error = place(*asked, {});
        if (!error)
            return store(asked);
        m_stage = Stage::Idle;
        return refuse(asked, *error);
    }
    m_store.branch(m_conversation, this, [this, asked](const Result<Branch> &branch) {
        m_stage = Stage::Idle;
        if (!branch)
            return refuse(asked, branch.error());
        if (const std::optional<Error> error = place(*asked, *branch))
            return refuse(asked, *error);
        m_stage = Stage::Storing;
        store(asked);
    });
}

//! Finds where in the tree the new messages belong, and what was said before them.
std::optional<Error> ChatSession::place(Asked &asked, const Branch &branch) const
{
    const QList<BranchMessage> &messages = branch.messages;
    const auto found =
        std::find_if(messages.cbegin(), messages.cend(),
                     [&](const BranchMessage &one) { return one.message.id == asked.target; });
    if (asked.kind != Asked::Kind::Send && found == messages.cend())
        return badRequest(u"the message is not on the branch that is shown"_s);
    if (!messages.isEmpty() && messages.last().message.state == StoredMessage::State::Streaming)
        return badRequest(u"an answer is still arriving in another window or program"_s);

    const bool wantsAnswer =
        asked.kind == Asked::Kind::Regenerate || asked.kind == Asked::Kind::Continue;
    if (found != messages.cend()
        && found->message.role != (wantsAnswer ? Role::Assistant : Role::User))
        return badRequest(wantsAnswer ? u"only an answer can be asked for again"_s
                                      : u"only a message of yours can be changed"_s);
    if (asked.kind == Asked::Kind::Continue && found != messages.cend() - 1)
        return badRequest(u"only the last answer can be continued"_s);

    const qsizetype place =
        asked.kind == Asked::Kind::Send ? messages.size() : found - messages.cbegin();
    const QString before = place > 0 ? messages.at(place - 1).message.id : QString();
    asked.history = historyOf(messages, place);
    asked.turn.conversation = branch.conversation;
    if (m_conversation.isEmpty())
        asked.turn.conversation.instructions = asked.draft.instructions;
    asked.instructions = asked.turn.conversation.instructions;
    asked.turn.answer.role = Role::Assistant;
    asked.turn.answer.state = StoredMessage::State::Streaming;
    asked.turn.answer.model = asked.draft.model;
    asked.turn.answer.parent = before;
    if (asked.kind == Asked::Kind::Send || asked.kind == Asked::Kind::Edit) {
        const QList<MessagePart> kept =
            asked.kind == Asked::Kind::Edit ? filesOf(found->message) : QList<MessagePart>();
        StoredMessage question = questionOf(asked.draft.text, kept + asked.draft.attachments);
        question.parent = before;
        asked.history.append(question.toMessage());
        asked.turn.question = question;
    } else if (asked.kind == Asked::Kind::Continue && isSaid(found->message)) {
        asked.history.append(found->message.toMessage());
        asked.history.append(Message::fromText(
            Role::User,
            u"Go on exactly where your last message ends. Repeat nothing of it, and say "
            "nothing about going on."_s));
    }
    return std::nullopt;
}

ChatRequest ChatSession::requestOf(const Asked &asked)
{
    ChatRequest request = asked.draft.parameters;
    request.model = asked.draft.model.model;
    request.messages = asked.history;
    asked.instructions.fill(request);
    return request;
}

bool ChatSession::isOutgrown(const AskedPointer &asked)
{
    const std::optional<qint64> window =
        m_services.contextTokens ? m_services.contextTokens(asked->draft.model) : std::nullopt;
    if (asked->isDecided || !window)
        return false;
    const std::optional<Outgrown> found = kagura::outgrown(requestOf(*asked), *window);
    if (!found)
        return false;
    asked->tooMany = found->dropped.size();
    m_asking = asked;
    m_stage = Stage::Asking;
    Q_EMIT outgrown(*found);
    return true;
}

void ChatSession::proceed(OutgrownChoice choice)
{
    if (m_stage != Stage::Asking)
        return;
    const AskedPointer asked = std::exchange(m_asking, nullptr);
    m_stage = Stage::Idle;
    if (choice == OutgrownChoice::Cancel)
        return refuse(asked, {Error::Kind::Cancelled, u"nothing was sent"_s});
    if (choice == OutgrownChoice::DropOldest)
        asked->history.remove(0, asked->tooMany);
    asked->isDecided = true;
    m_stage = Stage::Storing;
    store(asked);
}

void ChatSession::store(const AskedPointer &asked)
{
    if (isOutgrown(asked))
        return;
    if (asked->kind == Asked::Kind::Continue) {
        m_store.reopenAnswer(asked->target, this,
                             [this, asked](const Result<StoredMessage> &answer) {
                                 if (!answer) {
                                     m_stage = Stage::Idle;
                                     return refuse(asked, answer.error());
                                 }
                                 Q_EMIT messageChanged(*answer);
                                 follow(asked, *answer);
                             });
        return;
    }
    m_store.beginTurn(asked->turn, this,
                      [this, asked](const Result<ConversationStore::Turn> &turn) {
                          if (!turn) {
                              m_stage = Stage::Idle;
                              return refuse(asked, turn.error());
                          }
                          if (std::exchange(m_conversation, turn->conversation.id).isEmpty())
                              Q_EMIT conversationStarted(turn->conversation);
                          if (turn->question)
                              Q_EMIT messageAdded(*turn->question);
                          Q_EMIT messageAdded(turn->answer);
                          follow(asked, turn->answer);
                      });
}

void ChatSession::follow(const AskedPointer &asked, const StoredMessage &answer)
{
    m_stage = Stage::Preparing;
    m_recorder =
        std::make_unique<AnswerRecorder>(m_store, m_clock, answer, m_services.costMicroUsd);
    connect(m_recorder.get(), &AnswerRecorder::textArrived, this,
            [this, id = answer.id] { Q_EMIT textArrived(id); });
    connect(
        m_recorder.get(), &AnswerRecorder::retryScheduled, this,
        [this, id = answer.id](const RetryScheduled &retry) { Q_EMIT retryScheduled(id, retry); });
    connect(m_recorder.get(), &AnswerRecorder::storageFailed, this, &ChatSession::storageFailed);
    connect(m_recorder.get(), &AnswerRecorder::finished, this, [this](const StoredMessage &ended) {
        m_stage = Stage::Idle;
        Q_EMIT messageChanged(ended);
        Q_EMIT streamFinished(ended.id);
    });
    Q_EMIT streamStarted(answer.id, m_recorder->live());
    if (m_isStopped)
        return m_recorder->cancel();
    m_services.provider(
        asked->draft.model.provider, m_recorder.get(),
        [this, asked](const Result<Provider *> &provider) { dispatch(asked, provider); });
}

void ChatSession::dispatch(const AskedPointer &asked, const Result<Provider *> &provider)
{
    // It was stopped while the provider was looked for.
    if (m_stage != Stage::Preparing || m_recorder->hasEnded())
        return;
    if (!provider)
        return m_recorder->fail(provider.error());
    m_stage = Stage::Streaming;
    const ChatRequest request = requestOf(*asked);
    CallOptions options = asked->draft.options;
    asked->instructions.fill(options);
    options.tags.append(u"conversation:"_s + m_conversation);
    std::unique_ptr<ChatReply> reply = (*provider)->send(request, options);
    if (m_services.sent)
        m_services.sent(
            {m_recorder->answer().id, asked->draft.model, **provider, request, options, *reply});
    m_recorder->follow(std::move(reply));
}

void ChatSession::refuse(const AskedPointer &asked, const Error &error)
{
    Q_EMIT sendRefused(asked->draft.text, error);
}

} // namespace kagura
