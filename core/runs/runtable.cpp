// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runtable.h"

#include "core/storage/statement.h"

#include <QSet>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

const auto Runs = u"CREATE TABLE runs("
                  "number INTEGER PRIMARY KEY,"
                  "id TEXT NOT NULL UNIQUE,"
                  "owner TEXT NOT NULL DEFAULT '',"
                  "parent TEXT NOT NULL DEFAULT '',"
                  "workflow TEXT NOT NULL,"
                  "title TEXT NOT NULL,"
                  "state TEXT NOT NULL,"
                  "summary TEXT NOT NULL,"
                  "created_ms INTEGER NOT NULL,"
                  "updated_ms INTEGER NOT NULL,"
                  "ended_ms INTEGER NOT NULL)"_s;

const auto RunOrder = u"CREATE INDEX runs_order ON runs(created_ms, number)"_s;

const auto Events = u"CREATE TABLE events("
                    "run INTEGER NOT NULL REFERENCES runs(number) ON DELETE CASCADE,"
                    "seq INTEGER NOT NULL,"
                    "time_ms INTEGER NOT NULL,"
                    "type TEXT NOT NULL,"
                    "path TEXT NOT NULL,"
                    "attempt INTEGER NOT NULL,"
                    "payload TEXT NOT NULL,"
                    "PRIMARY KEY(run, seq)) WITHOUT ROWID"_s;

const auto Blobs = u"CREATE TABLE blobs("
                   "hash TEXT PRIMARY KEY,"
                   "codec INTEGER NOT NULL," // 0: as it is, 1: deflated by qCompress()
                   "data BLOB NOT NULL)"_s;

const auto RunBlobs = u"CREATE TABLE run_blobs("
                      "run INTEGER NOT NULL REFERENCES runs(number) ON DELETE CASCADE,"
                      "hash TEXT NOT NULL REFERENCES blobs(hash),"
                      "PRIMARY KEY(run, hash)) WITHOUT ROWID"_s;
const auto BlobUse = u"CREATE INDEX run_blobs_hash ON run_blobs(hash)"_s;

constexpr qsizetype DeflateAbove = 1024;
constexpr int FastDeflate = 1;

Json summaryJson(const RunSummary &summary)
{
    const RunProgress &progress = summary.progress;
    const RunSpent &spent = summary.spent;
    Json waits = Json::array();
    for (const QString &reason : summary.waitsFor)
        waits.push_back(toJson(reason));
    return {{"total", progress.total},
            {"done", progress.done},
            {"running", progress.running},
            {"queued", progress.queued},
            {"waiting", progress.waiting},
            {"cached", progress.cached},
            {"failed", progress.failed},
            {"skipped", progress.skipped},
            {"cancelled", progress.cancelled},
            {"llm_calls", spent.llmCalls},
            {"tool_calls", spent.toolCalls},
            {"input_tokens", spent.inputTokens},
            {"output_tokens", spent.outputTokens},
            {"cost_micro_usd", spent.costMicroUsd},
            {"open_micro_usd", spent.openMicroUsd},
            {"saved_micro_usd", spent.savedMicroUsd},
            {"unknown_cost", spent.hasUnknownCost ? 1 : 0},
            {"for", std::move(waits)}};
}

void readSummary(const QString &text, RunSummary &summary)
{
    const Json json = parseJson(text.toUtf8()).has_value() ? *parseJson(text.toUtf8()) : Json();
    const auto number = [&](const char *key) { return jsonInteger(json, key).value_or(0); };
    const auto count = [&](const char *key) { return static_cast<int>(number(key)); };
    summary.progress = {count("total"),  count("done"),    count("running"),
                        count("queued"), count("waiting"), count("cached"),
                        count("failed"), count("skipped"), count("cancelled")};
    summary.spent = {number("llm_calls"),       number("tool_calls"),
                     number("input_tokens"),    number("output_tokens"),
                     number("cost_micro_usd"),  number("open_micro_usd"),
                     number("saved_micro_usd"), number("unknown_cost") != 0};
    if (const Json &waits = jsonMember(json, "for"); waits.is_array()) {
        for (const Json &reason : waits)
            summary.waitsFor.append(toQString(reason));
    }
}

void collect(QSet<QString> &hashes, const RunValueRef &ref)
{
    if (!ref.hash.isEmpty())
        hashes.insert(ref.hash);
}

//! Results of what has ended, and what open turns have learnt; prompts stay on the disk.
QSet<QString> neededHashes(const RunState &state)
{
    QSet<QString> hashes = {state.definition()};
    collect(hashes, state.inputs());
    collect(hashes, state.output());
    for (const Json &hash : jsonMember(state.settings(), "workflows"))
        hashes.insert(toQString(hash));
    for (const NodeRecord &node : state.nodes()) {
        collect(hashes, node.output);
        collect(hashes, node.fields);
        if (isTerminal(node.stand))
            continue;
        for (const LlmRecord &call : node.calls)
            collect(hashes, call.response);
        for (const ToolRecord &tool : node.tools)
            collect(hashes, tool.output);
    }
    hashes.remove(QString());
    return hashes;
}

} // namespace

RunSummary summaryOf(const RunState &state)
{
    RunSummary summary;
    summary.id = state.id();
    summary.title = state.title();
    summary.workflow = state.workflow();
    summary.parentRun = state.parentRun();
    summary.stand = state.stand();
    summary.progress = state.progress();
    summary.spent = state.spent();
    summary.waitsFor = state.waitsFor();
    summary.createdMs = state.createdMs();
    summary.endedMs = state.endedMs();
    summary.updatedMs = state.lastMs();
    return summary;
}

Schema RunTable::schema()
{
    Schema schema;
    schema.room = u"runs"_s;
    schema.steps.append(Schema::Step{{Runs, RunOrder, Events, Blobs, RunBlobs, BlobUse}});
    return schema;
}

Result<qint64> RunTable::numberOf(const QString &run)
{
    const Result<qint64> number =
        m_connection.integer(u"SELECT number FROM runs WHERE id = ?"_s, run);
    if (number && *number == 0)
        return Error{Error::Kind::BadRequest, u"there is no run %1"_s.arg(run)};
    return number;
}

Result<qint64> RunTable::writeRow(const RunSummary &summary)
{
    Statement row(m_connection,
                  u"INSERT INTO runs(id, owner, parent, workflow, title, state, summary, "
                  "created_ms, updated_ms, ended_ms) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT(id) DO UPDATE SET state = excluded.state, "
                  "summary = excluded.summary, updated_ms = excluded.updated_ms, "
                  "ended_ms = excluded.ended_ms WHERE owner = excluded.owner RETURNING number"_s);
    row.bind(summary.id);
    row.bind(summary.owner);
    row.bind(summary.parentRun);
    row.bind(summary.workflow);
    row.bind(summary.title);
    row.bind(runStandName(summary.stand));
    row.bind(QString::fromUtf8(dumpJson(summaryJson(summary))));
    row.bind(summary.createdMs);
    row.bind(summary.updatedMs);
    row.bind(summary.endedMs);
    const qint64 number = row.next() ? row.integer(0) : 0;
    while (row.next()) {}
    if (!row.outcome())
        return row.outcome().error();
    if (number == 0)
        return Error{Error::Kind::Storage, u"another process has taken the run over"_s};
    return number;
}

Result<void> RunTable::append(const RunSummary &summary,
                              const QList<RunEvent> &events,
                              const QHash<QString, QByteArray> &values)
{
    const Result<qint64> number = writeRow(summary);
    if (!number)
        return number.error();
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const bool isDeflated = value->size() > DeflateAbove;
        Result<void> done = m_connection.execute(
            u"INSERT OR IGNORE INTO blobs(hash, codec, data) VALUES(?, ?, ?)"_s, value.key(),
            isDeflated ? 1 : 0, isDeflated ? qCompress(*value, FastDeflate) : *value);
        if (done)
            done = m_connection.execute(
                u"INSERT OR IGNORE INTO run_blobs(run, hash) VALUES(?, ?)"_s, *number, value.key());
        if (!done)
            return done;
    }
    for (const RunEvent &event : events) {
        const Result<void> done = m_connection.execute(
            u"INSERT INTO events(run, seq, time_ms, type, path, attempt, payload) "
            "VALUES(?, ?, ?, ?, ?, ?, ?)"_s,
            *number, event.seq, event.timeMs, runEventName(event), event.path, event.attempt,
            QString::fromUtf8(dumpJson(event.data)));
        if (!done)
            return done;
    }
    return {};
}

Result<bool> RunTable::takeOver(const QString &run, const QString &former, const QString &owner)
{
    const Result<void> done = m_connection.execute(
        u"UPDATE runs SET owner = ? WHERE id = ? AND owner = ?"_s, owner, run, former);
    if (!done)
        return done.error();
    return m_connection.changedRows() == 1;
}

Result<void> RunTable::remove(const QString &run)
{
    const Result<qint64> number = numberOf(run);
    if (!number)
        return number.error();
    Result<void> done =
        m_connection.execute(u"CREATE TEMP TABLE IF NOT EXISTS freed(hash TEXT PRIMARY KEY)"_s);
    for (const QString &sql :
         {u"INSERT OR IGNORE INTO freed SELECT hash FROM run_blobs WHERE run = ?"_s,
          u"DELETE FROM runs WHERE number = ?"_s}) {
        if (done)
            done = m_connection.execute(sql, *number);
    }
    for (const QString &sql : {u"DELETE FROM blobs WHERE hash IN (SELECT hash FROM freed) "
                               "AND hash NOT IN (SELECT hash FROM run_blobs)"_s,
                               u"DELETE FROM freed"_s}) {
        if (done)
            done = m_connection.execute(sql);
    }
    return done;
}

Result<QList<RunSummary>> RunTable::list(int limit)
{
    QList<RunSummary> runs;
    Statement row(m_connection,
                  u"SELECT id, owner, parent, workflow, title, state, summary, created_ms, "
                  "updated_ms, ended_ms FROM runs ORDER BY created_ms DESC, number DESC LIMIT ?"_s);
    row.bind(limit);
    while (row.next()) {
        RunSummary summary;
        summary.id = row.text(0);
        summary.owner = row.text(1);
        summary.parentRun = row.text(2);
        summary.workflow = row.text(3);
        summary.title = row.text(4);
        summary.stand = runStandFromName(row.text(5)).value_or(RunStand::Created);
        readSummary(row.text(6), summary);
        summary.createdMs = row.integer(7);
        summary.updatedMs = row.integer(8);
        summary.endedMs = row.integer(9);
        runs.append(summary);
    }
    if (!row.outcome())
        return row.outcome().error();
    return runs;
}

Result<QString> RunTable::ownerOf(const QString &run)
{
    Statement row(m_connection, u"SELECT owner FROM runs WHERE id = ?"_s);
    row.bind(run);
    if (row.next())
        return row.text(0);
    if (!row.outcome())
        return row.outcome().error();
    return Error{Error::Kind::BadRequest, u"there is no run %1"_s.arg(run)};
}

Result<QList<RunEvent>> RunTable::events(const QString &run, qint64 after)
{
    const Result<qint64> number = numberOf(run);
    if (!number)
        return number.error();
    QList<RunEvent> events;
    Statement row(m_connection,
                  u"SELECT seq, time_ms, type, path, attempt, payload FROM events "
                  "WHERE run = ? AND seq > ? ORDER BY seq"_s);
    row.bind(*number);
    row.bind(after);
    while (row.next()) {
        RunEvent event;
        event.seq = row.integer(0);
        event.timeMs = row.integer(1);
        const QString name = row.text(2);
        event.kind = runEventKind(name);
        if (event.kind == RunEvent::Kind::Unknown)
            event.name = name;
        event.path = row.text(3);
        event.attempt = static_cast<int>(row.integer(4));
        const Result<Json> data = parseJson(row.text(5).toUtf8());
        if (!data)
            return Error{Error::Kind::Storage,
                         u"event %1 of run %2 cannot be read"_s.arg(event.seq).arg(run)};
        event.data = *data;
        events.append(std::move(event));
    }
    if (!row.outcome())
        return row.outcome().error();
    return events;
}

Result<StoredRun> RunTable::load(const QString &run)
{
    const Result<QString> owner = ownerOf(run);
    if (!owner)
        return owner.error();
    const Result<QList<RunEvent>> all = events(run);
    if (!all)
        return all.error();
    StoredRun stored{RunState(run), *owner};
    for (const RunEvent &event : *all)
        stored.state.apply(event);
    for (const QString &hash : neededHashes(stored.state)) {
        const Result<QByteArray> bytes = value(hash);
        if (bytes)
            stored.values.insert(hash, *bytes);
        else if (bytes.error().kind != Error::Kind::BadRequest)
            return bytes.error(); // what is merely missing will be made again
    }
    return stored;
}

Result<QByteArray> RunTable::value(const QString &hash)
{
    Statement row(m_connection, u"SELECT codec, data FROM blobs WHERE hash = ?"_s);
    row.bind(hash);
    if (row.next())
        return row.integer(0) == 0 ? row.bytes(1) : qUncompress(row.bytes(1));
    if (!row.outcome())
        return row.outcome().error();
    return Error{Error::Kind::BadRequest, u"there is no value %1"_s.arg(hash)};
}

} // namespace kagura
