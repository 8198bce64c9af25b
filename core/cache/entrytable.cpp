// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/entrytable.h"

#include "core/storage/statement.h"

#include <QTimeZone>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr qsizetype PrefixBytes = 8; // of each hash in h_prefixes

qint64 toMs(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

QDateTime fromMs(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc());
}

std::optional<qint64> toMs(const std::optional<QDateTime> &time)
{
    return time ? std::optional(toMs(*time)) : std::nullopt;
}

std::optional<QDateTime> optionalTime(const Statement &row, int column)
{
    const std::optional<qint64> ms = row.optionalInteger(column);
    return ms ? std::optional(fromMs(*ms)) : std::nullopt;
}

// The columns of find().
CacheEntry readFound(const Statement &row)
{
    CacheEntry entry;
    entry.id = row.integer(1);
    entry.provider = row.text(2);
    entry.model = row.text(3);
    entry.created = fromMs(row.integer(4));
    entry.expires = optionalTime(row, 5);
    entry.state = static_cast<CacheEntry::State>(row.integer(6));
    entry.isPinned = row.flag(7);
    entry.flags = static_cast<int>(row.integer(8));
    entry.usage.inputTokens = row.optionalInteger(9);
    entry.usage.outputTokens = row.optionalInteger(10);
    entry.costMicroUsd = row.optionalInteger(11);
    entry.duration = milliseconds(row.integer(12));
    return entry;
}

QByteArray shortPrefixes(const KeyAnatomy &anatomy)
{
    QByteArray bytes;
    for (const Digest &prefix : anatomy.prefixes)
        bytes += prefix.toBytes().left(PrefixBytes);
    return bytes;
}

} // namespace

EntryTable::EntryTable(Connection &connection)
    : m_connection(connection)
{}

QString EntryTable::columns()
{
    return u"id, key, space, dialect, origin, scope, provider, model, served_model, agent, sample, "
           "temperature, flags, created_ms, expires_ms, last_hit_ms, hits, state, pinned, note, "
           "finish, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, "
           "reasoning_tokens, cost_micro_usd, first_content_ms, duration_ms, bytes, request_head, "
           "answer_head, (SELECT group_concat(tag, char(10)) FROM tag WHERE tag.id = entry.id)"_s;
}

CacheEntry EntryTable::read(const Statement &row)
{
    CacheEntry entry;
    entry.id = row.integer(0);
    entry.key = Digest::fromBytes(row.bytes(1)).value_or(CacheKey());
    entry.space = row.text(2);
    entry.dialect = row.text(3);
    entry.origin = row.text(4);
    entry.scope = row.text(5);
    entry.provider = row.text(6);
    entry.model = row.text(7);
    entry.servedModel = row.text(8);
    entry.agent = row.text(9);
    entry.sample = static_cast<int>(row.integer(10));
    if (const std::optional<QString> temperature = row.optionalText(11))
        entry.temperature = temperature->toDouble();
    entry.flags = static_cast<int>(row.integer(12));
    entry.created = fromMs(row.integer(13));
    entry.expires = optionalTime(row, 14);
    entry.lastHit = optionalTime(row, 15);
    entry.hits = row.integer(16);
    entry.state = static_cast<CacheEntry::State>(row.integer(17));
    entry.isPinned = row.flag(18);
    entry.note = row.text(19);
    entry.finish = finishReasonFromName(row.text(20)).value_or(FinishReason::Other);
    entry.usage.inputTokens = row.optionalInteger(21);
    entry.usage.outputTokens = row.optionalInteger(22);
    entry.usage.cacheReadTokens = row.optionalInteger(23);
    entry.usage.cacheWriteTokens = row.optionalInteger(24);
    entry.usage.reasoningTokens = row.optionalInteger(25);
    entry.costMicroUsd = row.optionalInteger(26);
    entry.firstContent = milliseconds(row.integer(27));
    entry.duration = milliseconds(row.integer(28));
    entry.bytes = row.integer(29);
    entry.requestHead = row.text(30);
    entry.answerHead = row.text(31);
    if (const std::optional<QString> tags = row.optionalText(32))
        entry.tags = tags->split(u'\n', Qt::SkipEmptyParts);
    entry.tags.sort();
    return entry;
}

QByteArray EntryTable::integrity(const CacheKey &key, const QByteArray &log)
{
    return Digest::of({key.toBytes(), log}).toBytes();
}

// One statement and few columns: preparing and describing them costs more than the rows do.
Result<EntryTable::Finding> EntryTable::find(const CacheKey &key)
{
    Statement row(m_connection,
                  u"SELECT b.generation, e.id, e.provider, e.model, e.created_ms, e.expires_ms, "
                  "e.state, e.pinned, e.flags, e.input_tokens, e.output_tokens, e.cost_micro_usd, "
                  "e.duration_ms, e.digest, p.answer, (SELECT reason FROM ghost WHERE key = ?) "
                  "FROM balance AS b LEFT JOIN entry AS e ON e.key = ? AND e.state < 2 "
                  "LEFT JOIN payload AS p ON p.id = e.id"_s);
    const QByteArray bytes = key.toBytes();
    row.bind(bytes);
    row.bind(bytes);
    Finding finding;
    if (row.next()) {
        finding.generation = row.integer(0);
        finding.lostBecause = row.text(15);
        if (!row.isNull(1)) {
            CachedAnswer answer{readFound(row), row.bytes(14)};
            answer.entry.key = key;
            finding.isCorrupt = row.bytes(13) != integrity(key, answer.log);
            if (!finding.isCorrupt)
                finding.answer = std::move(answer);
        }
    }
    if (!row.outcome())
        return row.outcome().error();
    return finding;
}

Result<qint64> EntryTable::generation()
{
    return m_connection.integer(u"SELECT generation FROM balance"_s);
}

Result<void> EntryTable::raiseGeneration()
{
    return m_connection.execute(u"UPDATE balance SET generation = generation + 1"_s);
}

Result<EntryTable::Stored> EntryTable::insert(const NewCacheEntry &entry, qint64 generation)
{
    const CacheEntry &meta = entry.answer.entry;
    const QByteArray key = meta.key.toBytes();
    Inherited old;
    old.isPinned = meta.isPinned;
    old.note = meta.note;
    {
        Statement row(m_connection,
                      u"SELECT b.generation, e.id, e.pinned, e.note, e.hits, e.last_hit_ms "
                      "FROM balance AS b LEFT JOIN entry AS e ON e.key = ? AND e.state < 2"_s);
        row.bind(key);
        const bool isThere = row.next();
        if (!row.outcome())
            return row.outcome().error();
        if (!isThere || row.integer(0) != generation)
            return Stored::Outdated;
        old.id = row.optionalInteger(1);
        if (old.id) {
            old.isPinned = old.isPinned || row.flag(2);
            old.note = old.note.isEmpty() ? row.text(3) : old.note;
            old.hits = row.integer(4);
            old.lastHit = row.optionalInteger(5);
        }
    }
    Result<void> done;
    // Out of the way of the unique index; its tags are taken over below.
    if (old.id)
        done = m_connection.execute(u"UPDATE entry SET state = 2 WHERE id = ?"_s, *old.id);
    if (done)
        done = insertRow(entry, old);
    if (!done)
        return done.error();
    const Result<qint64> id = m_connection.integer(u"SELECT last_insert_rowid()"_s);
    if (!id)
        return id.error();
    done = m_connection.execute(u"INSERT INTO payload(id, request, answer) VALUES(?,?,?)"_s, *id,
                                entry.request, entry.answer.log);
    for (const QString &tag : meta.tags) {
        if (done)
            done =
                m_connection.execute(u"INSERT OR IGNORE INTO tag(tag, id) VALUES(?,?)"_s, tag, *id);
    }
    if (done && old.id)
        done = replace(*old.id, *id);
    if (done)
        done = m_connection.execute(u"DELETE FROM ghost WHERE key = ?"_s, key);
    if (!done)
        return done.error();
    return Stored::Yes;
}

Result<void> EntryTable::insertRow(const NewCacheEntry &entry, const Inherited &old)
{
    const CacheEntry &meta = entry.answer.entry;
    const qint64 bytes = entry.answer.log.size() + entry.request.size();
    return m_connection.execute(
        u"INSERT INTO entry(key, key_version, space, dialect, origin, scope, provider, model, "
        "served_model, agent, sample, temperature, flags, created_ms, expires_ms, last_hit_ms, "
        "hits, visited, state, pinned, note, finish, input_tokens, output_tokens, "
        "cache_read_tokens, cache_write_tokens, reasoning_tokens, cost_micro_usd, "
        "first_content_ms, duration_ms, bytes, request_head, answer_head, h_origin, h_system, "
        "h_tools, h_parameters, h_prefixes, digest, key_rest) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        meta.key.toBytes(), RequestKey::Version, meta.space, meta.dialect, meta.origin, meta.scope,
        meta.provider, meta.model, meta.servedModel, meta.agent, meta.sample, meta.temperature,
        meta.flags, toMs(meta.created), toMs(meta.expires), old.lastHit, old.hits,
        old.id.has_value(), old.isPinned, old.note, finishReasonName(meta.finish),
        meta.usage.inputTokens, meta.usage.outputTokens, meta.usage.cacheReadTokens,
        meta.usage.cacheWriteTokens, meta.usage.reasoningTokens, meta.costMicroUsd,
        qint64(meta.firstContent.count()), qint64(meta.duration.count()), bytes, meta.requestHead,
        meta.answerHead, entry.anatomy.origin.toBytes(), entry.anatomy.system.toBytes(),
        entry.anatomy.tools.toBytes(), entry.anatomy.parameters.toBytes(),
        shortPrefixes(entry.anatomy), integrity(meta.key, entry.answer.log), entry.rest);
}

Result<void> EntryTable::replace(qint64 oldId, qint64 newId)
{
    Result<void> done = m_connection.execute(
        u"INSERT OR IGNORE INTO tag(tag, id) SELECT tag, ? FROM tag WHERE id = ?"_s, newId, oldId);
    if (done)
        done = m_connection.execute(u"DELETE FROM search WHERE rowid = ?"_s, oldId);
    if (done)
        done = m_connection.execute(u"DELETE FROM entry WHERE id = ?"_s, oldId);
    return done;
}

Result<void> EntryTable::noteUses(const QList<Use> &uses)
{
    for (const Use &use : uses) {
        const Result<void> done = m_connection.execute(
            u"UPDATE entry SET hits = hits + ?, visited = 1, "
            "last_hit_ms = max(coalesce(last_hit_ms, 0), ?) WHERE key = ? AND state < 2"_s,
            use.count, toMs(use.last), use.key.toBytes());
        if (!done)
            return done;
    }
    return {};
}

Result<void> EntryTable::mendClock(const CacheKey &key, const QDateTime &now)
{
    return m_connection.execute(
        u"UPDATE entry SET expires_ms = expires_ms - created_ms + ?, created_ms = ?, "
        "flags = flags | ? WHERE key = ? AND state < 2"_s,
        toMs(now), toMs(now), int(CacheEntry::HadClockSkew), key.toBytes());
}

Result<void> EntryTable::removeCorrupt(const CacheKey &key, const QDateTime &now)
{
    Result<void> done = m_connection.execute(
        u"DELETE FROM search WHERE rowid IN (SELECT id FROM entry WHERE key = ? AND state < 2)"_s,
        key.toBytes());
    if (done)
        done =
            m_connection.execute(u"DELETE FROM entry WHERE key = ? AND state < 2"_s, key.toBytes());
    if (done)
        done = addGhost(key, now, u"corrupt"_s);
    return done;
}

Result<void> EntryTable::addGhost(const CacheKey &key, const QDateTime &now, const QString &reason)
{
    return m_connection.execute(u"INSERT OR REPLACE INTO ghost(key, at_ms, reason) VALUES(?,?,?)"_s,
                                key.toBytes(), toMs(now), reason);
}

} // namespace kagura
