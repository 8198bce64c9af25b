// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "app/desktop/comparecontroller.h"
#include "app/desktop/composercontroller.h"
#include "app/desktop/inspectorcontroller.h"
#include "app/desktop/instructionscontroller.h"
#include "app/desktop/ledgercontroller.h"
#include "app/desktop/listcontroller.h"
#include "app/desktop/liveanswers.h"
#include "app/desktop/promptcontroller.h"
#include "core/base/clock.h"
#include "ui/chat/chatpage.h"
#include "ui/chat/conversationlistmodel.h"
#include "ui/chat/modellistmodel.h"
#include "ui/chat/searchhitmodel.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/widgets/frameclock.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace kagura {

//! Feeds the chat page with what the engine says, and tells the engine what the person wants.
//!
//! Thread: the GUI thread. Lifetime: as long as page and engine. Errors: shown by the page.
class ChatController final : public QObject
{
    Q_OBJECT

public:
    explicit ChatController(ChatEngine &engine, QObject *parent = nullptr);
    ~ChatController() override;

    [[nodiscard]] ChatPage &page() { return *m_page; }
    [[nodiscard]] CompareController &comparison() { return *m_compare; }
    [[nodiscard]] InspectorController &inspector() { return *m_inspector; }
    void setChatStyle(const ChatStyle &style);
    void newConversation();
    void open(const QString &conversation);
    [[nodiscard]] PromptController &prompts() { return *m_prompts; }

    [[nodiscard]] const ModelListModel &models() const { return m_choices; }
    //! Asks whether a conversation shall be erased for good.
    void askToErase(const QString &conversation);
    void choose(const ModelChoice &choice);
    void stop();

Q_SIGNALS:
    void connectRequested();
    void zoomRequested(int steps);
    void notified(const QString &text);
    void exportRequested(const QStringList &conversations);
    void spent(const QString &today, const QString &details);
    void undoOffered(const QString &text, std::function<void()> undo);

private:
    void listenToPage();
    void listenToList();
    void listenToFound();
    void listenToEngine();
    void listenToStore();
    void listenToAnswers();
    void listenToProviders();
    void showBranch(const Branch &branch, const QString &message);
    void growBranch(const QString &conversation, const QList<BranchMessage> &above);
    [[nodiscard]] TranscriptMessage shown(const BranchMessage &message) const;
    void showAdded(const StoredMessage &message);
    void showPreview(const QString &key, const QImage &preview);
    [[nodiscard]] QList<ShownAttachment> attachmentsOf(const StoredMessage &message) const;
    void noteResults(const QList<BranchMessage> &messages);
    [[nodiscard]] bool isShown(const StoredMessage &message) const;

    //! Runs work(ChatEngine &) in the engine thread.
    template <typename Work>
    void tell(Work work)
    {
        QMetaObject::invokeMethod(&m_engine,
                                  [engine = &m_engine, work = std::move(work)] { work(*engine); });
    }

    ChatEngine &m_engine;
    SystemClock m_clock;
    FrameClock m_frames;
    ConversationListModel m_conversations;
    SearchHitModel m_hits;
    TranscriptModel m_transcript;
    ModelListModel m_choices;
    std::unique_ptr<ChatPage> m_page;
    std::unique_ptr<ComposerController> m_composer; // before the page goes
    std::unique_ptr<InspectorController> m_inspector; // likewise
    std::unique_ptr<CompareController> m_compare; // likewise
    std::unique_ptr<InstructionsController> m_instructions; // likewise
    std::unique_ptr<ListController> m_list; // likewise
    std::unique_ptr<LedgerController> m_ledger; // likewise
    std::unique_ptr<PromptController> m_prompts; // likewise
    LiveAnswers m_live{m_clock};
    QHash<QString, ToolResultPart> m_results; //!< of tools, by call, on the branch that is shown
    std::optional<Conversation> m_lastListed;
    FoundOnComputer m_found;
    QString m_wanted; //!< the conversation that was asked for last
};

} // namespace kagura
