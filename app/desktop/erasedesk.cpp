// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/erasedesk.h"

#include "app/services/cachestorage.h"
#include "core/storage/backup.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

struct EraseDesk::Work
{
    QString conversation;
    ErasedConversation gone = {};
    QStringList queries = {}; // of the cache, that are still to be erased
    qint64 cached = 0; // entries that went
};

EraseDesk::EraseDesk(QObject *parent)
    : QObject(parent)
{}

EraseDesk::~EraseDesk() = default;

void EraseDesk::start(Database &database, const QString &backupFolder, CacheStorage &cache)
{
    m_database = &database;
    m_backupFolder = backupFolder;
    m_cache = &cache;
}

void EraseDesk::erase(const QString &conversation)
{
    if (!m_database)
        return;
    const auto work = std::make_shared<Work>(Work{conversation});
    m_database->write(
        Database::Durability::Full,
        [conversation](Connection &connection) {
            return eraseConversation(connection, conversation);
        },
        this,
        [this, work](const Result<ErasedConversation> &gone) {
            if (!gone)
                return fail(work, gone.error(), tr("nothing was erased"));
            work->gone = *gone;
            Q_EMIT erased(work->conversation, work->gone.messages);
            work->queries.append(u"tag:\"conversation:%1\""_s.arg(work->conversation));
            // Answers that another conversation had stored say the same.
            for (const QString &key : work->gone.cacheKeys)
                work->queries.append(u"key:"_s + key);
            eraseCached(work);
        });
}

void EraseDesk::eraseCached(const WorkPointer &work)
{
    CacheBrowser *browser = m_cache->browser();
    if (browser == nullptr || work->queries.isEmpty())
        return compact(work);
    const Result<CacheQuery> query = CacheQuery::parse(work->queries.takeFirst());
    if (!query)
        return fail(work, query.error(), tr("cached answers and backups still have it"));
    browser->erase(*query, this, [this, work](const Result<qint64> &count) {
        if (!count)
            return fail(work, count.error(), tr("cached answers and backups still have it"));
        work->cached += *count;
        eraseCached(work);
    });
}

void EraseDesk::compact(const WorkPointer &work)
{
    m_database->compact(this, [this, work](const Result<void> &done) {
        if (!done)
            return fail(work, done.error(), tr("backups still have it"));
        renewBackups(work);
    });
}

void EraseDesk::renewBackups(const WorkPointer &work)
{
    m_database->backUp(this, [this, work](const Result<QString> &fresh) {
        if (!fresh)
            return fail(work, fresh.error(), tr("backups still have it"));
        const int backups = removeOtherBackups(m_backupFolder, *fresh);
        Q_EMIT notice(tr("Erased “%1”: %2 messages, %3 cached answers; %4 older backups were "
                         "replaced by a fresh one.")
                          .arg(work->gone.title)
                          .arg(work->gone.messages.size())
                          .arg(work->cached)
                          .arg(backups));
    });
}

void EraseDesk::fail(const WorkPointer &work, const Error &error, const QString &left)
{
    const QString name = work->gone.title.isEmpty() ? tr("The conversation") : work->gone.title;
    Q_EMIT notice(tr("%1 could not be erased everywhere (%2): %3").arg(name, left, error.message));
}

} // namespace kagura
