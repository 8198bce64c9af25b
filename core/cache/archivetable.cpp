// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/archivetable.h"

#include "core/cache/browsertable.h"
#include "core/cache/entrytable.h"
#include "core/storage/statement.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

void ArchiveTally::add(const ArchiveTally &other)
{
    added += other.added;
    replaced += other.replaced;
    kept += other.kept;
    same += other.same;
    expired += other.expired;
    tooLarge += other.tooLarge;
    evicted += other.evicted;
    conflicts +=
        other.conflicts.first(std::min(other.conflicts.size(), MostConflicts - conflicts.size()));
}

ArchiveTable::ArchiveTable(Connection &connection)
    : m_connection(connection)
{}

Result<ArchiveTable::Page> ArchiveTable::page(const SqlCondition &condition,
                                              qint64 after,
                                              int limit)
{
    Statement row(m_connection,
                  u"SELECT %1, digest, key_rest, "
                  "(SELECT answer FROM payload WHERE payload.id = entry.id), "
                  "(SELECT request FROM payload WHERE payload.id = entry.id) "
                  "FROM entry WHERE id > ? AND state < 2 AND %2 ORDER BY id LIMIT ?"_s.arg(
                      EntryTable::columns(), condition.text));
    row.bind(after);
    bindAll(row, condition.values);
    row.bind(limit);
    Page page;
    int seen = 0;
    for (; row.next(); ++seen) {
        ArchivedEntry archived;
        archived.entry.answer = {EntryTable::read(row), row.bytes(35)};
        archived.entry.rest = row.bytes(34);
        archived.entry.request = row.bytes(36);
        const CacheEntry &meta = archived.entry.answer.entry;
        archived.isStale = meta.state == CacheEntry::State::Stale;
        page.last = meta.id;
        if (row.bytes(33) == EntryTable::integrity(meta.key, archived.entry.answer.log))
            page.entries.append(archived);
        else
            ++page.damaged;
    }
    if (!row.outcome())
        return row.outcome().error();
    page.isLast = seen < limit;
    return page;
}

Result<ArchiveTable::Fate> ArchiveTable::fateOf(const ArchivedEntry &archived,
                                                const Rules &rules,
                                                ArchiveTally &tally)
{
    const CacheEntry &meta = archived.entry.answer.entry;
    if (meta.expires && *meta.expires < rules.now && !meta.isPinned) {
        ++tally.expired;
        return Fate::PassedOver;
    }
    if (archived.entry.answer.log.size() > rules.largestEntry) {
        ++tally.tooLarge;
        return Fate::PassedOver;
    }
    Statement row(m_connection,
                  u"SELECT digest, created_ms FROM entry WHERE key = ? AND state < 2"_s);
    row.bind(meta.key.toBytes());
    const bool isThere = row.next();
    if (!row.outcome())
        return row.outcome().error();
    if (!isThere) {
        ++tally.added;
        return Fate::Add;
    }
    if (row.bytes(0) == EntryTable::integrity(meta.key, archived.entry.answer.log)) {
        ++tally.same;
        return Fate::PassedOver;
    }
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(row.integer(1), Qt::UTC);
    if (tally.conflicts.size() < ArchiveTally::MostConflicts)
        tally.conflicts.append({meta.model, meta.requestHead, here, meta.created});
    const bool isReplaced = rules.conflicts == Conflicts::Replace
        || (rules.conflicts == Conflicts::Newer && meta.created > here);
    ++(isReplaced ? tally.replaced : tally.kept);
    return isReplaced ? Fate::Replace : Fate::PassedOver;
}

Result<ArchiveTally> ArchiveTable::judge(const QList<ArchivedEntry> &entries, const Rules &rules)
{
    ArchiveTally tally;
    for (const ArchivedEntry &archived : entries) {
        if (const Result<Fate> fate = fateOf(archived, rules, tally); !fate)
            return fate.error();
    }
    return tally;
}

Result<ArchiveTally> ArchiveTable::insert(const QList<ArchivedEntry> &entries, const Rules &rules)
{
    EntryTable table(m_connection);
    const Result<qint64> generation = table.generation();
    if (!generation)
        return generation.error();
    ArchiveTally tally;
    for (const ArchivedEntry &archived : entries) {
        const Result<Fate> fate = fateOf(archived, rules, tally);
        if (!fate)
            return fate.error();
        if (*fate == Fate::PassedOver)
            continue;
        const Result<EntryTable::Stored> stored = table.insert(archived.entry, *generation);
        if (!stored)
            return stored.error();
        if (!archived.isStale)
            continue;
        const Result<void> marked =
            m_connection.execute(u"UPDATE entry SET state = 1 WHERE key = ? AND state = 0"_s,
                                 archived.entry.answer.entry.key.toBytes());
        if (!marked)
            return marked.error();
    }
    const Result<qint64> evicted = EvictionTable(m_connection).evict(rules.budget, rules.now);
    if (!evicted)
        return evicted.error();
    tally.evicted = *evicted;
    return tally;
}

} // namespace kagura
