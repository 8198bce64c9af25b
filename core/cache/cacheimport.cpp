// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheimport.h"

#include "core/async/runthen.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int LotSize = 64;

} // namespace

CacheImport::CacheImport(ResponseCache &cache,
                         Database &database,
                         const Options &options,
                         QObject *parent)
    : Handle(parent)
    , m_cache(cache)
    , m_database(database)
    , m_options(options)
{
    m_rules.conflicts = options.conflicts;
    m_rules.now = options.now;
    m_rules.largestEntry = cache.options().entryBytes;
    m_rules.budget = {cache.options().diskBytes, cache.options().diskEntries};
    begin(Pass::Judging);
}

CacheImport::~CacheImport() = default;

void CacheImport::cancel()
{
    m_isCancelled = true;
}

bool CacheImport::isOver()
{
    if (m_isCancelled)
        finish(Error{Error::Kind::Cancelled, u"the import was stopped"_s});
    return isFinished();
}

void CacheImport::begin(Pass pass)
{
    m_pass = pass;
    m_seen = 0;
    m_reader = std::make_shared<ArchiveReader>(m_options.path);
    runThen(
        this, [reader = m_reader] { return reader->open(); },
        [this](const Result<ArchiveHead> &head) {
            if (isOver())
                return;
            if (head)
                readNext();
            else
                finish(head.error());
        });
}

void CacheImport::readNext()
{
    runThen(
        this,
        [reader = m_reader, scopeOf = m_options.scopeOf] { return reader->next(LotSize, scopeOf); },
        [this](const Result<QList<ArchivedEntry>> &entries) {
            if (isOver())
                return;
            if (!entries)
                finish(entries.error());
            else if (entries->isEmpty())
                endPass();
            else
                take(*entries);
        });
}

void CacheImport::take(const QList<ArchivedEntry> &entries)
{
    const auto tallied = [this, count = entries.size()](const Result<ArchiveTally> &tally) {
        if (!tally) {
            finish(tally.error());
            return;
        }
        (m_pass == Pass::Judging ? m_expected : m_tally).add(*tally);
        m_seen += count;
        Q_EMIT advanced(m_seen);
        if (!isOver())
            readNext();
    };
    if (m_pass == Pass::Judging)
        m_database.read(
            [entries, rules = m_rules](Connection &connection) {
                return ArchiveTable(connection).judge(entries, rules);
            },
            this, tallied);
    else
        m_database.write(
            Database::Durability::Normal,
            [entries, rules = m_rules](Connection &connection) {
                return ArchiveTable(connection).insert(entries, rules);
            },
            this, tallied);
}

void CacheImport::endPass()
{
    if (m_pass == Pass::Judging) {
        Q_EMIT judged();
        if (!m_options.isDryRun && !isOver()) {
            begin(Pass::Inserting);
            return;
        }
    }
    // What was replaced may still be in memory as it was.
    if (m_tally.replaced > 0)
        m_cache.reload();
    finish();
}

} // namespace kagura
