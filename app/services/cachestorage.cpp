// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/cachestorage.h"

#include "core/base/logging.h"
#include "core/cache/cacheschema.h"
#include "core/guide/guideserver.h"
#include "core/storage/datafolder.h"
#include "core/storage/installationkey.h"

#include <QCoreApplication>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

CacheMode modeOf(const QString &setting)
{
    if (setting == "read-only"_L1)
        return CacheMode::ReadOnly;
    if (setting == "refresh"_L1)
        return CacheMode::Refresh;
    if (setting == "off"_L1)
        return CacheMode::Off;
    return setting == "offline"_L1 ? CacheMode::OfflineOnly : CacheMode::ReadWrite;
}

} // namespace

CacheStorage::CacheStorage(Settings &settings, Clock &clock, Use use, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_installationKey(temporaryKey())
{
    openFile(use);
    ResponseCache::Options options;
    options.memoryBytes = m_settings.value(settings::CacheMemoryMib) * Mebibyte;
    options.diskBytes = m_settings.value(settings::CacheDiskMib) * Mebibyte;
    m_cache = std::make_unique<ResponseCache>(m_clock, m_database.get(), options);
    if (m_database)
        m_browser = std::make_unique<CacheBrowser>(*m_cache, *m_database, m_clock);
    connect(&m_settings, &Settings::changed, this, &CacheStorage::follow);
    m_cache->setMode(modeOf(mode()));
}

CacheStorage::~CacheStorage()
{
    m_browser.reset();
    m_cache.reset(); // notes what was used
}

void CacheStorage::openFile(Use use)
{
    const Result<DataFolder> folder = DataFolder::open();
    if (!folder)
        return; // whoever opens the conversations says so
    Database::Options options;
    options.path = folder->cacheDatabasePath();
    options.schemas = {cacheSchema()};
    options.isLookedOver = use == Use::Long;
    if (const Result<Secret> key = kagura::installationKey(folder->installationKeyPath()))
        m_installationKey = *key;
    else
        qCWarning(logApp).noquote() << key.error().message;
    m_database = std::make_unique<Database>(options);
    connect(m_database.get(), &Database::stateChanged, this, [this](const DatabaseState &state) {
        if (state.kind != DatabaseState::Kind::Ready && state.kind != DatabaseState::Kind::Opening)
            Q_EMIT trouble(state.message);
    });
    connect(m_database.get(), &Database::restored, this, [this](const RestoreReport &report) {
        Q_EMIT trouble(tr("The cache of answers was damaged. It is kept at %1, and an empty one is "
                          "in its place.")
                           .arg(report.asidePath));
    });
}

void CacheStorage::whenWritten(QObject *context, std::function<void()> done)
{
    if (!m_database)
        return done();
    // Writes are done, and answered, one after the other.
    m_database->write(
        Database::Durability::Normal, [](Connection &) { return Result<void>(); }, context,
        [done = std::move(done)](const Result<void> &) { done(); });
}

QString CacheStorage::mode() const
{
    return m_settings.value(settings::CacheModeName);
}

CachePolicy CacheStorage::policyFor(const QString &provider, const CallOptions &options) const
{
    CachePolicy policy;
    const qint64 hours = m_settings.value(settings::CacheLifetimeHours);
    policy.lifetime = hours < 0
        ? std::nullopt
        : std::optional<std::chrono::milliseconds>(std::chrono::hours(static_cast<int>(hours)));
    policy.replay = options.tags.contains("chat"_L1) ? ReplayPace::Paced : ReplayPace::Instant;
    // Another version of the program has another manual.
    if (provider == QLatin1String(GuideServer::ProviderName))
        policy.space.salt = QCoreApplication::applicationVersion();
    return policy;
}

void CacheStorage::follow(const QString &setting)
{
    if (setting == QLatin1String(settings::CacheMemoryMib.name)
        || setting == QLatin1String(settings::CacheDiskMib.name)
        || setting == QLatin1String(settings::CacheLifetimeHours.name)) {
        m_cache->setBudgets(m_settings.value(settings::CacheMemoryMib) * Mebibyte,
                            m_settings.value(settings::CacheDiskMib) * Mebibyte);
        Q_EMIT budgetsChanged();
    }
    if (setting != QLatin1String(settings::CacheModeName.name))
        return;
    m_cache->setMode(modeOf(mode()));
    Q_EMIT modeChanged(mode());
}

} // namespace kagura
