// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fills the cache of a data folder with made-up entries, for looking at the page:
// sample_cache FOLDER ENTRIES. No test and not shipped.

#include "core/base/json.h"
#include "core/cache/answerlog.h"
#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/cache/searchtable.h"
#include "core/storage/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>

#include <array>
#include <cstdio>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

constexpr int TransactionSize = 10'000;
constexpr int SearchedEntries = 20'000; // the newest: words of all take long
constexpr qint64 MinuteSeconds = 60;

struct Sample
{
    const char *agent;
    const char *model;
    const char *system;
    const char *prompt; //!< %1: a number
    const char *answer;
    int inputTokens;
    int outputTokens;
    int microUsd;
    bool hasFile;
    bool isStructured;
};

constexpr std::array Samples = {
    Sample{
        "triage", "gpt-4o-mini", "You group test failures by root cause.",
        "Group last night's %1 failures by cause. Name the first commit that could explain each.",
        "Three causes explain **%1** failures:\n\n1. Staging certificate expired: 211, no commit.\n"
        "2. Retries ignore the wait: 64, since `4be19c2`.\n3. Clock skew on runner 7: 21, since "
        "`a07d3f1`.\n\nThe others share nothing. Read them one by one.",
        24'600, 412, 3'900, false, false},
    Sample{
        "contracts", "gpt-4o", "You read contracts and quote them with their page.",
        "List every termination clause of agreement %1 with its page",
        "Clause 11.2 (p. 18): either party may end the agreement with 60 days' notice.\n\nClause "
        "14 (p. 22): at once, after a material breach that is not mended within 30 days.",
        36'000, 702, 97'000, false, false},
    Sample{
        "invoices", "gpt-4o-mini", "Answer in JSON of the given schema.",
        "Extract the lines of invoice %1",
        R"({"vendor":"Northwind","number":%1,"total":1840.5,"lines":[{"text":"Lanterns","sum":1840.5}]})",
        6'100, 820, 1'400, true, true},
    Sample{"judge", "claude-sonnet", "Score each answer from 0 to 10 and say why.",
           "Score the three answers on RFC %1",
           R"({"scores":[7,9,4],"reason":"B cites the section that decides it, for RFC %1"})",
           18'000, 264, 58'000, false, true},
    Sample{"captions", "gpt-4o", "Write alt text in one sentence.",
           "Write alt text for the hero photo of page %1",
           "A row of paper lanterns along a stair, lit from within, seen from below.", 1'100, 62,
           3'400, true, false},
    Sample{"sql-helper", "gpt-4o", "You write SQL for PostgreSQL.",
           "Weekly cohort retention for schema %1",
           "You need one row per user and week:\n\n```sql\nSELECT cohort, week, count(*)\nFROM "
           "visits\n"
           "GROUP BY cohort, week;\n```",
           9'900, 455, 29'000, false, false},
    Sample{"translate", "claude-haiku", "Translate into plain English.",
           "Translate chapter %1 of the manual",
           "Chapter %1: Connecting the pump. Before you begin, close both valves.", 11'000, 9'600,
           41'000, false, false},
    Sample{"review", "claude-sonnet", "Review the diff. Blocking issues first.",
           "Review the diff of pull request %1",
           "The lock in `flush()` is taken twice when the queue is full, and the second call waits "
           "for itself. Nothing else blocks.",
           13'000, 930, 41'000, false, false},
    Sample{"", "gpt-4o-mini", "", "How do I renew certificate number %1 without a break?",
           "Let both certificates be valid for a week, and change the server over in between.", 420,
           180, 200, false, false},
};

NewCacheEntry entryOf(int number, int count, const QDateTime &now, QRandomGenerator &random)
{
    const Sample &sample = Samples.at(random.bounded(quint32(Samples.size())));
    const auto filled = [number](const char *text) {
        return QString::fromUtf8(text).replace(u"%1"_s, QString::number(100 + number % 3900));
    };
    const QString prompt = filled(sample.prompt);
    const QString answer = filled(sample.answer);
    Json body = {{"model", sample.model},
                 {"temperature", random.bounded(4) == 0 ? 0.7 : 0.2},
                 {"messages", Json::array({{{"role", "user"}, {"content", toJson(prompt)}}})}};
    if (sample.system[0] != '\0')
        body["messages"].insert(body["messages"].begin(),
                                Json{{"role", "system"}, {"content", sample.system}});
    NewCacheEntry fresh;
    CacheEntry &entry = fresh.answer.entry;
    fresh.request = dumpJson(body);
    CallIdentity identity{u"openai-chat"_s,
                          u"https://api.example.com:443/v1"_s,
                          u"5c09"_s,
                          QString::fromLatin1(sample.model),
                          fresh.request,
                          {},
                          number};
    entry.key = RequestKey::of(identity).value().key;
    fresh.anatomy = KeyAnatomy::of(identity, body);
    entry.dialect = identity.dialect;
    entry.origin = identity.origin;
    entry.scope = identity.scope;
    entry.provider = entry.model.startsWith(u"claude"_s) ? u"Anthropic"_s : u"OpenAI"_s;
    entry.model = identity.model;
    entry.agent = QString::fromLatin1(sample.agent);
    entry.sample = 0;
    entry.temperature = body["temperature"].get<double>();
    entry.flags = (sample.hasFile ? CacheEntry::HasFiles : 0)
        | (sample.isStructured ? CacheEntry::IsStructured : 0);
    // Over two months, the newest last.
    const qint64 spread = 60LL * 24 * 60 * MinuteSeconds;
    entry.created = now.addSecs(-spread * (count - number) / count - 2 * 60 * MinuteSeconds);
    entry.expires = entry.created.addDays(30 + random.bounded(60));
    if (random.bounded(25) == 0)
        entry.tags = {u"eval"_s};
    entry.isPinned = random.bounded(400) == 0;
    entry.finish = FinishReason::Stop;
    const double scale = 0.5 + random.bounded(1.0);
    entry.usage.inputTokens = qint64(sample.inputTokens * scale);
    entry.usage.outputTokens = qint64(sample.outputTokens * scale);
    entry.costMicroUsd = qint64(sample.microUsd * scale);
    entry.requestHead = prompt.simplified().left(200);
    entry.answerHead = answer.simplified().left(200);
    AnswerLog log;
    qint64 at = 300 + random.bounded(500);
    entry.firstContent = std::chrono::milliseconds(at);
    const int gapAfter = random.bounded(10, 30);
    for (qsizetype i = 0; i < answer.size(); i += 4) {
        log.add(TextDelta{answer.mid(i, 4)}, std::chrono::milliseconds(at));
        at += random.bounded(15, 45) + (i / 4 == gapAfter ? 320 : 0);
    }
    entry.duration = std::chrono::milliseconds(at);
    log.add(Finish{FinishReason::Stop, u"stop"_s}, entry.duration);
    fresh.answer.log = log.bytes();
    return fresh;
}

Result<void> fill(Connection &connection, int count)
{
    EntryTable table(connection);
    QRandomGenerator random(42);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Result<void> done = connection.execute(u"PRAGMA synchronous=OFF"_s);
    for (int i = 0; i < count && done; ++i) {
        if (i % TransactionSize == 0)
            done = connection.execute(u"BEGIN"_s);
        if (!done)
            break;
        if (const auto stored = table.insert(entryOf(i, count, now, random), 0); !stored)
            return stored.error();
        if (i % TransactionSize == TransactionSize - 1 || i == count - 1)
            done = connection.execute(u"COMMIT"_s);
    }
    // What only use makes: hits, staleness, and sizes as of requests with files.
    for (const QString &use :
         {u"UPDATE entry SET hits = abs(random()) % 9, last_hit_ms = created_ms + 3600000 "
          "WHERE id % 3 <> 0"_s,
          u"UPDATE entry SET bytes = bytes + abs(random()) % 220000 WHERE id % 7 < 5"_s,
          u"UPDATE entry SET bytes = bytes + abs(random()) % 900000 WHERE flags & 2"_s,
          u"UPDATE entry SET state = 1 WHERE id % 41 = 0"_s,
          u"UPDATE balance SET bytes = (SELECT sum(bytes) FROM entry)"_s}) {
        if (done)
            done = connection.execute(use);
    }
    if (done && count > SearchedEntries)
        done = connection.execute(u"UPDATE balance SET searched = ?"_s, count - SearchedEntries);
    SearchTable search(connection);
    for (int some = 1; some > 0 && done;) {
        done = connection.execute(u"BEGIN"_s);
        const Result<int> indexed = search.indexSome(TransactionSize);
        if (!indexed)
            return indexed.error();
        some = *indexed;
        if (done)
            done = connection.execute(u"COMMIT"_s);
    }
    return done;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 || arguments.at(2).toInt() <= 0) {
        std::fputs("sample_cache FOLDER ENTRIES\n", stderr);
        return 2;
    }
    QDir().mkpath(arguments.at(1));
    const auto opened =
        Connection::open(arguments.at(1) + u"/cache.db"_s, Connection::Mode::ReadWrite);
    Result<void> done = opened ? migrate(**opened, {cacheSchema()}) : Result<void>(opened.error());
    if (done)
        done = fill(**opened, arguments.at(2).toInt());
    if (!done)
        std::fputs(qPrintable(done.error().message + u'\n'), stderr);
    return done ? 0 : 1;
}
