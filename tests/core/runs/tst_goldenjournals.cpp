// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Journals as released versions wrote them. Later ones must fold and resume them; a file here is never
// changed.

#include "core/runs/workflowrun.h"
#include "tests/core/runs/runningfixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QList<RunEvent> journal(const QString &name)
{
    QFile file(QStringLiteral(KAGURA_SOURCE_DIR "/tests/core/runs/journals/") + name);
    QList<RunEvent> events;
    if (!file.open(QIODevice::ReadOnly))
        return events;
    while (!file.atEnd()) {
        const Result<Json> line = parseJson(file.readLine());
        if (!line)
            return {};
        RunEvent event;
        event.seq = jsonInteger(*line, "seq").value_or(0);
        event.timeMs = jsonInteger(*line, "ts_ms").value_or(0);
        event.name = jsonString(*line, "type");
        event.kind = runEventKind(event.name);
        event.path = jsonString(*line, "path");
        event.attempt = static_cast<int>(jsonInteger(*line, "attempt").value_or(0));
        event.data = jsonMember(*line, "data");
        events.append(event);
    }
    return events;
}

} // namespace

class TestGoldenJournals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPrefixOfVersionOneFolds()
    {
        const QList<RunEvent> events = journal(u"version1.jsonl"_s);
        QCOMPARE(events.size(), 15);
        for (qsizetype length = 0; length <= events.size(); ++length) {
            RunState state(u"old"_s);
            for (const RunEvent &event : events.first(length))
                state.apply(event);
            QCOMPARE(state.lastSeq(), qint64(length));
        }
    }

    void versionOneIsResumed()
    {
        RunningFixture fixture;
        const QList<RunEvent> events = journal(u"version1.jsonl"_s);
        RunState state(u"old"_s);
        for (const RunEvent &event : events)
            state.apply(event);
        QVERIFY(RunFixture::wait<bool>([&](QObject *context, const RunJournal::Done<bool> &done) {
            fixture.runs.journal->append(Database::Durability::Normal, summaryOf(state), events, {},
                                         context, done);
        }));
        const auto agent = [](const char *prompt) {
            return Json{{"kind", "agent"}, {"agent", "a"}, {"prompt", prompt}};
        };
        const Json map = {{"kind", "map"},
                          {"over", "[1, 2]"},
                          {"body", {{"one", agent("item ${item}")}}},
                          {"result", "${nodes.one.output}"}};
        const auto definition = fixture.define(
            {{"ask", {{"kind", "human"}, {"message", "Go?"}}},
             {"m", map},
             {"x", agent("one")},
             {"y", agent("${nodes.x.output} ${nodes.m.output} ${nodes.ask.action}")}},
            "${nodes.y.output}");
        const auto run = fixture.resume(definition, u"old"_s);
        QTRY_COMPARE(run->state().stand(), RunStand::Waiting);
        QCOMPARE(fixture.models.askedCount(), 1); // the call that was under way
        QVERIFY(run->answer(u"ask"_s, {{"action", "approve"}}));
        fixture.waitFor(*run);
        QCOMPARE(fixture.output(*run),
                 Json("answer to kept x [\"kept 1\",\"answer to item 2\"] approve"));
        QCOMPARE(run->state().possiblyBilledCalls(), 1);
        QCOMPARE(fixture.models.askedCount(), 2);
    }
};

KAGURA_TEST(TestGoldenJournals)
#include "tst_goldenjournals.moc"
