// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/cachedesk.h"
#include "app/desktop/calldesk.h"
#include "app/desktop/comparedesk.h"
#include "app/desktop/draftdesk.h"
#include "app/desktop/erasedesk.h"
#include "app/desktop/filedesk.h"
#include "app/desktop/launchdesk.h"
#include "app/desktop/ledgerdesk.h"
#include "app/desktop/librarydesk.h"
#include "app/desktop/providerdesk.h"
#include "app/desktop/reportdesk.h"
#include "app/desktop/rundesk.h"
#include "app/desktop/signindesk.h"
#include "app/desktop/statisticsdesk.h"
#include "app/desktop/teamdesk.h"
#include "app/services/services.h"
#include "core/base/loghandler.h"
#include "core/chat/chatsession.h"
#include "core/chat/conversationstore.h"
#include "core/storage/database.h"
#include "core/storage/lease.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <vector>

namespace kagura {

//! The chat page's other half: conversations, sessions and models, in the engine thread.
//!
//! The window calls its functions by queued invocations and hears from it by signals that carry values;
//! neither waits for the other.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: that of the engine thread's loop.
//! Errors: notice() and the sessions' own.
class ChatEngine final : public QObject
{
    Q_OBJECT

public:
    ChatEngine();
    ~ChatEngine() override;

    [[nodiscard]] ProviderDesk &providers() { return *m_providers; }
    [[nodiscard]] CacheDesk &cache() { return *m_cacheDesk; }
    [[nodiscard]] FileDesk &files() { return *m_files; }
    [[nodiscard]] CallDesk &calls() { return *m_calls; }
    [[nodiscard]] CompareDesk &compares() { return *m_compares; }
    [[nodiscard]] DraftDesk &drafts() { return *m_drafts; }
    [[nodiscard]] LedgerDesk &ledger() { return *m_ledger; }
    [[nodiscard]] LibraryDesk &library() { return *m_library; }
    [[nodiscard]] RunDesk &runs() { return *m_runDesk; }
    [[nodiscard]] LaunchDesk &launches() { return *m_launchDesk; }
    [[nodiscard]] SignInDesk &signIns() { return *m_signIns; }
    [[nodiscard]] ReportDesk &reports() { return *m_reports; }
    [[nodiscard]] StatisticsDesk &statistics() { return *m_statistics; }
    [[nodiscard]] TeamDesk &team() { return *m_team; }

    //! Opens the data folder and everything in it; started() follows, or notice() says what is wrong.
    void start();

    void listConversations(const std::optional<Conversation> &after);
    void open(const QString &conversation);
    //! The branch with that message in it, which is shown from now on.
    void openMessage(const QString &conversation, const QString &message);
    void search(const SearchQuery &query);
    void rename(const QString &conversation, const QString &title);
    //! Several at once; answers of those that are deleted are stopped.
    void edit(const QStringList &conversations, const ConversationEdit &edit);
    //! For good, with what cache and backups hold of it.
    void erase(const QString &conversation);

    //! What goes along with every request from the next one on. conversation: empty for the one that
    //! send() begins next.
    void setInstructions(const QString &conversation, const Instructions &instructions);

    //! conversation: empty for a new one, which gets its id by sessionNamed().
    void send(const QString &conversation,
              const QString &text,
              const QList<MessagePart> &attachments,
              const ModelRef &model);
    void regenerate(const QString &conversation, const QString &message, const ModelRef &model);
    //! Another version of a person's message, with the files of that one and these; and an answer.
    void edit(const QString &conversation,
              const QString &message,
              const QString &text,
              const QList<MessagePart> &attachments,
              const ModelRef &model);
    void continueAnswer(const QString &conversation, const QString &message, const ModelRef &model);
    //! Shows the branch of an older or newer version of that message.
    void showVersion(const QString &message, int steps);
    void stop(const QString &conversation);
    //! What to do with a request of which outgrown() told.
    void proceed(const QString &conversation, OutgrownChoice choice);
    //! The new conversation that was begun is another one from now on.
    void leaveUnnamed();

    //! A backup beside those of each day; notice() says where.
    void backUp();

    void saveSetting(const TextSetting &key, const QString &value);
    void saveSetting(const IntSetting &key, qint64 value);
    void saveSetting(const char *name, const Json &value);

Q_SIGNALS:
    void started(const QString &theme,
                 qint64 zoomPercent,
                 const QList<kagura::ProviderPreset> &presets);
    void conversationsListed(const kagura::ConversationPage &page, bool isFirst);
    void filedListed(const QList<kagura::Conversation> &conversations); //!< of all folders
    void conversationUpserted(const kagura::Conversation &conversation);
    void conversationRemoved(const QString &id);
    //! message: the one to be looked at; empty: the last one.
    void branchOpened(const kagura::Branch &branch, const QString &message);
    //! The messages above what is known of a long branch, of which the end was opened first.
    void branchGrown(const QString &conversation, const QList<kagura::BranchMessage> &above);
    void searched(const kagura::SearchPage &page);
    void sessionNamed(const kagura::Conversation &conversation);
    void messageAdded(const kagura::StoredMessage &message);
    void messageChanged(const kagura::StoredMessage &message);
    void streamStarted(const QString &message, const kagura::LiveTextPointer &live);
    void textArrived(const QString &message);
    void streamFinished(const QString &message);
    void sendRefused(const QString &conversation, const QString &text, const kagura::Error &error);
    void outgrown(const QString &conversation, const kagura::Outgrown &request);
    void callsInFlight(int count);
    //! One of the choices of settings::CacheModeName.
    void cacheModeChanged(const QString &mode);
    //! How the database of conversations is; what is wrong with it stays until the next of these.
    void storageChanged(const kagura::DatabaseState &state);
    void storageRestored(const kagura::RestoreReport &report);
    //! Something a person should know; not tied to a message.
    void notice(const QString &text);

private:
    void listFiled();
    void growBranch(const QString &conversation, const QString &first);
    [[nodiscard]] ChatSession &sessionFor(const QString &conversation);
    [[nodiscard]] ChatSession::Services sessionServices();
    void follow(ChatSession &session);
    void followComparisons();
    [[nodiscard]] std::function<void(const Result<Conversation> &)> reportFailure();

    ProviderDesk *m_providers = nullptr; //!< a child, so that it moves along
    CacheDesk *m_cacheDesk = nullptr; //!< likewise
    RunDesk *m_runDesk = nullptr; //!< likewise
    LaunchDesk *m_launchDesk = nullptr; //!< likewise
    FileDesk *m_files = nullptr; //!< likewise
    CallDesk *m_calls = nullptr; //!< likewise
    CompareDesk *m_compares = nullptr; //!< likewise
    DraftDesk *m_drafts = nullptr; //!< likewise
    EraseDesk *m_erasing = nullptr; //!< likewise
    LedgerDesk *m_ledger = nullptr; //!< likewise
    LibraryDesk *m_library = nullptr; //!< likewise
    SignInDesk *m_signIns = nullptr; //!< likewise
    ReportDesk *m_reports = nullptr; //!< likewise
    StatisticsDesk *m_statistics = nullptr; //!< likewise
    TeamDesk *m_team = nullptr; //!< likewise
    std::unique_ptr<Services> m_services;
    std::unique_ptr<LogHandler> m_log; //!< keeps keys out of what is logged
    std::unique_ptr<Lease> m_lease;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ConversationStore> m_store;
    QHash<QString, ChatSession *> m_sessions; //!< by conversation; children of this
    ChatSession *m_unnamed =
        nullptr; //!< of the new conversation, until its first message is stored
    Instructions m_newInstructions; //!< of the conversation that begins next
    LatestRead m_search;
    LatestRead m_growing; //!< the rest of the branch that was opened last
    int m_inFlight = 0;
};

} // namespace kagura
