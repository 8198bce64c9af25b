// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/comparison.h"

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

} // namespace

struct Comparison::Asked
{
    ChatSession::Draft draft;
    QList<ModelRef> models; // that are not asked yet
    ConversationStore::Turn turn = {}; // with the question, until it is stored
    QString question = {};
    QList<Message> history = {};
    Instructions instructions = {}; // of the conversation
};

Comparison::Comparison(ConversationStore &store,
                       Clock &clock,
                       ChatSession::Services services,
                       const QString &conversation,
                       QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_services(std::move(services))
    , m_conversation(conversation)
{}

Comparison::~Comparison() = default;

bool Comparison::isBusy() const
{
    return m_unstored > 0
        || std::any_of(m_recorders.cbegin(), m_recorders.cend(),
                       [](const auto &recorder) { return !recorder->hasEnded(); });
}

void Comparison::ask(const ChatSession::Draft &draft, const QList<ModelRef> &models)
{
    const auto asked = std::make_shared<Asked>(Asked{draft, models});
    if (isBusy())
        return refuse(asked, badRequest(u"answers are still arriving; stop them first"_s));
    if (draft.text.trimmed().isEmpty() && draft.attachments.isEmpty())
        return refuse(asked, badRequest(u"there is nothing to send"_s));
    if (models.isEmpty() || models.size() > mostModels)
        return refuse(
            asked, badRequest(u"between one and %1 models can be asked at once"_s.arg(mostModels)));
    m_recorders.clear();
    m_isStopped = false;
    m_unstored = models.size();
    if (m_conversation.isEmpty())
        return begin(asked, {});
    m_store.branch(m_conversation, this, [this, asked](const Result<Branch> &branch) {
        if (branch)
            return begin(asked, *branch);
        m_unstored = 0;
        refuse(asked, branch.error());
    });
}

void Comparison::begin(const AskedPointer &asked, const Branch &branch)
{
    const QList<BranchMessage> &messages = branch.messages;
    if (!messages.isEmpty() && messages.last().message.state == StoredMessage::State::Streaming) {
        m_unstored = 0;
        return refuse(asked, badRequest(u"an answer is still arriving in this conversation"_s));
    }
    StoredMessage question = questionOf(asked->draft.text, asked->draft.attachments);
    question.parent = messages.isEmpty() ? QString() : messages.last().message.id;
    asked->history = historyOf(messages, messages.size());
    asked->history.append(question.toMessage());
    asked->turn.conversation = branch.conversation;
    if (m_conversation.isEmpty())
        asked->turn.conversation.instructions = asked->draft.instructions;
    asked->instructions = asked->turn.conversation.instructions;
    asked->turn.question = question;
    store(asked);
}

//! One answer after the other, so that their order as versions is that of the models.
void Comparison::store(const AskedPointer &asked)
{
    ConversationStore::Turn turn = asked->turn;
    turn.answer.role = Role::Assistant;
    turn.answer.state = StoredMessage::State::Streaming;
    turn.answer.model = asked->models.first();
    turn.answer.parent = asked->question;
    m_store.beginTurn(turn, this, [this, asked](const Result<ConversationStore::Turn> &stored) {
        if (!stored) {
            m_unstored = 0;
            if (asked->question.isEmpty())
                return refuse(asked, stored.error());
            Q_EMIT storageFailed(stored.error());
            return;
        }
        if (stored->question) {
            if (std::exchange(m_conversation, stored->conversation.id).isEmpty())
                Q_EMIT conversationStarted(stored->conversation);
            asked->question = stored->question->id;
            asked->turn.conversation = stored->conversation;
            asked->turn.question.reset();
            Q_EMIT questionAdded(*stored->question);
        }
        asked->models.removeFirst();
        m_unstored = asked->models.size();
        follow(asked, stored->answer);
        if (m_unstored > 0)
            store(asked);
    });
}

void Comparison::follow(const AskedPointer &asked, const StoredMessage &answer)
{
    m_recorders.push_back(
        std::make_unique<AnswerRecorder>(m_store, m_clock, answer, m_services.costMicroUsd));
    AnswerRecorder *recorder = m_recorders.back().get();
    connect(recorder, &AnswerRecorder::textArrived, this,
            [this, id = answer.id] { Q_EMIT textArrived(id); });
    connect(recorder, &AnswerRecorder::storageFailed, this, &Comparison::storageFailed);
    connect(recorder, &AnswerRecorder::finished, this, &Comparison::answerEnded);
    Q_EMIT answerStarted(answer, recorder->live());
    if (m_isStopped)
        return recorder->cancel();
    m_services.provider(answer.model.provider, recorder,
                        [this, asked, recorder](const Result<Provider *> &provider) {
                            dispatch(asked, *recorder, provider);
                        });
}

void Comparison::dispatch(const AskedPointer &asked,
                          AnswerRecorder &recorder,
                          const Result<Provider *> &provider)
{
    if (recorder.hasEnded())
        return; // it was stopped while the provider was looked for
    if (!provider)
        return recorder.fail(provider.error());
    const StoredMessage &answer = recorder.answer();
    ChatRequest request = asked->draft.parameters;
    request.model = answer.model.model;
    request.messages = asked->history;
    asked->instructions.fill(request);
    CallOptions options = asked->draft.options;
    asked->instructions.fill(options);
    options.tags.append(u"conversation:"_s + m_conversation);
    std::unique_ptr<ChatReply> reply = (*provider)->send(request, options);
    if (m_services.sent)
        m_services.sent({answer.id, answer.model, **provider, request, options, *reply});
    recorder.follow(std::move(reply));
}

void Comparison::stop()
{
    m_isStopped = true;
    for (const auto &recorder : m_recorders) {
        if (!recorder->hasEnded())
            recorder->cancel();
    }
}

void Comparison::stop(const QString &answer)
{
    for (const auto &recorder : m_recorders) {
        if (recorder->answer().id == answer && !recorder->hasEnded())
            recorder->cancel();
    }
}

void Comparison::refuse(const AskedPointer &asked, const Error &error)
{
    Q_EMIT refused(asked->draft.text, error);
}

} // namespace kagura
