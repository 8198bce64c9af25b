// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/chatcontroller.h"

#include "app/desktop/codesaver.h"
#include "app/desktop/shownparts.h"
#include "ui/chat/conversationlist.h"
#include "ui/chat/erasedialog.h"
#include "ui/chat/foundpanel.h"
#include "ui/chat/modelpicker.h"
#include "ui/chat/outgrowndialog.h"
#include "ui/chat/transcriptview.h"

#include <QDateTime>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int hitsAPage = 50;

ConversationRow rowOf(const Conversation &conversation)
{
    return {conversation.id,
            conversation.title,
            conversation.updated.toLocalTime(),
            conversation.isPinned,
            false,
            conversation.folder};
}

ModelRef refOf(const ModelChoice &choice)
{
    return {choice.provider, choice.model};
}

} // namespace

ChatController::ChatController(ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_page(std::make_unique<ChatPage>(
          ChatModels{m_conversations, m_hits, m_transcript, m_choices}, m_frames, m_clock))
    , m_composer(std::make_unique<ComposerController>(*m_page, engine))
    , m_inspector(std::make_unique<InspectorController>(*m_page, engine))
    , m_compare(std::make_unique<CompareController>(
          *m_page, engine, m_choices, m_frames, m_clock, [this](const StoredMessage &message) {
              TranscriptMessage row = m_live.shown({message});
              row.isAlone = true;
              return row;
          }))
{
    m_conversations.setNow(QDateTime::currentDateTime());
    listenToPage();
    listenToEngine();
    m_instructions = std::make_unique<InstructionsController>(*m_page, engine);
    m_list = std::make_unique<ListController>(m_page->list(), m_conversations, engine);
    m_prompts = std::make_unique<PromptController>(*m_page, engine);
    m_ledger = std::make_unique<LedgerController>(*m_page, engine);
    connect(m_ledger.get(), &LedgerController::spent, this, &ChatController::spent);
    connect(m_list.get(), &ListController::undoOffered, this, &ChatController::undoOffered);
    connect(m_list.get(), &ListController::exportRequested, this, &ChatController::exportRequested);
    connect(m_instructions.get(), &InstructionsController::undoOffered, this,
            &ChatController::undoOffered);
}

ChatController::~ChatController() = default;

void ChatController::setChatStyle(const ChatStyle &style)
{
    m_page->setChatStyle(style);
    m_inspector->setChatStyle(style);
    m_compare->setChatStyle(style);
}

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
                if (m_compare->isOn())
                    return m_compare->send(id, text, files);
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
    connect(m_inspector.get(), &InspectorController::notified, this, &ChatController::notified);
    connect(m_compare.get(), &CompareController::notified, this, &ChatController::notified);
    connect(m_compare.get(), &CompareController::inspectRequested, m_inspector.get(),
            &InspectorController::open);
    auto *saver = new CodeSaver(*page, this);
    connect(&page->transcript(), &TranscriptView::saveRequested, saver, &CodeSaver::ask);
    connect(saver, &CodeSaver::notified, this, &ChatController::notified);
    connect(&page->picker(), &ModelPicker::chosen, this, &ChatController::choose);
    connect(&page->picker(), &ModelPicker::opened, this,
            [this] { tell([](ChatEngine &worker) { worker.providers().listModels(); }); });

    connect(&m_frames, &FrameClock::collect, this, [this] {
        m_live.collect([this](const QString &message) {
            if (TranscriptModel *column = m_compare->modelOf(message))
                return column;
            return m_transcript.rowOf(message) < 0 ? nullptr : &m_transcript;
        });
    });
    listenToList();
    listenToFound();
}

void ChatController::listenToList()
{
    ConversationList *list = &m_page->list();
    connect(list, &ConversationList::opened, this, &ChatController::open);
    connect(list, &ConversationList::eraseRequested, this, &ChatController::askToErase);
    connect(list, &ConversationList::messageOpened, this,
            [this](const QString &id, const QString &message) {
                m_wanted = id;
                tell([id, message](ChatEngine &worker) { worker.openMessage(id, message); });
            });
    connect(&m_hits, &SearchHitModel::wanted, this, [this](const QString &text, int offset) {
        tell([text, offset](ChatEngine &worker) { worker.search({text, hitsAPage, offset}); });
    });
    connect(&m_conversations, &ConversationListModel::moreWanted, this, [this] {
        tell([after = m_lastListed](ChatEngine &worker) { worker.listConversations(after); });
    });
}

void ChatController::askToErase(const QString &id)
{
    if (id.isEmpty()) {
        Q_EMIT notified(tr("There is nothing in this conversation yet."));
        return;
    }
    const ConversationRow *row = m_conversations.conversation(id);
    auto *dialog = new EraseDialog(row ? row->title : QString(), m_page->chatStyle(), m_page.get());
    connect(dialog, &QDialog::accepted, this,
            [this, id] { tell([id](ChatEngine &worker) { worker.erase(id); }); });
    dialog->open();
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
                    m_lastListed = conversation;
                    rows.append(rowOf(conversation));
                }
                if (isFirst)
                    m_conversations.reset(rows, page.hasMore);
                else
                    m_conversations.append(rows, page.hasMore);
            });
    connect(&m_engine, &ChatEngine::filedListed, this,
            [this](const QList<Conversation> &conversations) {
                QList<ConversationRow> rows;
                for (const Conversation &conversation : conversations)
                    rows.append(rowOf(conversation));
                m_conversations.add(rows);
            });
    connect(&m_engine, &ChatEngine::conversationUpserted, this,
            [this](const Conversation &conversation) {
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
            m_live.end(message.id);
        const int row = m_transcript.rowOf(message.id);
        if (!isShown(message) || row < 0)
            return;
        const TranscriptMessage &before = m_transcript.message(row);
        m_transcript.replace(shown({message, before.version, before.versionCount}));
    });
    connect(&m_engine, &ChatEngine::streamStarted, this,
            [this](const QString &message, const LiveTextPointer &live) {
                m_live.start(message, live);
                m_frames.wake();
            });
    connect(&m_composer->previews(), &PicturePreviews::made, this, &ChatController::showPreview);
    connect(&m_engine, &ChatEngine::textArrived, this, [this] { m_frames.wake(); });
    connect(&m_engine, &ChatEngine::outgrown, this,
            [this](const QString &id, const Outgrown &request) {
                auto *dialog = new OutgrownDialog(request, m_page->picker().current().title,
                                                  m_page->chatStyle(), m_page.get());
                connect(dialog, &OutgrownDialog::chosen, this, [this, id](OutgrownChoice choice) {
                    tell([id, choice](ChatEngine &worker) { worker.proceed(id, choice); });
                });
                dialog->open();
            });
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
    m_results.clear();
    noteResults(branch.messages);
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
    noteResults(above);
    for (const BranchMessage &one : above) {
        if (one.message.role == Role::User || one.message.role == Role::Assistant)
            messages.append(shown(one));
    }
    // Somebody may have asked for another version, and got the whole branch, meanwhile.
    if (!messages.isEmpty() && m_transcript.rowOf(messages.last().id) < 0)
        m_transcript.insert(0, messages);
}

void ChatController::noteResults(const QList<BranchMessage> &messages)
{
    for (const BranchMessage &one : messages) {
        for (const MessagePart &part : one.message.parts) {
            if (const auto *result = std::get_if<ToolResultPart>(&part))
                m_results.insert(result->callId, *result);
        }
    }
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

TranscriptMessage ChatController::shown(const BranchMessage &message) const
{
    TranscriptMessage row = m_live.shown(message);
    row.attachments = attachmentsOf(message.message);
    row.tools = shownToolCalls(message.message.parts, m_results);
    return row;
}

} // namespace kagura
