// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheschema.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// AUTOINCREMENT: an id is never used twice, so that larger always means newer.
const auto Entry = u"CREATE TABLE entry("
                   "id INTEGER PRIMARY KEY AUTOINCREMENT,"
                   "key BLOB NOT NULL,"
                   "key_version INTEGER NOT NULL,"
                   "space TEXT NOT NULL,"
                   "dialect TEXT NOT NULL,"
                   "origin TEXT NOT NULL,"
                   "scope TEXT NOT NULL,"
                   "provider TEXT NOT NULL,"
                   "model TEXT NOT NULL,"
                   "served_model TEXT NOT NULL,"
                   "agent TEXT NOT NULL,"
                   "sample INTEGER NOT NULL,"
                   "temperature REAL,"
                   "flags INTEGER NOT NULL,"
                   "created_ms INTEGER NOT NULL,"
                   "expires_ms INTEGER,"
                   "last_hit_ms INTEGER,"
                   "hits INTEGER NOT NULL DEFAULT 0,"
                   "visited INTEGER NOT NULL DEFAULT 0,"
                   "state INTEGER NOT NULL DEFAULT 0,"
                   "trashed_from INTEGER," // the state before it was thrown away
                   "stale_operation INTEGER," // that made it stale
                   "trash_operation INTEGER," // that threw it away
                   "pinned INTEGER NOT NULL DEFAULT 0,"
                   "note TEXT NOT NULL DEFAULT '',"
                   "finish TEXT NOT NULL,"
                   "input_tokens INTEGER,"
                   "output_tokens INTEGER,"
                   "cache_read_tokens INTEGER,"
                   "cache_write_tokens INTEGER,"
                   "reasoning_tokens INTEGER,"
                   "cost_micro_usd INTEGER,"
                   "first_content_ms INTEGER NOT NULL,"
                   "duration_ms INTEGER NOT NULL,"
                   "bytes INTEGER NOT NULL,"
                   "request_head TEXT NOT NULL,"
                   "answer_head TEXT NOT NULL,"
                   "h_origin BLOB NOT NULL,"
                   "h_system BLOB NOT NULL,"
                   "h_tools BLOB NOT NULL,"
                   "h_parameters BLOB NOT NULL,"
                   "h_prefixes BLOB NOT NULL," // eight bytes a message
                   "digest BLOB NOT NULL)"_s; // of key and answer

// Look-ups must say "state<2" for SQLite to use it; see EntryTable.
const auto EntryKey = u"CREATE UNIQUE INDEX entry_key ON entry(key) WHERE state<2"_s;
const auto EntryLast = u"CREATE INDEX entry_last ON entry(last_hit_ms, id)"_s;
// These cover the counts of a dry run.
const auto EntryModel = u"CREATE INDEX entry_model ON entry(model, state, pinned, bytes, "
                        "cost_micro_usd)"_s;
const auto EntryAgent = u"CREATE INDEX entry_agent ON entry(agent, state, pinned, bytes, "
                        "cost_micro_usd)"_s;
const auto EntryExpiry = u"CREATE INDEX entry_expiry ON entry(expires_ms) "
                         "WHERE pinned=0 AND state<2 AND expires_ms IS NOT NULL"_s;
const auto EntryStale = u"CREATE INDEX entry_stale ON entry(stale_operation) "
                        "WHERE stale_operation IS NOT NULL"_s;
const auto EntryTrash = u"CREATE INDEX entry_trash ON entry(trash_operation) "
                        "WHERE trash_operation IS NOT NULL"_s;
const auto EntryBytes = u"CREATE INDEX entry_bytes ON entry(bytes, id)"_s;

const auto Payload = u"CREATE TABLE payload("
                     "id INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,"
                     "request BLOB NOT NULL,"
                     "answer BLOB NOT NULL)"_s;

const auto Tag = u"CREATE TABLE tag("
                 "tag TEXT NOT NULL,"
                 "id INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,"
                 "PRIMARY KEY(tag, id)) WITHOUT ROWID"_s;
const auto TagEntry = u"CREATE INDEX tag_entry ON tag(id)"_s;

const auto Operation = u"CREATE TABLE operation("
                       "id INTEGER PRIMARY KEY AUTOINCREMENT,"
                       "at_ms INTEGER NOT NULL,"
                       "kind TEXT NOT NULL,"
                       "predicate TEXT NOT NULL,"
                       "entries INTEGER NOT NULL,"
                       "bytes INTEGER NOT NULL,"
                       "undo_until_ms INTEGER NOT NULL,"
                       "undone_ms INTEGER)"_s;

// Why a key is not there any more.
const auto Ghost = u"CREATE TABLE ghost("
                   "seq INTEGER PRIMARY KEY AUTOINCREMENT,"
                   "key BLOB NOT NULL UNIQUE,"
                   "at_ms INTEGER NOT NULL,"
                   "reason TEXT NOT NULL)"_s;

const auto Stat = u"CREATE TABLE stat("
                  "hour INTEGER NOT NULL,"
                  "model TEXT NOT NULL,"
                  "agent TEXT NOT NULL,"
                  "outcome TEXT NOT NULL," // hit, miss, bypass, stored, rejected, removed
                  "detail TEXT NOT NULL," // the tier, or the reason
                  "n INTEGER NOT NULL DEFAULT 0,"
                  "saved_input INTEGER NOT NULL DEFAULT 0,"
                  "saved_output INTEGER NOT NULL DEFAULT 0,"
                  "saved_micro_usd INTEGER NOT NULL DEFAULT 0,"
                  "saved_ms INTEGER NOT NULL DEFAULT 0,"
                  "PRIMARY KEY(hour, model, agent, outcome, detail)) WITHOUT ROWID"_s;

// One row: what all entries weigh together, where the hand of the sieve stands, up to which entry the
// search knows, and the generation, which every invalidation raises.
const auto Balance = u"CREATE TABLE balance("
                     "one INTEGER PRIMARY KEY CHECK(one = 1),"
                     "entries INTEGER NOT NULL DEFAULT 0,"
                     "bytes INTEGER NOT NULL DEFAULT 0,"
                     "hand INTEGER NOT NULL DEFAULT 0,"
                     "searched INTEGER NOT NULL DEFAULT 0,"
                     "generation INTEGER NOT NULL DEFAULT 0)"_s;
const auto BalanceRow = u"INSERT INTO balance(one) VALUES(1)"_s;
const auto BalanceAdd =
    u"CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN "
    "UPDATE balance SET entries = entries + 1, bytes = bytes + NEW.bytes; END"_s;
const auto BalanceSubtract =
    u"CREATE TRIGGER entry_removed AFTER DELETE ON entry BEGIN "
    "UPDATE balance SET entries = entries - 1, bytes = bytes - OLD.bytes; END"_s;

const auto Search = u"CREATE VIRTUAL TABLE search USING fts5(request, answer, "
                    "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"_s;

// What RequestKey::restOf() says, so that a key can be computed again.
const auto KeyRest = u"ALTER TABLE entry ADD COLUMN key_rest BLOB NOT NULL DEFAULT x''"_s;

// The latest uses in their order; see AccessTable.
const auto Access = u"CREATE TABLE access("
                    "seq INTEGER PRIMARY KEY AUTOINCREMENT,"
                    "key BLOB NOT NULL," // its first eight bytes
                    "bytes INTEGER NOT NULL,"
                    "hits INTEGER NOT NULL)"_s; // 0: it was not there, and came to be kept

} // namespace

Schema cacheSchema()
{
    Schema schema;
    schema.room = u"cache"_s;
    schema.steps.append(Schema::Step{
        {Entry,      EntryKey,   EntryLast,  EntryModel, EntryAgent,      EntryExpiry, EntryStale,
         EntryTrash, EntryBytes, Payload,    Tag,        TagEntry,        Operation,   Ghost,
         Stat,       Balance,    BalanceRow, BalanceAdd, BalanceSubtract, Search}});
    schema.steps.append(Schema::Step{{KeyRest}});
    schema.steps.append(Schema::Step{{Access}});
    return schema;
}

} // namespace kagura
