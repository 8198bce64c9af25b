// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runjournal.h"
#include "core/runs/runrecorder.h"
#include "tests/core/runs/runfixture.h"
#include "tests/core/runs/samplejournal.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = RunEvent::Kind;

//! Notes a small run that ends, or not.
void record(RunFixture &fixture, const QString &run, bool ends, const Json &output = "short")
{
    FakeClock clock;
    RunRecorder recorder(*fixture.journal, clock, RunState(run));
    recorder.note(
        Kind::RunCreated, {}, 0,
        {{"title", "T"}, {"workflow", "w"}, {"nodes", {{{"id", "a"}, {"kind", "agent"}}}}});
    recorder.note(Kind::RunStarted);
    recorder.note(Kind::NodeStarted, u"a"_s, 1, {{"kind", "agent"}});
    if (ends) {
        recorder.note(Kind::NodeCompleted, u"a"_s, 1, {{"output", recorder.keep(output).toJson()}});
        recorder.note(Kind::RunCompleted, {}, 0, {{"output", recorder.keep(output).toJson()}});
    }
    bool isDone = false;
    QObject context;
    recorder.whenDurable(Database::Durability::Normal, &context, [&] { isDone = true; });
    QTRY_VERIFY(isDone);
}

} // namespace

class TestRunJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenIsFoldedAgain()
    {
        RunFixture fixture;
        FakeClock clock;
        RunRecorder recorder(*fixture.journal, clock, RunState(u"r1"_s));
        QSignalSpy committed(&recorder, &RunRecorder::eventsCommitted);
        for (const RunEvent &event : sampleJournal())
            recorder.note(event.kind, event.path, event.attempt, event.data);
        QVERIFY(committed.wait());
        QCOMPARE(committed.size(), 1); // one turn, one transaction
        const Result<StoredRun> stored = fixture.load(u"r1"_s);
        QVERIFY(stored);
        QVERIFY(stored->state == recorder.state());
        const Result<QList<RunSummary>> list = fixture.list();
        QCOMPARE(list->size(), 1);
        RunSummary expected = summaryOf(recorder.state());
        expected.owner = fixture.lease->name();
        QVERIFY(list->constFirst() == expected);
    }

    void longValuesAreKeptOnceByTheirHash()
    {
        RunFixture fixture;
        const Json text = std::string(5000, 'x');
        record(fixture, u"r1"_s, true, text);
        record(fixture, u"r2"_s, true, text);
        const Result<StoredRun> stored = fixture.load(u"r2"_s);
        QVERIFY(stored);
        const RunValueRef output = stored->state.find(u"a"_s)->output;
        QVERIFY(!output.value);
        QCOMPARE(*parseJson(stored->values.value(output.hash)), text);
        const auto blobs =
            RunFixture::wait<qint64>([&](QObject *context, const RunJournal::Done<qint64> &done) {
                fixture.database->read(
                    [](Connection &connection) {
                        return connection.integer(u"SELECT COUNT(*) FROM blobs"_s);
                    },
                    context, done);
            });
        QCOMPARE(*blobs, 1);
    }

    void theOutputOfARunIsAtHandThoughNoNodeHasIt()
    {
        RunFixture fixture;
        FakeClock clock;
        const Json text = std::string(5000, 'x');
        RunRecorder recorder(*fixture.journal, clock, RunState(u"r1"_s));
        recorder.note(Kind::RunCreated, {}, 0, {{"title", "T"}, {"workflow", "w"}});
        recorder.note(Kind::RunStarted);
        recorder.note(Kind::RunCompleted, {}, 0, {{"output", recorder.keep(text).toJson()}});
        bool isDone = false;
        recorder.whenDurable(Database::Durability::Normal, this, [&] { isDone = true; });
        QTRY_VERIFY(isDone);
        const Result<StoredRun> stored = fixture.load(u"r1"_s);
        QVERIFY(stored);
        QCOMPARE(*parseJson(stored->values.value(stored->state.output().hash)), text);
    }

    void removingARunKeepsWhatOthersNeed()
    {
        RunFixture fixture;
        const Json text = std::string(5000, 'x');
        record(fixture, u"r1"_s, true, text);
        record(fixture, u"r2"_s, true, text);
        const auto remove = [&](const QString &run) {
            return RunFixture::wait<bool>(
                [&](QObject *context, const RunJournal::Done<bool> &done) {
                    fixture.journal->remove(run, context, done);
                });
        };
        QVERIFY(remove(u"r1"_s));
        QVERIFY(!fixture.load(u"r1"_s));
        const Result<StoredRun> kept = fixture.load(u"r2"_s);
        QVERIFY(kept);
        const QString hash = kept->state.output().hash;
        QVERIFY(remove(u"r2"_s));
        const auto value = RunFixture::wait<QByteArray>(
            [&](QObject *context, const RunJournal::Done<QByteArray> &done) {
                fixture.journal->bytes(hash, context, done);
            });
        QCOMPARE(value.error().kind, Error::Kind::BadRequest);
    }

    void aRunWhoseProcessIsGoneIsInterruptedAndTakenOver()
    {
        RunFixture fixture;
        record(fixture, u"r1"_s, false);
        record(fixture, u"r2"_s, true);
        QCOMPARE(fixture.list()->constLast().stand, RunStand::Running);
        const auto takeOver = [&] {
            return RunFixture::wait<bool>(
                [&](QObject *context, const RunJournal::Done<bool> &done) {
                    fixture.journal->takeOver(u"r1"_s, context, done);
                });
        };
        fixture.close();
        fixture.open();
        const Result<QList<RunSummary>> list = fixture.list();
        for (const RunSummary &run : *list)
            QCOMPARE(run.stand, run.id == u"r1"_s ? RunStand::Interrupted : RunStand::Succeeded);
        QVERIFY(*takeOver());
        QCOMPARE(fixture.load(u"r1"_s)->owner, fixture.lease->name());
    }

    void aRunOfAnotherProcessIsNotWrittenTo()
    {
        RunFixture fixture;
        record(fixture, u"r1"_s, false);
        const std::unique_ptr<Lease> other =
            std::move(Lease::take(fixture.lease->folder())).value();
        RunJournal theirs(*fixture.database, *other);
        const Result<bool> taken =
            RunFixture::wait<bool>([&](QObject *context, const RunJournal::Done<bool> &done) {
                theirs.takeOver(u"r1"_s, context, done);
            });
        QCOMPARE(*taken, false);
        FakeClock clock;
        RunRecorder recorder(theirs, clock, fixture.load(u"r1"_s)->state);
        QSignalSpy broke(&recorder, &RunRecorder::broke);
        recorder.note(Kind::RunCancelled);
        QVERIFY(broke.wait());
        QCOMPARE(fixture.load(u"r1"_s)->state.stand(), RunStand::Running);
    }

    void eventsOfALaterProgramAreKept()
    {
        RunFixture fixture;
        record(fixture, u"r1"_s, false);
        RunEvent event{4, 0, Kind::Unknown, u"node.levitated"_s, u"a"_s, 1, {{"height", 3}}};
        RunSummary summary = summaryOf(fixture.load(u"r1"_s)->state);
        static_cast<void>(
            RunFixture::wait<bool>([&](QObject *context, const RunJournal::Done<bool> &done) {
                fixture.journal->append(Database::Durability::Normal, summary, {event}, {}, context,
                                        done);
            }));
        QCOMPARE(fixture.events(u"r1"_s)->constLast(), event);
        QCOMPARE(fixture.load(u"r1"_s)->state.find(u"a"_s)->stand, NodeStand::Running);
    }
};

KAGURA_TEST(TestRunJournal)
#include "tst_runjournal.moc"
