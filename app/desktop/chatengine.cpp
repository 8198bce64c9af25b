// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/chatengine.h"

#include "core/storage/datafolder.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// The end of a branch, which is what is seen first; and what then comes at a time.
constexpr int firstPage = 100;
constexpr int nextPage = 1000;
constexpr int mostFiled = 5000; // conversations in folders

ChatSession::Draft draftFor(const ModelRef &model)
{
    ChatSession::Draft draft;
    draft.model = model;
    draft.options.tags = {u"chat"_s};
    return draft;
}

} // namespace

ChatEngine::ChatEngine()
    : m_providers(new ProviderDesk(this))
    , m_cacheDesk(new CacheDesk(this))
    , m_runDesk(new RunDesk(this))
    , m_launchDesk(new LaunchDesk(this))
    , m_files(new FileDesk(this))
    , m_calls(new CallDesk(this))
    , m_compares(new CompareDesk(this))
    , m_drafts(new DraftDesk(this))
    , m_erasing(new EraseDesk(this))
    , m_ledger(new LedgerDesk(this))
    , m_library(new LibraryDesk(this))
    , m_signIns(new SignInDesk(this))
    , m_reports(new ReportDesk(this))
    , m_statistics(new StatisticsDesk(this))
    , m_team(new TeamDesk(this))
{
    connect(m_reports, &ReportDesk::notice, this, &ChatEngine::notice);
    connect(m_files, &FileDesk::notice, this, &ChatEngine::notice);
    connect(m_runDesk, &RunDesk::notice, this, &ChatEngine::notice);
    connect(m_calls, &CallDesk::notice, this, &ChatEngine::notice);
    connect(m_erasing, &EraseDesk::notice, this, &ChatEngine::notice);
    connect(m_erasing, &EraseDesk::erased, this,
            [this](const QString &conversation, const QStringList &messages) {
                m_calls->forget(messages);
                Q_EMIT conversationRemoved(conversation);
            });
    followComparisons();
    connect(m_drafts, &DraftDesk::notice, this, &ChatEngine::notice);
    connect(m_library, &LibraryDesk::notice, this, &ChatEngine::notice);
    connect(m_providers, &ProviderDesk::notice, this, &ChatEngine::notice);
}

ChatEngine::~ChatEngine()
{
    delete m_cacheDesk; // it reads the cache
    delete m_runDesk;
    delete m_launchDesk; // its runs still need the providers
    delete m_files; // its files come from and go to the store
    delete m_drafts; // so do its drafts
    delete m_ledger; // so do its sums
    delete m_library; // and its lists
    delete m_erasing; // it works on the database
    delete m_statistics; // it reads the cache
    delete m_team; // its key may still be on its way
    delete m_signIns; // its sign-in still needs the transport
    delete m_reports; // its checkup asks the Guide
    delete m_providers; // its calls still need the transport
    qDeleteAll(m_sessions); // their last words still need the store
    delete m_unnamed;
    delete m_compares; // likewise
    delete m_calls; // it hears the replies of the sessions
}

void ChatEngine::start()
{
    m_services =
        std::make_unique<Services>(Services::Options{{}, std::nullopt, CacheStorage::Use::Long});
    m_log = std::make_unique<LogHandler>(m_services->redactor());
    m_services->start();
    for (const Error &warning : m_services->warnings())
        Q_EMIT notice(warning.message);
    Q_EMIT started(m_services->settings().value(settings::Theme),
                   m_services->settings().value(settings::ZoomPercent), m_services->presets());
    connect(&m_services->cache(), &CacheStorage::trouble, this, &ChatEngine::notice);
    connect(&m_services->cache(), &CacheStorage::modeChanged, this, &ChatEngine::cacheModeChanged);
    Q_EMIT cacheModeChanged(m_services->cache().mode());
    m_cacheDesk->start(m_services->cache(), m_services->settings(), m_services->clock());
    if (const Result<RunService *> runs = m_launchDesk->start(*m_services, RunService::Use::Long))
        m_runDesk->start(**runs);
    else
        Q_EMIT notice(runs.error().message);
    m_providers->start(*m_services);
    m_signIns->start(*m_services);
    m_reports->start(*m_services);
    m_statistics->start(*m_services);
    m_team->start(*m_services);

    const Result<DataFolder> folder = DataFolder::open();
    if (!folder) {
        Q_EMIT storageChanged({DatabaseState::Kind::Failed, folder.error().message});
        return;
    }
    Result<std::unique_ptr<Lease>> lease = Lease::take(folder->leasePath());
    if (!lease) {
        Q_EMIT storageChanged({DatabaseState::Kind::Failed, lease.error().message});
        return;
    }
    m_lease = std::move(lease).value();
    Database::Options options;
    options.path = folder->databasePath();
    options.backupFolder = folder->backupPath();
    options.schemas = {ConversationStore::schema()};
    options.isWatched = true; // the command line may write into it, too
    m_database = std::make_unique<Database>(options);
    connect(m_database.get(), &Database::stateChanged, this, &ChatEngine::storageChanged);
    connect(m_database.get(), &Database::restored, this, [this](const RestoreReport &report) {
        Q_EMIT storageRestored(report);
        listConversations(std::nullopt);
    });
    m_store = std::make_unique<ConversationStore>(*m_database, m_services->clock(), *m_lease);
    connect(m_store.get(), &ConversationStore::conversationAdded, this,
            &ChatEngine::conversationUpserted);
    connect(m_store.get(), &ConversationStore::conversationChanged, this,
            &ChatEngine::conversationUpserted);
    connect(m_store.get(), &ConversationStore::conversationRemoved, this,
            &ChatEngine::conversationRemoved);
    connect(m_store.get(), &ConversationStore::treesInserted, this,
            [this] { listConversations(std::nullopt); });
    m_files->start(*m_store, m_services->clock());
    m_calls->start(*m_services, *m_store);
    m_erasing->start(*m_database, folder->backupPath(), m_services->cache());
    m_compares->start(*m_store, m_services->clock(), sessionServices());
    m_drafts->start(*m_database, m_services->clock());
    m_ledger->start(*m_services, *m_database, *m_store);
    m_library->start(*m_database, m_services->clock());
    listConversations(std::nullopt);
    m_providers->lookAround();
}

void ChatEngine::listConversations(const std::optional<Conversation> &after)
{
    if (!m_store)
        return;
    m_store->list({100, after}, this,
                  [this, isFirst = !after](const Result<ConversationPage> &page) {
                      if (page)
                          Q_EMIT conversationsListed(*page, isFirst);
                      else
                          Q_EMIT notice(page.error().message);
                      if (isFirst)
                          listFiled();
                  });
}

// A folder shows all that is in it, however old.
void ChatEngine::listFiled()
{
    m_store->list({mostFiled, std::nullopt, true}, this,
                  [this](const Result<ConversationPage> &page) {
                      if (page && !page->conversations.isEmpty())
                          Q_EMIT filedListed(page->conversations);
                  });
}

void ChatEngine::open(const QString &conversation)
{
    if (!m_store)
        return;
    m_growing.replace({});
    m_store->branchEnd(conversation, firstPage, this, [this](const Result<Branch> &branch) {
        if (!branch) {
            Q_EMIT notice(branch.error().message);
            return;
        }
        Q_EMIT branchOpened(*branch, QString());
        if (branch->messages.size() == firstPage)
            growBranch(branch->conversation.id, branch->messages.first().message.id);
    });
}

void ChatEngine::growBranch(const QString &conversation, const QString &first)
{
    m_growing.replace(m_store->branchAbove(
        first, nextPage, this, [this, conversation](const Result<QList<BranchMessage>> &above) {
            if (!above) {
                if (above.error().kind != Error::Kind::Cancelled)
                    Q_EMIT notice(above.error().message);
                return;
            }
            if (above->isEmpty())
                return;
            Q_EMIT branchGrown(conversation, *above);
            if (above->size() == nextPage)
                growBranch(conversation, above->first().message.id);
        }));
}

void ChatEngine::openMessage(const QString &conversation, const QString &message)
{
    if (!m_store)
        return;
    m_growing.replace({});
    const auto show = [this, message](const Result<Branch> &branch) {
        if (branch)
            Q_EMIT branchOpened(*branch, message);
        else
            Q_EMIT notice(branch.error().message);
    };
    m_store->branch(conversation, this, [this, message, show](const Result<Branch> &branch) {
        const bool isThere = branch
            && std::any_of(branch->messages.cbegin(), branch->messages.cend(),
                           [&message](const BranchMessage &one) {
                               return one.message.id == message;
                           });
        if (!branch || isThere)
            show(branch);
        else
            m_store->showVersion(message, this, show);
    });
}

void ChatEngine::search(const SearchQuery &query)
{
    if (!m_store)
        return;
    m_search.replace(m_store->search(query, this, [this](const Result<SearchPage> &page) {
        if (page)
            Q_EMIT searched(*page);
        else if (page.error().kind != Error::Kind::Cancelled)
            Q_EMIT notice(page.error().message);
    }));
}

std::function<void(const Result<Conversation> &)> ChatEngine::reportFailure()
{
    return [this](const Result<Conversation> &changed) {
        if (!changed)
            Q_EMIT notice(changed.error().message);
    };
}

void ChatEngine::rename(const QString &conversation, const QString &title)
{
    if (m_store)
        m_store->rename(conversation, title, this, reportFailure());
}

void ChatEngine::edit(const QStringList &conversations, const ConversationEdit &edit)
{
    if (edit.isDeleted.value_or(false)) {
        for (const QString &id : conversations)
            stop(id);
    }
    if (m_store)
        m_store->edit(conversations, edit, this, [this](const Result<QList<Conversation>> &edited) {
            if (!edited)
                Q_EMIT notice(edited.error().message);
        });
}

void ChatEngine::setInstructions(const QString &conversation, const Instructions &instructions)
{
    if (conversation.isEmpty()) {
        m_newInstructions = instructions;
        m_compares->setInstructions(instructions);
    } else if (m_store) {
        m_store->setInstructions(conversation, instructions, this, reportFailure());
    }
}

void ChatEngine::erase(const QString &conversation)
{
    stop(conversation);
    delete m_sessions.take(conversation); // whose last words are written before it goes
    m_erasing->erase(conversation);
}

ChatSession::Services ChatEngine::sessionServices()
{
    ChatSession::Services services;
    services.provider = [this](const QString &name, QObject *context,
                               ChatSession::Services::Ready ready) {
        m_services->providers().prepare(name, context, std::move(ready));
    };
    services.costMicroUsd = [this](const ModelRef &model,
                                   const Usage &usage) -> std::optional<qint64> {
        if (model == Services::guideModel())
            return 0;
        return m_services->catalogue().costMicroUsd(model.provider, model.model, usage);
    };
    services.contextTokens = [this](const ModelRef &model) -> std::optional<qint64> {
        const std::optional<ModelFacts> facts =
            m_services->catalogue().find(model.provider, model.model);
        return facts ? facts->contextTokens : std::nullopt;
    };
    services.sent = [this](const SentCall &call) { m_calls->watch(call); };
    return services;
}

ChatSession &ChatEngine::sessionFor(const QString &conversation)
{
    ChatSession *&slot = conversation.isEmpty() ? m_unnamed : m_sessions[conversation];
    if (!slot) {
        slot = new ChatSession(*m_store, m_services->clock(), sessionServices(), conversation);
        follow(*slot);
    }
    return *slot;
}

void ChatEngine::follow(ChatSession &session)
{
    connect(&session, &ChatSession::conversationStarted, this,
            [this, &session](const Conversation &conversation) {
                m_sessions.insert(conversation.id, &session);
                const bool isShown = m_unnamed == &session;
                if (isShown)
                    m_unnamed = nullptr;
                Q_EMIT conversationUpserted(conversation);
                if (isShown)
                    Q_EMIT sessionNamed(conversation);
            });
    connect(&session, &ChatSession::messageAdded, this, &ChatEngine::messageAdded);
    connect(&session, &ChatSession::messageChanged, this, &ChatEngine::messageChanged);
    connect(&session, &ChatSession::streamStarted, this,
            [this](const QString &message, const LiveTextPointer &live) {
                Q_EMIT streamStarted(message, live);
                Q_EMIT callsInFlight(++m_inFlight);
            });
    connect(&session, &ChatSession::textArrived, this, &ChatEngine::textArrived);
    connect(&session, &ChatSession::streamFinished, this, [this](const QString &message) {
        Q_EMIT streamFinished(message);
        Q_EMIT callsInFlight(--m_inFlight);
    });
    connect(&session, &ChatSession::outgrown, this, [this, &session](const Outgrown &request) {
        Q_EMIT outgrown(session.conversation(), request);
    });
    connect(&session, &ChatSession::sendRefused, this,
            [this, &session](const QString &text, const Error &error) {
                Q_EMIT sendRefused(session.conversation(), text, error);
            });
    connect(&session, &ChatSession::storageFailed, this,
            [this](const Error &error) { Q_EMIT notice(error.message); });
}

void ChatEngine::followComparisons()
{
    connect(m_compares, &CompareDesk::named, this, [this](const Conversation &conversation) {
        Q_EMIT conversationUpserted(conversation);
        Q_EMIT sessionNamed(conversation);
    });
    connect(m_compares, &CompareDesk::messageAdded, this, &ChatEngine::messageAdded);
    connect(m_compares, &CompareDesk::messageChanged, this, &ChatEngine::messageChanged);
    connect(m_compares, &CompareDesk::streamStarted, this,
            [this](const QString &message, const LiveTextPointer &live) {
                Q_EMIT streamStarted(message, live);
                Q_EMIT callsInFlight(++m_inFlight);
            });
    connect(m_compares, &CompareDesk::textArrived, this, &ChatEngine::textArrived);
    connect(m_compares, &CompareDesk::streamFinished, this, [this](const QString &message) {
        Q_EMIT streamFinished(message);
        Q_EMIT callsInFlight(--m_inFlight);
    });
    connect(m_compares, &CompareDesk::refused, this, &ChatEngine::sendRefused);
    connect(m_compares, &CompareDesk::notice, this, &ChatEngine::notice);
}

void ChatEngine::send(const QString &conversation,
                      const QString &text,
                      const QList<MessagePart> &attachments,
                      const ModelRef &model)
{
    if (!m_store) {
        Q_EMIT sendRefused(
            conversation, text,
            {Error::Kind::Storage, u"the data folder cannot be used, so nothing can be kept"_s});
        return;
    }
    ChatSession::Draft draft = draftFor(model);
    draft.text = text;
    draft.attachments = attachments;
    draft.instructions = m_newInstructions;
    sessionFor(conversation).send(draft);
}

void ChatEngine::regenerate(const QString &conversation,
                            const QString &message,
                            const ModelRef &model)
{
    if (!m_store)
        return;
    ChatSession::Draft draft = draftFor(model);
    draft.options.cacheMode = CacheMode::Refresh; // another answer is wanted, not the same one
    sessionFor(conversation).regenerate(message, draft);
}

void ChatEngine::edit(const QString &conversation,
                      const QString &message,
                      const QString &text,
                      const QList<MessagePart> &attachments,
                      const ModelRef &model)
{
    if (!m_store)
        return;
    ChatSession::Draft draft = draftFor(model);
    draft.text = text;
    draft.attachments = attachments;
    sessionFor(conversation).edit(message, draft);
}

void ChatEngine::continueAnswer(const QString &conversation,
                                const QString &message,
                                const ModelRef &model)
{
    if (!m_store)
        return;
    const ChatSession::Draft draft = draftFor(model);
    sessionFor(conversation).continueAnswer(message, draft);
}

void ChatEngine::showVersion(const QString &message, int steps)
{
    if (!m_store)
        return;
    m_store->versions(message, this, [this, message, steps](const auto &versions) {
        if (!versions) {
            Q_EMIT notice(versions.error().message);
            return;
        }
        const auto own = std::find_if(
            versions->cbegin(), versions->cend(),
            [&message](const StoredMessage &version) { return version.id == message; });
        const qsizetype wanted = own - versions->cbegin() + steps;
        if (wanted < 0 || wanted >= versions->size())
            return;
        m_store->showVersion(versions->at(wanted).id, this,
                             [this, id = versions->at(wanted).id](const Result<Branch> &branch) {
                                 if (branch)
                                     Q_EMIT branchOpened(*branch, id);
                                 else
                                     Q_EMIT notice(branch.error().message);
                             });
    });
}

void ChatEngine::stop(const QString &conversation)
{
    ChatSession *session = conversation.isEmpty() ? m_unnamed : m_sessions.value(conversation);
    if (session)
        session->stop();
    m_compares->stop(conversation);
}

void ChatEngine::proceed(const QString &conversation, OutgrownChoice choice)
{
    ChatSession *session = conversation.isEmpty() ? m_unnamed : m_sessions.value(conversation);
    if (session)
        session->proceed(choice);
}

void ChatEngine::leaveUnnamed()
{
    if (m_unnamed && !m_unnamed->isBusy())
        m_unnamed->deleteLater();
    m_unnamed = nullptr; // a busy one names itself, and is found by its name then
}

void ChatEngine::backUp()
{
    if (!m_database)
        return;
    m_database->backUp(this, [this](const Result<QString> &path) {
        Q_EMIT notice(path ? tr("A backup was made and read back: %1").arg(*path)
                           : path.error().message);
    });
}

void ChatEngine::saveSetting(const TextSetting &key, const QString &value)
{
    m_services->settings().setValue(key, value);
}

void ChatEngine::saveSetting(const char *name, const Json &value)
{
    m_services->settings().setJson(name, value);
}

void ChatEngine::saveSetting(const IntSetting &key, qint64 value)
{
    m_services->settings().setValue(key, value);
}

} // namespace kagura
