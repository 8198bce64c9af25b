// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/providerdesk.h"

#include "core/llm/dialects/dialect.h"
#include "core/llm/vendorprovider.h"
#include "core/settings/keychainsecretstore.h"
#include "core/settings/memorysecretstore.h"

#include <QProcessEnvironment>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

ProviderDesk::ProviderDesk(QObject *parent)
    : QObject(parent)
{}

ProviderDesk::~ProviderDesk() = default;

void ProviderDesk::start(Services &services)
{
    m_services = &services;
    offerModels();
    followKeychain();
    followSignIns();
}

void ProviderDesk::followSignIns()
{
    connect(&m_services->signIns(), &SignIns::changed, this, [this](const QString &provider) {
        m_listed.remove(provider); // it was another account's
        m_unlisted.remove(provider);
        offerModels();
        if (m_services->signIns().isSignedIn(provider))
            listModelsOf(provider, false);
    });
}

void ProviderDesk::chooseModel(const ModelRef &model)
{
    m_services->settings().setValue(settings::DefaultModel, model.toString());
}

void ProviderDesk::lookAround()
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

void ProviderDesk::useServer(const LocalServer &server)
{
    m_services->saveProvider(providerFor(server));
    listModelsOf(server.providerName, true);
}

void ProviderDesk::useEnvironmentKey(const QString &provider)
{
    const QList<ProviderConfig> known = m_services->providers().configs();
    const auto config = std::find_if(known.cbegin(), known.cend(), [&](const ProviderConfig &one) {
        return one.name == provider;
    });
    if (config != known.cend())
        m_services->saveProvider(*config);
    listModelsOf(provider, true);
}

void ProviderDesk::connectProvider(const ProviderConfig &config, const Secret &key)
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
        Q_EMIT notice(tr("Waiting for the keyring. It may be asking for its password."));
    });
    connect(
        m_keyReply.get(), &Handle::finished, this,
        [this, name = config.name, key] {
            if (m_keyReply->failure()) {
                m_keyReply = m_services->keys().session().write(name, key);
                Q_EMIT notice(
                    tr("There is no keychain here, so the key is kept for this session only."));
            } else {
                Q_EMIT notice(tr("The key is in the keychain."));
            }
            listModelsOf(name, true);
        },
        Qt::QueuedConnection);
}

void ProviderDesk::save(const ProviderConfig &config)
{
    m_services->saveProvider(config);
    offerModels();
}

void ProviderDesk::remove(const QString &provider)
{
    m_services->removeProvider(provider);
    m_listed.remove(provider);
    m_unlisted.remove(provider);
    if (m_services->defaultModel().provider == provider)
        chooseModel(Services::guideModel());
    offerModels();
}

void ProviderDesk::test(const ProviderConfig &config, const Secret &key)
{
    m_services->redactor().add(key);
    testAs(config, key);
}

void ProviderDesk::testAs(const ProviderConfig &config, const AccountKey &key)
{
    m_testReply.reset();
    m_tested = std::make_unique<VendorProvider>(config, dialectFor(config.dialect),
                                                m_services->transport(), [key] { return key; });
    m_testReply = m_tested->listModels();
    const std::chrono::microseconds began = m_services->clock().monotonic();
    connect(m_testReply.get(), &Handle::finished, this, [this, name = config.name, began] {
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
            m_services->clock().monotonic() - began);
        Q_EMIT providerTested(name, m_testReply->failure(),
                              static_cast<int>(m_testReply->models().size()), took.count());
    });
}

void ProviderDesk::testKept(const ProviderConfig &config)
{
    m_testKey = m_services->keys().find(config.name, config.keyVariable);
    const auto go = [this, config] {
        if (m_testKey->failure())
            Q_EMIT providerTested(config.name, m_testKey->failure(), 0, 0);
        else
            testAs(config, keyOf(*m_testKey));
    };
    if (m_testKey->isFinished())
        go();
    else
        connect(m_testKey.get(), &Handle::finished, this, go, Qt::QueuedConnection);
}

void ProviderDesk::followKeychain()
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

void ProviderDesk::listModels()
{
    // Only those of this person's: a key in the environment is no leave to send it anywhere.
    const QList<ProviderConfig> saved = m_services->savedProviders();
    for (const ProviderConfig &config : saved) {
        const bool isAsked = std::any_of(m_lists.cbegin(), m_lists.cend(), [&](const auto &list) {
            return list.first == config.name && !list.second->isFinished();
        });
        if (!m_listed.contains(config.name) && !isAsked)
            listModelsOf(config.name, false);
    }
}

void ProviderDesk::listModelsAgain(const QString &provider)
{
    listModelsOf(provider, false);
}

void ProviderDesk::listModelsOf(const QString &provider, bool chooseFirst)
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
                m_listed[provider] = {list->models(), m_services->clock().wall()};
                if (chooseFirst && !list->models().isEmpty())
                    chooseModel({provider, list->models().constFirst().id});
                offerModels();
            });
        });
}

void ProviderDesk::noteUnlisted(const QString &provider, const Error &error, bool isAskedFor)
{
    if (isAskedFor)
        Q_EMIT notice(u"%1: %2"_s.arg(provider, error.message));
    m_unlisted[provider] = error.message;
    offerModels();
}

QString ProviderDesk::titleOf(const ProviderConfig &config) const
{
    const QList<ProviderPreset> &presets = m_services->presets();
    const auto preset =
        std::find_if(presets.cbegin(), presets.cend(), [&config](const ProviderPreset &one) {
            return one.config.name == config.name;
        });
    return preset == presets.cend() ? config.name : preset->title;
}

KeyReply::Origin ProviderDesk::keyOriginOf(const ProviderConfig &config) const
{
    if (!config.keyVariable.isEmpty()
        && !qEnvironmentVariableIsEmpty(config.keyVariable.toLocal8Bit().constData()))
        return KeyReply::Origin::Environment;
    if (m_services->signIns().isSignedIn(config.name))
        return KeyReply::Origin::SignIn;
    if (m_services->keychain().names().contains(config.name))
        return KeyReply::Origin::Keychain;
    if (m_services->keys().session().names().contains(config.name))
        return KeyReply::Origin::Session;
    return KeyReply::Origin::None;
}

ProviderStand ProviderDesk::standOf(const ProviderConfig &config) const
{
    const Listing listing = m_listed.value(config.name);
    ProviderStand stand{config,
                        titleOf(config),
                        keyOriginOf(config),
                        m_unlisted.value(config.name),
                        listing.models,
                        m_services->catalogue().models(config.name),
                        listing.at,
                        {},
                        {}};
    if (m_services->signInClients().isOffered(config)) {
        const OAuthClient client = m_services->signInClients().clientFor(config);
        stand.signInTitle = client.title;
        stand.clientId = client.clientId;
    }
    return stand;
}

void ProviderDesk::offerModels()
{
    QList<OfferedModel> offered;
    QList<ProviderStand> stands;
    const ModelRef guide = Services::guideModel();
    offered.append({guide, tr("Guide"), tr("Guide · offline")});
    const ModelRef chosen = m_services->defaultModel();
    for (const ProviderConfig &config : m_services->providers().configs()) {
        if (config.name == guide.provider)
            continue;
        stands.append(standOf(config));
        const QString title = stands.constLast().title;
        const bool wasListed = m_listed.contains(config.name);
        for (const ModelInfo &model : stands.constLast().models)
            offered.append({{config.name, model.id},
                            title,
                            model.displayName.isEmpty() ? model.id : model.displayName});
        if (!wasListed && chosen.provider == config.name)
            offered.append({chosen, title, chosen.model});
        if (!wasListed && m_unlisted.contains(config.name))
            offered.append({{config.name, {}}, title, m_unlisted.value(config.name)});
    }
    Q_EMIT modelsOffered(offered, chosen);
    Q_EMIT providersChanged(stands);
}

} // namespace kagura
