// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/services.h"
#include "core/llm/environmentkeys.h"
#include "core/llm/localprobe.h"
#include "core/llm/modellistreply.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace kagura {

//! A model that can be chosen; without a model's name, the title says why its provider has none.
struct OfferedModel
{
    ModelRef ref;
    QString providerTitle;
    QString title;

    bool operator==(const OfferedModel &) const = default;
};

//! What can be connected without asking the person for anything.
struct FoundOnComputer
{
    QList<LocalServer> servers;
    QList<EnvironmentKey> keys;

    bool operator==(const FoundOnComputer &) const = default;
};

//! Where a key will be kept, in words.
struct KeyPlace
{
    QString words;
    bool isLasting = false;

    bool operator==(const KeyPlace &) const = default;
};

//! One provider as it stands.
struct ProviderStand
{
    ProviderConfig config;
    QString title;
    KeyReply::Origin keyOrigin =
        KeyReply::Origin::None; //!< where a key is noted; nothing was asked
    QString failure; //!< of the last listing; empty: none
    QList<ModelInfo> models;
    QList<ModelFacts> facts; //!< what is known of them, by id
    QDateTime listedAt; //!< UTC; null: never
    QString signInTitle; //!< whom one could sign in with; empty: there is no such way
    QString clientId; //!< of the last sign-in

    bool operator==(const ProviderStand &) const = default;
};

//! Everything around providers that is no call: what is connected, what could be, which models there
//! are, and whether a key works.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: its parent's; start() comes before
//! everything else, and the services outlive it. Errors: notice(), providerTested().
class ProviderDesk final : public QObject
{
    Q_OBJECT

public:
    explicit ProviderDesk(QObject *parent = nullptr);
    ~ProviderDesk() override;

    void start(Services &services);

    void chooseModel(const ModelRef &model);
    //! Asks every connected provider whose models are not known yet; modelsOffered() follows for each.
    void listModels();
    void listModelsAgain(const QString &provider);

    void lookAround();
    void useServer(const LocalServer &server);
    void useEnvironmentKey(const QString &provider);
    //! Keeps the key in the keychain, or for this session where there is none, and lists the models.
    void connectProvider(const ProviderConfig &config, const Secret &key);
    //! For calls that are still to come.
    void save(const ProviderConfig &config);
    //! Its key stays where it is, so that the removal can be taken back.
    void remove(const QString &provider);

    //! Lists its models with that key and keeps nothing; providerTested() follows.
    void test(const ProviderConfig &config, const Secret &key);
    //! The same with the key that is kept.
    void testKept(const ProviderConfig &config);

Q_SIGNALS:
    void modelsOffered(const QList<kagura::OfferedModel> &models, const kagura::ModelRef &chosen);
    void providersChanged(const QList<kagura::ProviderStand> &providers);
    void foundOnComputer(const kagura::FoundOnComputer &found);
    void providerTested(const QString &provider,
                        const std::optional<kagura::Error> &failure,
                        int modelCount,
                        qint64 milliseconds);
    void keyPlaceFound(const kagura::KeyPlace &place);
    void notice(const QString &text);

private:
    void testAs(const ProviderConfig &config, const AccountKey &key);
    void followSignIns();
    void offerModels();
    void followKeychain();
    void listModelsOf(const QString &provider, bool chooseFirst);
    void noteUnlisted(const QString &provider, const Error &error, bool isAskedFor);
    [[nodiscard]] QString titleOf(const ProviderConfig &config) const;
    [[nodiscard]] ProviderStand standOf(const ProviderConfig &config) const;
    [[nodiscard]] KeyReply::Origin keyOriginOf(const ProviderConfig &config) const;

    struct Listing
    {
        QList<ModelInfo> models;
        QDateTime at;
    };

    Services *m_services = nullptr;
    std::unique_ptr<LocalProbe> m_probe;
    QHash<QString, Listing> m_listed; //!< by provider
    QHash<QString, QString> m_unlisted; //!< why there are none, by provider
    std::vector<std::pair<QString, std::unique_ptr<ModelListReply>>> m_lists; //!< by provider
    std::unique_ptr<VendorProvider> m_tested;
    std::unique_ptr<ModelListReply> m_testReply;
    std::unique_ptr<KeyReply> m_testKey;
    std::unique_ptr<SecretReply> m_keyReply;
};

} // namespace kagura
