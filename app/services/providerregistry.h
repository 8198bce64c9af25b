// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/cache/cachingprovider.h"
#include "core/guide/guideserver.h"
#include "core/llm/provider.h"
#include "core/llm/providerconfig.h"
#include "core/net/transport.h"
#include "core/settings/keysource.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace kagura {

class CacheStorage;
struct AccountKey;
class ModelCatalogue;
class TeamCache;
class VendorProvider;

//! Every provider that can be called, each with its street (cache, sharing, retrying, limiting, vendor)
//! built once, so that all callers of an account share its limits and its live streams.
//!
//! The Guide is always among them; its server is started when it is first called.
//!
//! Thread: the engine thread. Lifetime: outlives the replies of its providers; transport, clock and keys
//! outlive it. Errors: prepare().
class ProviderRegistry final : public QObject
{
    Q_OBJECT

public:
    ProviderRegistry(Transport &transport,
                     Clock &clock,
                     KeySource &keys,
                     QObject *parent = nullptr);
    ~ProviderRegistry() override;

    //! Adds a provider, or replaces the one of that name for calls that are still to come.
    void set(const ProviderConfig &config);
    void remove(const QString &name);

    //! Every call goes past this cache from the next prepare() on, with accounts told apart by its
    //! installation key. It outlives all replies. Calls to other machines are shared with the team: a
    //! server on this computer has the same address as another one elsewhere.
    void useCache(CacheStorage &cache, const ModelCatalogue &catalogue, TeamCache &team);

    [[nodiscard]] QList<ProviderConfig> configs() const; //!< sorted by name, the Guide among them
    [[nodiscard]] bool contains(const QString &name) const;

    template <typename T>
    using Prepared = std::function<void(const Result<T *> &)>;

    //! Finds the key (a keyring may ask the person for a password first) and calls back in the thread
    //! of context, never before this has returned. Errors: BadRequest for a name that nobody has; Auth
    //! with where a key can be put; Network when the Guide could not be started.
    void prepare(const QString &name, QObject *context, Prepared<Provider> done);

    //! The same, for what only a vendor can do: listing models, embeddings.
    void prepareVendor(const QString &name, QObject *context, Prepared<VendorProvider> done);

    //! A provider that sends that body of an entry of the cache anew, whatever else a request says, and
    //! keeps what comes; see KeptDialect. The registry outlives it.
    void prepareKept(const QString &name,
                     const Json &body,
                     QObject *context,
                     std::function<void(const Result<std::shared_ptr<Provider>> &)> done);

    //! Forget the key of a provider, so that the next call looks for it again.
    void forgetKey(const QString &name);

Q_SIGNALS:
    void changed(); //!< the set of providers is another
    void waitingForKeyring(const QString &provider);
    void keyFound(const kagura::Secret &key); //!< so that the log can be kept free of it

private:
    struct Street;

    class KeptStreet;

    [[nodiscard]] CachingProvider::Hooks hooksFor(const Street &street) const;
    [[nodiscard]] Provider *entranceOf(Street &street) const;
    [[nodiscard]] QString scopeOf(const QString &provider, const Secret &key) const;
    void prepareStreet(const QString &name, QObject *context, Prepared<Street> done);
    void findKey(Street &street);
    [[nodiscard]] Result<Street *> runningGuide();

    Transport &m_transport;
    Clock &m_clock;
    KeySource &m_keys;
    GuideServer m_guide;
    Secret m_installationKey;
    CacheStorage *m_cache = nullptr;
    const ModelCatalogue *m_catalogue = nullptr;
    TeamCache *m_team = nullptr;
    std::map<QString, std::unique_ptr<Street>> m_streets;
    std::vector<std::unique_ptr<Street>>
        m_retired; //!< replaced, but replies may still be under way
};

//! What a call is made with, of a reply that has succeeded.
[[nodiscard]] AccountKey keyOf(const KeyReply &reply);

} // namespace kagura
