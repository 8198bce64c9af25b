// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/chatengine.h"

#include "core/base/logging.h"
#include "core/llm/providersettings.h"
#include "core/llm/vendorprovider.h"
#include "core/storage/datafolder.h"

#include <QProcessEnvironment>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

ChatEngine::ChatEngine() = default;

ChatEngine::~ChatEngine()
{
    qDeleteAll(m_sessions); // their last words still need the store
    delete m_unnamed;
}

void ChatEngine::start()
{
    m_services = std::make_unique<Services>(Services::Options());
    m_services->start();
    for (const Error &warning : m_services->warnings())
        Q_EMIT notice(warning.message);
    Q_EMIT started(m_services->settings().value(settings::Theme),
                   m_services->settings().value(settings::ZoomPercent), m_services->presets());
    offerModels();
    followKeychain();

    const Result<DataFolder> folder = DataFolder::open();
    if (!folder) {
        Q_EMIT notice(folder.error().message);
        return;
    }
    Result<std::unique_ptr<Lease>> lease = Lease::take(folder->leasePath());
    if (!lease) {
        Q_EMIT notice(lease.error().message);
        return;
    }
    m_lease = std::move(lease).value();
    m_database = std::make_unique<Database>(Database::Options{
        folder->databasePath(), folder->backupPath(), {ConversationStore::schema()}});
    connect(m_database.get(), &Database::stateChanged, this, [this](const DatabaseState &state) {
        if (state.kind != DatabaseState::Kind::Ready && state.kind != DatabaseState::Kind::Opening)
            Q_EMIT notice(state.message);
    });
    connect(m_database.get(), &Database::restored, this, [this](const RestoreReport &report) {
        Q_EMIT notice(
            u"The database was damaged. It is kept at %1, and the latest backup is in its place."_s
                .arg(report.asidePath));
        listConversations(std::nullopt);
    });
    m_store = std::make_unique<ConversationStore>(*m_database, m_services->clock(), *m_lease);
    connect(m_store.get(), &ConversationStore::conversationAdded, this,
            &ChatEngine::conversationUpserted);
    connect(m_store.get(), &ConversationStore::conversationChanged, this,
            &ChatEngine::conversationUpserted);
    connect(m_store.get(), &ConversationStore::conversationRemoved, this,
            &ChatEngine::conversationRemoved);
    listConversations(std::nullopt);
    lookAround();
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
                  });
}

void ChatEngine::open(const QString &conversation)
{
    if (!m_store)
        return;
    m_store->branch(conversation, this, [this](const Result<Branch> &branch) {
        if (branch)
            Q_EMIT branchOpened(*branch);
        else
            Q_EMIT notice(branch.error().message);
    });
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

void ChatEngine::setPinned(const QString &conversation, bool isPinned)
{
    if (m_store)
        m_store->setPinned(conversation, isPinned, this, reportFailure());
}

void ChatEngine::remove(const QString &conversation)
{
    stop(conversation);
    if (m_store)
        m_store->remove(conversation, this, reportFailure());
}

void ChatEngine::restore(const QString &conversation)
{
    if (m_store)
        m_store->restore(conversation, this, reportFailure());
}

ChatSession &ChatEngine::sessionFor(const QString &conversation)
{
    ChatSession *&slot = conversation.isEmpty() ? m_unnamed : m_sessions[conversation];
    if (!slot) {
        ChatSession::Services services;
        services.provider = [this](const QString &name, QObject *context,
                                   ChatSession::Services::Ready ready) {
            m_services->providers().prepare(name, context, std::move(ready));
        };
        services.costMicroUsd = [this](const ModelRef &model, const Usage &usage) {
            return m_services->catalogue().costMicroUsd(model.provider, model.model, usage);
        };
        slot = new ChatSession(*m_store, m_services->clock(), services, conversation);
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
    connect(&session, &ChatSession::sendRefused, this,
            [this, &session](const QString &text, const Error &error) {
                Q_EMIT sendRefused(session.conversation(), text, error);
            });
    connect(&session, &ChatSession::storageFailed, this,
            [this](const Error &error) { Q_EMIT notice(error.message); });
}

void ChatEngine::send(const QString &conversation, const QString &text, const ModelRef &model)
{
    if (!m_store) {
        Q_EMIT sendRefused(
            conversation, text,
            {Error::Kind::Storage, u"the data folder cannot be used, so nothing can be kept"_s});
        return;
    }
    ChatSession::Draft draft;
    draft.text = text;
    draft.model = model;
    sessionFor(conversation).send(draft);
}

void ChatEngine::regenerate(const QString &conversation,
                            const QString &message,
                            const ModelRef &model)
{
    if (!m_store)
        return;
    ChatSession::Draft draft;
    draft.model = model;
    sessionFor(conversation).regenerate(message, draft);
}

void ChatEngine::stop(const QString &conversation)
{
    ChatSession *session = conversation.isEmpty() ? m_unnamed : m_sessions.value(conversation);
    if (session)
        session->stop();
}

void ChatEngine::leaveUnnamed()
{
    if (m_unnamed && !m_unnamed->isBusy())
        m_unnamed->deleteLater();
    m_unnamed = nullptr; // a busy one names itself, and is found by its name then
}

void ChatEngine::chooseModel(const ModelRef &model)
{
    saveSetting(settings::DefaultModel, model.toString());
}

void ChatEngine::saveSetting(const TextSetting &key, const QString &value)
{
    m_services->settings().setValue(key, value);
}

void ChatEngine::saveSetting(const IntSetting &key, qint64 value)
{
    m_services->settings().setValue(key, value);
}

void ChatEngine::lookAround()
{
    FoundOnComputer found;
    for (const EnvironmentKey &key : keysInEnvironment(QProcessEnvironment::systemEnvironment())) {
        if (m_services->providers().contains(key.provider))
            found.keys.append(key);
    }
    Q_EMIT foundOnComputer(found);
    if (!m_services->settings().value(settings::ProbeLocalServers))
        return;
    m_probe = std::make_unique<LocalProbe>(m_services->transport(), LocalProbe::usualPorts());
    connect(m_probe.get(), &Handle::finished, this, [this, found]() mutable {
        found.servers = m_probe->servers();
        Q_EMIT foundOnComputer(found);
    });
}

void ChatEngine::useServer(const LocalServer &server)
{
    m_services->saveProvider(providerFor(server));
    listModelsOf(server.providerName, true);
}

void ChatEngine::useEnvironmentKey(const QString &provider)
{
    listModelsOf(provider, true);
}

void ChatEngine::connectProvider(const ProviderConfig &config, const Secret &key)
{
    m_services->saveProvider(config);
    m_services->providers().forgetKey(config.name);
    m_services->redactor().add(key);
    if (key.isEmpty()) {
        listModelsOf(config.name, true);
        return;
    }
    m_keyReply = m_services->keychain().write(config.name, key);
    connect(m_keyReply.get(), &SecretReply::waiting, this, [this] {
        Q_EMIT notice(u"Waiting for the keyring. It may be asking for its password."_s);
    });
    connect(
        m_keyReply.get(), &Handle::finished, this,
        [this, name = config.name, key] {
            if (m_keyReply->failure()) {
                m_keyReply = m_services->keys().session().write(name, key);
                Q_EMIT notice(
                    u"There is no keychain here, so the key is kept for this session only."_s);
            } else {
                Q_EMIT notice(u"The key is in the keychain."_s);
            }
            listModelsOf(name, true);
        },
        Qt::QueuedConnection);
}

void ChatEngine::testProvider(const ProviderConfig &config, const Secret &key)
{
    m_services->redactor().add(key);
    m_testReply.reset();
    m_tested = std::make_unique<VendorProvider>(config, dialectFor(config.dialect),
                                                m_services->transport(), [key] { return key; });
    m_testReply = m_tested->listModels();
    connect(m_testReply.get(), &Handle::finished, this, [this, name = config.name] {
        Q_EMIT providerTested(name, m_testReply->failure(),
                              static_cast<int>(m_testReply->models().size()));
    });
}

void ChatEngine::followKeychain()
{
    const auto tell = [this] {
        const bool isLasting = m_services->keychain().state() == SecretStore::State::Available
            || m_services->keychain().state() == SecretStore::State::Locked;
        Q_EMIT keyPlaceFound({isLasting ? tr("in the keychain of this computer")
                                        : tr("until Kagura is closed; there is no keychain here"),
                              isLasting});
    };
    connect(&m_services->keychain(), &SecretStore::stateChanged, this, tell);
    tell();
    m_services->keychain().refresh();
}

void ChatEngine::listModels()
{
    for (const ProviderConfig &config : m_services->providers().configs()) {
        const bool isAsked = std::any_of(m_lists.cbegin(), m_lists.cend(), [&](const auto &list) {
            return list.first == config.name && !list.second->isFinished();
        });
        if (config.name != Services::guideModel().provider && !m_listed.contains(config.name)
            && !isAsked)
            listModelsOf(config.name, false);
    }
}

void ChatEngine::listModelsOf(const QString &provider, bool chooseFirst)
{
    m_services->providers().prepareVendor(
        provider, this, [this, provider, chooseFirst](const Result<VendorProvider *> &vendor) {
            if (!vendor) {
                noteUnlisted(provider, vendor.error(), chooseFirst);
                return;
            }
            std::erase_if(m_lists, [](const auto &list) { return list.second->isFinished(); });
            m_lists.emplace_back(provider, (*vendor)->listModels());
            ModelListReply *list = m_lists.back().second.get();
            connect(list, &Handle::finished, this, [this, provider, chooseFirst, list] {
                if (list->failure()) {
                    noteUnlisted(provider, *list->failure(), chooseFirst);
                    return;
                }
                m_unlisted.remove(provider);
                m_listed[provider] = list->models();
                if (chooseFirst && !list->models().isEmpty())
                    chooseModel({provider, list->models().constFirst().id});
                offerModels();
            });
        });
}

void ChatEngine::noteUnlisted(const QString &provider, const Error &error, bool isAskedFor)
{
    if (isAskedFor)
        Q_EMIT notice(u"%1: %2"_s.arg(provider, error.message));
    m_unlisted[provider] = error.message;
    offerModels();
}

void ChatEngine::offerModels()
{
    QList<OfferedModel> offered;
    const ModelRef guide = Services::guideModel();
    offered.append({guide, tr("Guide"), tr("Guide · offline")});
    const ModelRef chosen = m_services->defaultModel();
    for (const ProviderConfig &config : m_services->providers().configs()) {
        if (config.name == guide.provider)
            continue;
        const QList<ProviderPreset> &presets = m_services->presets();
        const auto preset =
            std::find_if(presets.cbegin(), presets.cend(), [&config](const ProviderPreset &one) {
                return one.config.name == config.name;
            });
        const QString title = preset == presets.cend() ? config.name : preset->title;
        const bool wasListed = m_listed.contains(config.name);
        for (const ModelInfo &model : m_listed.value(config.name))
            offered.append({{config.name, model.id},
                            title,
                            model.displayName.isEmpty() ? model.id : model.displayName});
        if (!wasListed && chosen.provider == config.name)
            offered.append({chosen, title, chosen.model});
        if (!wasListed && m_unlisted.contains(config.name))
            offered.append({{config.name, {}}, title, m_unlisted.value(config.name)});
    }
    Q_EMIT modelsOffered(offered, chosen);
}

} // namespace kagura
