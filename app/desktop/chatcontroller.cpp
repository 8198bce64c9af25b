// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/chatcontroller.h"

#include "app/desktop/codesaver.h"
#include "app/desktop/shownparts.h"
#include "ui/chat/conversationlist.h"
#include "ui/chat/foundpanel.h"
#include "ui/chat/modelpicker.h"
#include "ui/chat/transcriptview.h"

#include <QDateTime>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int hitsAPage = 50;

ConversationRow rowOf(const Conversation &conversation)
{
    return {conversation.id, conversation.title, conversation.updated.toLocalTime(),
            conversation.isPinned, false};
}

ModelRef refOf(const ModelChoice &choice)
{
    return {choice.provider, choice.model};
}

TranscriptMessage::State stateOf(const StoredMessage &message, bool hasText)
{
    switch (message.state) {
    case StoredMessage::State::Complete:
        return TranscriptMessage::State::Complete;
    case StoredMessage::State::Streaming:
        return hasText ? TranscriptMessage::State::Streaming : TranscriptMessage::State::Waiting;
    case StoredMessage::State::Interrupted:
        return TranscriptMessage::State::Interrupted;
    case StoredMessage::State::Failed:
        return TranscriptMessage::State::Failed;
    case StoredMessage::State::Cancelled:
        break;
    }
    return TranscriptMessage::State::Stopped;
}

} // namespace

ChatController::ChatController(ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_page(std::make_unique<ChatPage>(
          ChatModels{m_conversations, m_hits, m_transcript, m_choices}, m_frames, m_clock))
    , m_composer(std::make_unique<ComposerController>(*m_page, engine))
{
    m_conversations.setNow(QDateTime::currentDateTime());
    listenToPage();
    listenToEngine();
}

ChatController::~ChatController() = default;

void ChatController::newConversation()
{
    m_wanted.clear();
    tell([](ChatEngine &worker) { worker.leaveUnnamed(); });
    m_transcript.reset({});
    m_page->showConversation({}, {});
    m_page->focusComposer();
}

void ChatController::open(const QString &conversation)
{
    m_wanted = conversation;
    tell([conversation](ChatEngine &worker) { worker.open(conversation); });
}

void ChatController::choose(const ModelChoice &choice)
{
    m_page->setChoice(choice);
    m_page->setGuideOnly(refOf(choice) == Services::guideModel());
    tell([model = refOf(choice)](ChatEngine &worker) { worker.providers().chooseModel(model); });
}

void ChatController::stop()
{
    tell([id = m_page->conversation()](ChatEngine &worker) { worker.stop(id); });
}

void ChatController::listenToPage()
{
    ChatPage *page = m_page.get();
    connect(page, &ChatPage::sendRequested, this,
            [this](const QString &id, const QString &text, const ModelChoice &choice) {
                const QList<MessagePart> files = m_composer->takeForSending(id);
                tell([id, text, files, model = refOf(choice)](ChatEngine &worker) {
                    worker.send(id, text, files, model);
                });
            });
    connect(page, &ChatPage::stopRequested, this,
            [this](const QString &id) { tell([id](ChatEngine &worker) { worker.stop(id); }); });
    connect(page, &ChatPage::regenerateRequested, this,
            [this](const QString &id, const QString &message, const ModelChoice &choice) {
                tell([id, message, model = refOf(choice)](ChatEngine &worker) {
                    worker.regenerate(id, message, model);
                });
            });
    connect(page, &ChatPage::editRequested, this,
            [this](const QString &id, const QString &message, const QString &text,
                   const ModelChoice &choice) {
                const QList<MessagePart> files = m_composer->takeForEdit(message);
                tell([id, message, text, files, model = refOf(choice)](ChatEngine &worker) {
                    worker.edit(id, message, text, files, model);
                });
            });
    connect(page, &ChatPage::continueRequested, this,
            [this](const QString &id, const QString &message, const ModelChoice &choice) {
                tell([id, message, model = refOf(choice)](ChatEngine &worker) {
                    worker.continueAnswer(id, message, model);
                });
            });
    connect(page, &ChatPage::versionRequested, this, [this](const QString &message, int steps) {
        tell([message, steps](ChatEngine &worker) { worker.showVersion(message, steps); });
    });
    connect(page, &ChatPage::newConversationRequested, this, &ChatController::newConversation);
    connect(page, &ChatPage::openSettingsRequested, this, &ChatController::connectRequested);
    connect(page, &ChatPage::connectRequested, this, &ChatController::connectRequested);
    connect(page, &ChatPage::zoomRequested, this, &ChatController::zoomRequested);
    connect(page, &ChatPage::notified, this, &ChatController::notified);
    auto *saver = new CodeSaver(*page, this);
    connect(&page->transcript(), &TranscriptView::saveRequested, saver, &CodeSaver::ask);
    connect(saver, &CodeSaver::notified, this, &ChatController::notified);
    connect(&page->picker(), &ModelPicker::chosen, this, &ChatController::choose);
    connect(&page->picker(), &ModelPicker::opened, this,
            [this] { tell([](ChatEngine &worker) { worker.providers().listModels(); }); });

    connect(&m_frames, &FrameClock::collect, this, &ChatController::collect);
    listenToList();
    listenToFound();
}

void ChatController::listenToList()
{
    ConversationList *list = &m_page->list();
    connect(list, &ConversationList::opened, this, &ChatController::open);
    connect(list, &ConversationList::pinRequested, this, [this](const QString &id, bool isPinned) {
        tell([id, isPinned](ChatEngine &worker) { worker.setPinned(id, isPinned); });
    });
    connect(list, &ConversationList::deleteRequested, this, [this](const QString &id) {
        const QString title = m_known.value(id).title;
        tell([id](ChatEngine &worker) { worker.remove(id); });
        Q_EMIT undoOffered(tr("Deleted “%1”").arg(title),
                           [this, id] { tell([id](ChatEngine &worker) { worker.restore(id); }); });
    });
    connect(list, &ConversationList::messageOpened, this,
            [this](const QString &id, const QString &message) {
                m_wanted = id;
                tell([id, message](ChatEngine &worker) { worker.openMessage(id, message); });
            });
    connect(&m_hits, &SearchHitModel::wanted, this, [this](const QString &text, int offset) {
        tell([text, offset](ChatEngine &worker) { worker.search({text, hitsAPage, offset}); });
    });
    connect(&m_conversations, &ConversationListModel::renameRequested, this,
            [this](const QString &id, const QString &title) {
                tell([id, title](ChatEngine &worker) { worker.rename(id, title); });
            });
    connect(&m_conversations, &ConversationListModel::moreWanted, this, [this] {
        tell([after = m_lastListed](ChatEngine &worker) { worker.listConversations(after); });
    });
}

void ChatController::listenToFound()
{
    connect(&m_page->found(), &FoundPanel::pasteKeyRequested, this,
            &ChatController::connectRequested);
    connect(&m_page->found(), &FoundPanel::used, this, [this](const QString &id) {
        for (const LocalServer &server : std::as_const(m_found.servers)) {
            if (server.baseUrl.toString() == id)
                tell([server](ChatEngine &worker) { worker.providers().useServer(server); });
        }
        for (const EnvironmentKey &key : std::as_const(m_found.keys)) {
            if (key.variable == id)
                tell([provider = key.provider](ChatEngine &worker) {
                    worker.providers().useEnvironmentKey(provider);
                });
        }
    });
}

void ChatController::listenToEngine()
{
    listenToStore();
    listenToAnswers();
    listenToProviders();
}

void ChatController::listenToStore()
{
    connect(&m_engine, &ChatEngine::conversationsListed, this,
            [this](const ConversationPage &page, bool isFirst) {
                QList<ConversationRow> rows;
                for (const Conversation &conversation : page.conversations) {
                    m_known.insert(conversation.id, conversation);
                    m_lastListed = conversation;
                    rows.append(rowOf(conversation));
                }
                if (isFirst)
                    m_conversations.reset(rows, page.hasMore);
                else
                    m_conversations.append(rows, page.hasMore);
            });
    connect(&m_engine, &ChatEngine::conversationUpserted, this,
            [this](const Conversation &conversation) {
                m_known.insert(conversation.id, conversation);
                m_conversations.upsert(rowOf(conversation));
                if (conversation.id == m_page->conversation())
                    m_page->setTitle(conversation.title);
            });
    connect(&m_engine, &ChatEngine::conversationRemoved, this, [this](const QString &id) {
        m_conversations.remove(id);
        if (id == m_page->conversation())
            newConversation();
    });
    connect(&m_engine, &ChatEngine::sessionNamed, this, [this](const Conversation &conversation) {
        if (!m_wanted.isEmpty() || !m_page->conversation().isEmpty())
            return;
        m_wanted = conversation.id;
        m_page->adoptConversation(conversation.id);
        m_page->setTitle(conversation.title);
    });
    connect(&m_engine, &ChatEngine::branchOpened, this, &ChatController::showBranch);
    connect(&m_engine, &ChatEngine::branchGrown, this, &ChatController::growBranch);
    connect(&m_engine, &ChatEngine::searched, this, [this](const SearchPage &page) {
        QList<SearchHitRow> rows;
        for (const SearchHit &hit : page.hits)
            rows.append({hit.conversation, hit.message, hit.title, hit.excerpt, hit.marks,
                         hit.created.toLocalTime()});
        m_hits.setHits(page.query.text, page.query.offset, rows, page.hasMore);
    });
}

void ChatController::listenToAnswers()
{
    connect(&m_engine, &ChatEngine::messageAdded, this, [this](const StoredMessage &message) {
        m_composer->forgetSent(message.conversation);
        if (isShown(message) && m_transcript.rowOf(message.id) < 0)
            showAdded(message);
    });
    connect(&m_engine, &ChatEngine::messageChanged, this, [this](const StoredMessage &message) {
        if (message.state != StoredMessage::State::Streaming)
            m_live.remove(message.id);
        const int row = m_transcript.rowOf(message.id);
        if (!isShown(message) || row < 0)
            return;
        const TranscriptMessage &before = m_transcript.message(row);
        m_transcript.replace(shown({message, before.version, before.versionCount}));
    });
    connect(&m_engine, &ChatEngine::streamStarted, this,
            [this](const QString &message, const LiveTextPointer &live) {
                m_live.insert(message, {live, {}, {}, m_clock.monotonic()});
                m_frames.wake();
            });
    connect(&m_composer->previews(), &PicturePreviews::made, this, &ChatController::showPreview);
    connect(&m_engine, &ChatEngine::textArrived, this, [this] { m_frames.wake(); });
    connect(&m_engine, &ChatEngine::sendRefused, this,
            [this](const QString &id, const QString &text, const Error &error) {
                if (id == m_page->conversation())
                    m_page->refuseSend(text);
                m_composer->giveBack(id);
                Q_EMIT notified(error.message);
            });
}

void ChatController::listenToProviders()
{
    connect(&m_engine.providers(), &ProviderDesk::modelsOffered, this,
            [this](const QList<OfferedModel> &models, const ModelRef &chosen) {
                QList<ModelChoice> choices;
                for (const OfferedModel &model : models)
                    choices.append(
                        {model.ref.provider, model.providerTitle, model.ref.model, model.title});
                m_choices.setChoices(choices);
                for (const ModelChoice &choice : std::as_const(choices)) {
                    if (refOf(choice) == chosen)
                        m_page->setChoice(choice);
                }
                m_page->setGuideOnly(chosen == Services::guideModel());
            });
    connect(&m_engine.providers(), &ProviderDesk::foundOnComputer, this,
            [this](const FoundOnComputer &found) {
                m_found = found;
                QList<FoundModel> rows;
                for (const LocalServer &server : found.servers)
                    rows.append(
                        {FoundModel::Kind::Server, server.baseUrl.toString(),
                         (server.models.size() == 1 ? tr("%1, 1 model")
                                                    : tr("%1, %n models", nullptr,
                                                         static_cast<int>(server.models.size())))
                             .arg(server.product),
                         u"%1:%2"_s.arg(server.baseUrl.host()).arg(server.baseUrl.port())});
                for (const EnvironmentKey &key : found.keys)
                    rows.append({FoundModel::Kind::EnvironmentKey, key.variable, key.variable, {}});
                m_page->found().setFound(rows);
            });
}

void ChatController::showBranch(const Branch &branch, const QString &message)
{
    if (branch.conversation.id != m_wanted)
        return; // another one was asked for meanwhile
    QList<TranscriptMessage> messages;
    for (const BranchMessage &one : branch.messages) {
        if (one.message.role == Role::User || one.message.role == Role::Assistant)
            messages.append(shown(one));
    }
    m_transcript.reset(messages);
    m_page->showConversation(branch.conversation.id, branch.conversation.title);
    if (!message.isEmpty())
        m_page->showMessage(message);
}

void ChatController::growBranch(const QString &conversation, const QList<BranchMessage> &above)
{
    if (conversation != m_wanted)
        return; // another one was asked for meanwhile
    QList<TranscriptMessage> messages;
    for (const BranchMessage &one : above) {
        if (one.message.role == Role::User || one.message.role == Role::Assistant)
            messages.append(shown(one));
    }
    // Somebody may have asked for another version, and got the whole branch, meanwhile.
    if (!messages.isEmpty() && m_transcript.rowOf(messages.last().id) < 0)
        m_transcript.insert(0, messages);
}

bool ChatController::isShown(const StoredMessage &message) const
{
    const QString &open = m_page->conversation();
    return (message.role == Role::User || message.role == Role::Assistant)
        && (message.conversation == open || (open.isEmpty() && message.conversation == m_wanted));
}

// It goes below the message that it answers; what stood there was another version.
void ChatController::showAdded(const StoredMessage &message)
{
    BranchMessage added{message};
    const int parent = message.parent.isEmpty() ? -1 : m_transcript.rowOf(message.parent);
    const int first = parent + 1;
    const bool isKnownPlace = parent >= 0 || message.parent.isEmpty();
    if (isKnownPlace && first < m_transcript.rowCount()) {
        added.versionCount = m_transcript.message(first).versionCount + 1;
        added.version = added.versionCount - 1;
        m_transcript.remove(first, m_transcript.rowCount() - first);
    }
    m_transcript.append(shown(added));
}

QList<ShownAttachment> ChatController::attachmentsOf(const StoredMessage &message) const
{
    QList<ShownAttachment> shown;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const MessagePart &part = message.parts.at(i);
        if (!isAttachment(part))
            continue;
        ShownAttachment one = shownAttachment(part);
        one.id = u"%1/%2"_s.arg(message.id).arg(i);
        if (const auto *picture = std::get_if<ImagePart>(&part))
            one.preview = m_composer->previews().find(one.id, *picture);
        shown.append(one);
    }
    return shown;
}

void ChatController::showPreview(const QString &key, const QImage &preview)
{
    const int row = m_transcript.rowOf(key.section(u'/', 0, 0));
    if (row < 0)
        return;
    TranscriptMessage message = m_transcript.message(row);
    for (ShownAttachment &attachment : message.attachments) {
        if (attachment.id == key)
            attachment.preview = preview;
    }
    m_transcript.replace(message);
}

TranscriptMessage ChatController::shown(const BranchMessage &branchMessage) const
{
    const StoredMessage &message = branchMessage.message;
    TranscriptMessage row;
    row.id = message.id;
    row.author = message.role == Role::User ? TranscriptMessage::Author::User
                                            : TranscriptMessage::Author::Model;
    row.text = message.text;
    row.reasoning = message.reasoning;
    if (const auto live = m_live.constFind(message.id); live != m_live.constEnd()) {
        row.text = live->text;
        row.reasoning = live->reasoning;
        row.sentAt = live->sentAt;
    } else if (message.state == StoredMessage::State::Streaming) {
        row.sentAt = m_clock.monotonic();
    }
    row.state = stateOf(message, !row.text.isEmpty() || !row.reasoning.isEmpty());
    row.reasoningTime = message.reasoningTime;
    row.model = message.servedModel.isEmpty() ? message.model.model : message.servedModel;
    row.outputTokens = message.usage.outputTokens;
    row.costMicroUsd = message.costMicroUsd;
    row.firstText = message.firstContentAfter;
    row.duration = message.totalTime;
    if (message.cache && message.cache->kind == CacheOutcome::Kind::Hit) {
        row.cachedAge = std::chrono::seconds(
            message.cache->answered.value_or(message.created).secsTo(message.created));
        row.savedMicroUsd = message.cache->savedMicroUsd;
    }
    row.isCapped = message.finishReason == FinishReason::Length;
    row.failure = message.failure;
    row.attachments = attachmentsOf(message);
    row.version = branchMessage.version;
    row.versionCount = branchMessage.versionCount;
    return row;
}

// Once a frame: what came for every answer under way, shown or not, so that no buffer fills up unseen.
void ChatController::collect()
{
    for (auto live = m_live.begin(); live != m_live.end(); ++live) {
        StreamBuffer::Taken text = live->buffer->text.take();
        const StreamBuffer::Taken reasoning = live->buffer->reasoning.take();
        const bool isRestarted = text.isRestarted || reasoning.isRestarted;
        if (isRestarted) {
            live->text.clear();
            live->reasoning.clear();
        }
        live->text += text.text;
        live->reasoning += reasoning.text;
        const int row = m_transcript.rowOf(live.key());
        if (row < 0)
            continue;
        const bool isFirst = m_transcript.message(row).state == TranscriptMessage::State::Waiting
            && !(text.text + reasoning.text).isEmpty();
        if (isFirst || isRestarted) {
            TranscriptMessage message = m_transcript.message(row);
            message.state = TranscriptMessage::State::Streaming;
            message.text = live->text;
            message.reasoning = live->reasoning;
            m_transcript.replace(message);
            continue;
        }
        if (!reasoning.text.isEmpty())
            m_transcript.appendReasoning(live.key(), reasoning.text);
        if (!text.text.isEmpty())
            m_transcript.appendText(live.key(), text.text);
    }
}

} // namespace kagura
