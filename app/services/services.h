// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/cachestorage.h"
#include "app/services/providerregistry.h"
#include "app/services/signinclients.h"
#include "app/services/teamcache.h"
#include "core/auth/signins.h"
#include "core/base/clock.h"
#include "core/base/redactor.h"
#include "core/llm/modelcatalogue.h"
#include "core/llm/providerconfig.h"
#include "core/llm/providerpresets.h"
#include "core/net/qttransport.h"
#include "core/settings/keychainsecretstore.h"
#include "core/settings/keysource.h"
#include "core/settings/memorysecretstore.h"
#include "core/settings/settings.h"
#include "core/storage/datafolder.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace kagura {

//! Everything that a program of ours is made of, built once and handed on by reference.
//!
//! Thread: the engine thread: the main thread of the command line, a thread of its own in the desktop
//! application. Lifetime: the program's. Errors: start(); what can be done without is done without.
class Services final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QList<ProviderConfig> providers; //!< of this call only, before those of the settings
        std::optional<Secret> descriptorKey; //!< what came through --key-fd
        CacheStorage::Use cache = CacheStorage::Use::Brief;
    };

    explicit Services(const Options &options, QObject *parent = nullptr);
    ~Services() override;

    //! Reads the settings and makes the configured providers callable. Broken settings are set aside
    //! and reported, and the defaults hold.
    void start();

    //! What start() had to work around, in words for the user; empty: nothing.
    [[nodiscard]] const QList<Error> &warnings() const { return m_warnings; }

    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] Transport &transport() { return m_transport; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] KeychainSecretStore &keychain() { return m_keychain; }
    [[nodiscard]] KeySource &keys() { return m_keys; }
    [[nodiscard]] SignIns &signIns() { return m_signIns; }
    [[nodiscard]] SignInClients &signInClients() { return m_signInClients; }
    [[nodiscard]] ProviderRegistry &providers() { return m_providers; }
    [[nodiscard]] const ModelCatalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const QList<ProviderPreset> &presets() const { return m_presets; }
    [[nodiscard]] CacheStorage &cache() { return *m_cache; } //!< from start() on
    [[nodiscard]] TeamCache &team() { return m_team; }
    [[nodiscard]] Redactor &redactor() { return m_redactor; }

    //! What is called where the user chose nothing: the settings' model, else the Guide. Never a model
    //! that costs money just because a key lies about in the environment.
    [[nodiscard]] ModelRef defaultModel() const;
    [[nodiscard]] static ModelRef guideModel();

    //! Those that a person has connected; the others are only known.
    [[nodiscard]] QList<ProviderConfig> savedProviders() const;
    //! One that can be called, or else a preset of that name.
    [[nodiscard]] std::optional<ProviderConfig> knownProvider(const QString &name) const;
    //! Adds or replaces a provider and remembers it in the settings.
    void saveProvider(const ProviderConfig &config);
    void removeProvider(const QString &name);

    //! Calls done once what was answered is with the team, too, or some seconds later: for the end of a
    //! command. At once where nothing is shared.
    void settle(QObject *context, std::function<void()> done);

private:
    void readBundledData();
    void addEnvironmentProviders();

    Options m_options;
    SystemClock m_clock;
    Redactor m_redactor;
    Settings m_settings;
    KeychainSecretStore m_keychain;
    MemorySecretStore m_session;
    KeySource m_keys;
    QtTransport m_transport;
    SignIns m_signIns;
    SignInClients m_signInClients;
    ModelCatalogue m_catalogue;
    std::unique_ptr<CacheStorage> m_cache;
    TeamCache m_team;
    ProviderRegistry m_providers;
    QList<ProviderPreset> m_presets;
    QList<Error> m_warnings;
};

} // namespace kagura
