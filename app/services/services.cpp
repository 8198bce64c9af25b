// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/services.h"

#include "core/base/logging.h"
#include "core/llm/environmentkeys.h"
#include "core/llm/providerpresets.h"
#include "core/llm/providersettings.h"

#include <QFile>
#include <QProcessEnvironment>

#include <algorithm>

// A static library's resources are linked only where somebody asks for them, outside any namespace.
static void initCatalogue()
{
    Q_INIT_RESOURCE(catalogue);
}

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::seconds SharingPatience(2); // at the end of a command

// Data that the program carries; it cannot be missing, so a failure here is a fault of the build.
QByteArray bundled(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qCCritical(logApp, "the program was built without %s", qUtf8Printable(path));
    return file.readAll();
}

} // namespace

Services::Services(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_settings(configFolder())
    , m_keychain(m_settings)
    , m_keys(m_keychain, m_session)
    , m_signIns(m_transport, m_clock, m_keychain)
    , m_signInClients(m_settings)
    , m_team(m_settings, m_keys, m_clock)
    , m_providers(m_transport, m_clock, m_keys)
{}

Services::~Services() = default;

void Services::start()
{
    if (const Result<void> loaded = m_settings.load(); !loaded)
        m_warnings.append(loaded.error());
    connect(&m_providers, &ProviderRegistry::keyFound, this,
            [this](const Secret &key) { m_redactor.add(key); });
    connect(&m_signIns, &SignIns::tokenFound, this,
            [this](const Secret &token) { m_redactor.add(token); });
    connect(&m_signIns, &SignIns::changed, this,
            [this](const QString &provider) { m_providers.forgetKey(provider); });
    m_signIns.setNetwork([this](const QString &provider) {
        const std::optional<ProviderConfig> config = knownProvider(provider);
        return config ? config->network : NetworkProfile();
    });
    m_keys.setTokens(m_signIns);
    readBundledData();
    m_cache = std::make_unique<CacheStorage>(m_settings, m_clock, m_options.cache);
    connect(&m_team, &TeamCache::secretFound, this,
            [this](const Secret &secret) { m_redactor.add(secret); });
    m_team.renew();
    m_providers.useCache(*m_cache, m_catalogue, m_team);
    addEnvironmentProviders();
    for (const ProviderConfig &config : savedProviders())
        m_providers.set(config);
    for (const ProviderConfig &config : std::as_const(m_options.providers))
        m_providers.set(config);
    if (m_options.descriptorKey) {
        const QString owner =
            m_options.providers.size() == 1 ? m_options.providers.constFirst().name : QString();
        m_keys.setDescriptorKey(owner, *m_options.descriptorKey);
        m_redactor.add(*m_options.descriptorKey);
    }
}

void Services::settle(QObject *context, std::function<void()> done)
{
    if (m_team.tier() == nullptr)
        return done();
    // An answer is shared once it is on disk.
    m_cache->whenWritten(context, [this, context, done = std::move(done)]() mutable {
        m_team.drain(SharingPatience, context, std::move(done));
    });
}

void Services::readBundledData()
{
    initCatalogue();
    const Result<QList<ProviderPreset>> presets =
        readProviderPresets(bundled(u":/catalogue/providers.json"_s));
    const Result<void> models = m_catalogue.add(bundled(u":/catalogue/models.json"_s));
    if (!presets || !models)
        qCCritical(logApp, "the bundled catalogue cannot be read");
    else
        m_presets = *presets;
}

// A key in the environment makes its provider callable by name; nothing is called for it by itself.
void Services::addEnvironmentProviders()
{
    for (const EnvironmentKey &key : keysInEnvironment(QProcessEnvironment::systemEnvironment())) {
        const auto preset =
            std::find_if(m_presets.cbegin(), m_presets.cend(), [&key](const ProviderPreset &one) {
                return one.config.name == key.provider;
            });
        if (preset == m_presets.cend())
            continue;
        ProviderConfig config = preset->config;
        config.keyVariable = key.variable;
        m_providers.set(config);
    }
}

ModelRef Services::defaultModel() const
{
    const std::optional<ModelRef> chosen =
        ModelRef::fromString(m_settings.value(settings::DefaultModel));
    return chosen && m_providers.contains(chosen->provider) ? *chosen : guideModel();
}

ModelRef Services::guideModel()
{
    return {QString::fromLatin1(GuideServer::ProviderName),
            QString::fromLatin1(GuideServer::ModelName)};
}

QList<ProviderConfig> Services::savedProviders() const
{
    return providersFromJson(m_settings.json(settings::Providers));
}

std::optional<ProviderConfig> Services::knownProvider(const QString &name) const
{
    for (const ProviderConfig &config : m_providers.configs()) {
        if (config.name == name)
            return config;
    }
    for (const ProviderPreset &preset : m_presets) {
        if (preset.config.name == name)
            return preset.config;
    }
    return std::nullopt;
}

void Services::saveProvider(const ProviderConfig &config)
{
    m_providers.set(config);
    QList<ProviderConfig> saved = savedProviders();
    saved.removeIf([&config](const ProviderConfig &one) { return one.name == config.name; });
    saved.append(config);
    m_settings.setJson(settings::Providers, providersToJson(saved));
}

void Services::removeProvider(const QString &name)
{
    m_providers.remove(name);
    QList<ProviderConfig> saved = savedProviders();
    saved.removeIf([&name](const ProviderConfig &one) { return one.name == name; });
    m_settings.setJson(settings::Providers, providersToJson(saved));
}

} // namespace kagura
