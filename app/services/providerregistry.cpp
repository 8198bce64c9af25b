// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/providerregistry.h"

#include "app/services/cachestorage.h"
#include "app/services/teamcache.h"
#include "core/cache/keptdialect.h"
#include "core/llm/accountgate.h"
#include "core/llm/limitingprovider.h"
#include "core/llm/modelcatalogue.h"
#include "core/llm/retryingprovider.h"
#include "core/llm/sharingprovider.h"
#include "core/llm/vendorprovider.h"
#include "core/storage/installationkey.h"

#include <QPointer>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString guideName()
{
    return QString::fromLatin1(GuideServer::ProviderName);
}

//! A handle is not deleted inside its own signal.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

Error missingKey(const ProviderConfig &config)
{
    const QString variable =
        config.keyVariable.isEmpty() ? QString() : u"set %1, or "_s.arg(config.keyVariable);
    return {Error::Kind::Auth,
            u"no key for %1: %2run `kagura-cli keys set %1`"_s.arg(config.name, variable)};
}

} // namespace

//! The way of a call to one provider, from the outside in.
struct ProviderRegistry::Street
{
    Street(ProviderConfig providerConfig,
           Transport &transport,
           Clock &clock,
           VendorProvider::ScopeFunction scope)
        : config(std::move(providerConfig))
        , gate(config.limits, clock)
        , vendor(
              config,
              dialectFor(config.dialect),
              transport,
              [this] { return key; },
              std::move(scope))
        , limiting(vendor, gate)
        , retrying(limiting, clock)
        , sharing(retrying)
    {}

    ProviderConfig config;
    AccountKey key;
    bool hasLookedForKey = false;
    std::unique_ptr<KeyReply> keyReply;
    QList<std::function<void(const Result<Street *> &)>> waiting; //!< for keyReply

    AccountGate gate;
    VendorProvider vendor;
    LimitingProvider limiting;
    RetryingProvider retrying;
    SharingProvider sharing;
    std::unique_ptr<CachingProvider> caching;
};

//! The same way for a body that was kept, past nothing but the cache; joined by nobody.
class ProviderRegistry::KeptStreet final : public Provider
{
public:
    KeptStreet(Street &street,
               const Json &body,
               Transport &transport,
               Clock &clock,
               ResponseCache &cache,
               VendorProvider::ScopeFunction scope,
               CachingProvider::Hooks hooks)
        : m_dialect(dialectFor(street.config.dialect), body)
        , m_vendor(
              street.config,
              m_dialect,
              transport,
              [key = street.key] { return key; },
              std::move(scope))
        , m_limiting(m_vendor, street.gate)
        , m_retrying(m_limiting, clock)
        , m_caching(m_retrying, cache, clock, std::move(hooks))
    {}

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override
    {
        return m_caching.identify(request, options);
    }
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override
    {
        return m_caching.send(request, options);
    }

private:
    KeptDialect m_dialect;
    VendorProvider m_vendor;
    LimitingProvider m_limiting;
    RetryingProvider m_retrying;
    CachingProvider m_caching;
};

ProviderRegistry::ProviderRegistry(Transport &transport,
                                   Clock &clock,
                                   KeySource &keys,
                                   QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
    , m_keys(keys)
    , m_installationKey(temporaryKey())
{
    ProviderConfig guide;
    guide.name = guideName();
    guide.needsKey = false;
    guide.identityOrigin = guideName();
    guide.baseUrl = QUrl(u"http://127.0.0.1/v1"_s); // the port comes with the server
    guide.network.proxy = NetworkProfile::Proxy::None;
    set(guide);
}

ProviderRegistry::~ProviderRegistry() = default;

void ProviderRegistry::set(const ProviderConfig &config)
{
    std::unique_ptr<Street> &street = m_streets[config.name];
    if (street && street->config == config)
        return;
    if (street)
        m_retired.push_back(std::move(street));
    street = std::make_unique<Street>(
        config, m_transport, m_clock,
        [this, name = config.name](const Secret &key) { return scopeOf(name, key); });
    Q_EMIT changed();
}

void ProviderRegistry::remove(const QString &name)
{
    const auto found = m_streets.find(name);
    if (found == m_streets.end() || name == guideName())
        return;
    m_retired.push_back(std::move(found->second));
    m_streets.erase(found);
    Q_EMIT changed();
}

QList<ProviderConfig> ProviderRegistry::configs() const
{
    QList<ProviderConfig> configs;
    for (const auto &[name, street] : m_streets)
        configs.append(street->config);
    return configs;
}

bool ProviderRegistry::contains(const QString &name) const
{
    return m_streets.contains(name);
}

void ProviderRegistry::useCache(CacheStorage &cache,
                                const ModelCatalogue &catalogue,
                                TeamCache &team)
{
    m_cache = &cache;
    m_catalogue = &catalogue;
    m_team = &team;
    m_installationKey = cache.installationKey();
}

// The token of the Guide is new at each start and stands for no account.
QString ProviderRegistry::scopeOf(const QString &provider, const Secret &key) const
{
    return provider == guideName() ? QString() : accountScope(key, m_installationKey);
}

Provider *ProviderRegistry::entranceOf(Street &street) const
{
    if (!m_cache)
        return &street.sharing;
    if (!street.caching)
        street.caching = std::make_unique<CachingProvider>(street.sharing, m_cache->cache(),
                                                           m_clock, hooksFor(street));
    return street.caching.get();
}

CachingProvider::Hooks ProviderRegistry::hooksFor(const Street &street) const
{
    CachingProvider::Hooks hooks;
    hooks.policy = [cache = m_cache, name = street.config.name](const ChatRequest &,
                                                                const CallOptions &options) {
        return cache->policyFor(name, options);
    };
    hooks.cost = [catalogue = m_catalogue](const QString &provider, const QString &model,
                                           const Usage &usage) {
        return catalogue->costMicroUsd(provider, model, usage);
    };
    hooks.noted = [cache = m_cache](const CacheNote &note) { Q_EMIT cache->noted(note); };
    hooks.isLocal = isLoopback(street.config.baseUrl);
    if (!hooks.isLocal) {
        hooks.shared = [team = m_team] { return team->tier(); };
        hooks.account = street.config.name;
    }
    return hooks;
}

void ProviderRegistry::prepare(const QString &name, QObject *context, Prepared<Provider> done)
{
    const auto prepareIt = [this, name, context = QPointer<QObject>(context),
                            done = std::move(done)] {
        if (!context)
            return;
        prepareStreet(name, context, [this, done](const Result<Street *> &street) {
            done(street ? Result<Provider *>(entranceOf(**street))
                        : Result<Provider *>(street.error()));
        });
    };
    if (m_team)
        m_team->whenClear(this, prepareIt);
    else
        prepareIt();
}

void ProviderRegistry::prepareVendor(const QString &name,
                                     QObject *context,
                                     Prepared<VendorProvider> done)
{
    prepareStreet(name, context, [done = std::move(done)](const Result<Street *> &street) {
        done(street ? Result<VendorProvider *>(&(*street)->vendor)
                    : Result<VendorProvider *>(street.error()));
    });
}

void ProviderRegistry::prepareKept(
    const QString &name,
    const Json &body,
    QObject *context,
    std::function<void(const Result<std::shared_ptr<Provider>> &)> done)
{
    prepareStreet(
        name, context, [this, name, body, done = std::move(done)](const Result<Street *> &street) {
            if (!street)
                return done(street.error());
            const auto scope = [this, name](const Secret &key) { return scopeOf(name, key); };
            done(std::shared_ptr<Provider>(
                std::make_shared<KeptStreet>(**street, body, m_transport, m_clock, m_cache->cache(),
                                             scope, hooksFor(**street))));
        });
}

void ProviderRegistry::forgetKey(const QString &name)
{
    if (const auto found = m_streets.find(name); found != m_streets.end())
        found->second->hasLookedForKey = false;
}

void ProviderRegistry::prepareStreet(const QString &name, QObject *context, Prepared<Street> done)
{
    // Whoever asks is called in a later turn of the event loop, and not at all once it is gone.
    const auto answer = [context = QPointer<QObject>(context),
                         done = std::move(done)](const Result<Street *> &street) {
        if (context)
            QMetaObject::invokeMethod(
                context, [done, street] { done(street); }, Qt::QueuedConnection);
    };
    const auto found = m_streets.find(name);
    if (found == m_streets.end()) {
        answer(Error{
            Error::Kind::BadRequest,
            u"no provider is called %1; `kagura-cli models` lists them, --provider adds one"_s.arg(
                name)});
        return;
    }
    Street *street = found->second.get();
    if (name == guideName()) {
        const Result<Street *> guide = runningGuide();
        answer(guide);
        return;
    }
    if (street->hasLookedForKey
        || (!street->config.needsKey && street->config.keyVariable.isEmpty())) {
        answer(street);
        return;
    }
    street->waiting.append(answer);
    if (!street->keyReply)
        findKey(*street);
}

void ProviderRegistry::findKey(Street &street)
{
    street.keyReply = m_keys.find(street.config.name, street.config.keyVariable);
    connect(street.keyReply.get(), &KeyReply::waiting, this,
            [this, name = street.config.name] { Q_EMIT waitingForKeyring(name); });
    connect(street.keyReply.get(), &Handle::finished, this, [this, &street] {
        // The street outlives this call: it is at most retired.
        const std::unique_ptr<KeyReply, DeleteLater> reply(street.keyReply.release());
        Result<Street *> result = &street;
        if (reply->failure()) {
            result = *reply->failure();
        } else if (reply->secret().isEmpty() && street.config.needsKey) {
            result = missingKey(street.config);
        } else {
            street.key = keyOf(*reply);
            // A sign-in is asked again for each call: it knows whether its token is still fresh.
            street.hasLookedForKey = !street.key.isAccessToken;
            if (!street.key.secret.isEmpty())
                Q_EMIT keyFound(street.key.secret);
        }
        for (const auto &answer : std::exchange(street.waiting, {}))
            answer(result);
    });
}

Result<ProviderRegistry::Street *> ProviderRegistry::runningGuide()
{
    if (!m_guide.isRunning()) {
        if (const Result<void> started = m_guide.start(); !started)
            return started.error();
        ProviderConfig config = m_streets.at(guideName())->config;
        config.baseUrl = m_guide.baseUrl();
        set(config);
        m_streets.at(guideName())->key = m_guide.token();
        Q_EMIT keyFound(m_guide.token());
    }
    return m_streets.at(guideName()).get();
}

AccountKey keyOf(const KeyReply &reply)
{
    AccountKey key(reply.secret());
    key.isAccessToken = reply.origin() == KeyReply::Origin::SignIn;
    key.account = reply.account();
    return key;
}

} // namespace kagura
