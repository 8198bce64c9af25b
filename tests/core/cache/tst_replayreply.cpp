// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/replayreply.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CacheEntry entry()
{
    CacheEntry entry;
    entry.provider = u"p"_s;
    entry.model = u"m"_s;
    return entry;
}

//! So many words, 20 ms apart.
QList<TimedEvent> words(int count)
{
    QList<TimedEvent> events;
    for (int i = 0; i < count; ++i)
        events.append({TextDelta{u"word%1 "_s.arg(i, 3)}, 20ms * i});
    Usage usage;
    usage.outputTokens = count;
    events.append({UsageReported{usage}, 20ms * count});
    events.append({Finish{FinishReason::Stop, u"stop"_s}, 20ms * count});
    return events;
}

void settle()
{
    QCoreApplication::processEvents();
}

} // namespace

class TestReplayReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instantTellsAllInTheNextTurn()
    {
        FakeClock clock;
        ReplayReply reply(words(2), entry(), ChatReply::Origin::Disk, ReplayPace::Instant, false,
                          clock);
        const EventLog log(reply);
        QVERIFY(log.lines().isEmpty());
        settle();
        QCOMPARE(log.lines(),
                 QStringList({u"started disk p/m"_s, u"text word  0 "_s, u"text word  1 "_s,
                              u"usage 2"_s, u"finish stop"_s, u"finished"_s}));
        QCOMPARE(clock.pending(), 0U);
    }

    void pacedTakesNoLongerThan400Milliseconds()
    {
        FakeClock clock;
        ReplayReply reply(words(900), entry(), ChatReply::Origin::Memory, ReplayPace::Paced, false,
                          clock);
        int batches = 0;
        connect(&reply, &ChatReply::eventsAdded, this, [&] { ++batches; });
        settle();
        const qsizetype first = reply.answer().text.size();
        QVERIFY(first > 0);
        QVERIFY(first < 900);
        clock.advance(200ms);
        QVERIFY(!reply.isFinished());
        const double half = double(reply.answer().text.size()) / (900 * 8);
        QVERIFY2(half > 0.4 && half < 0.6, qPrintable(QString::number(half)));
        clock.advance(200ms);
        QVERIFY(reply.isFinished());
        QVERIFY(!reply.failure());
        QVERIFY(batches >= 40);
        QCOMPARE(reply.answer().text.size(), 900 * 8);
    }

    void pacedIsQuickWithShortAnswers()
    {
        FakeClock clock;
        ReplayReply reply(words(8), entry(), ChatReply::Origin::Memory, ReplayPace::Paced, false,
                          clock);
        settle();
        clock.advance(40ms);
        QVERIFY(reply.isFinished());
    }

    void originalTakesTheTimeThatItTook()
    {
        FakeClock clock;
        ReplayReply reply(words(3), entry(), ChatReply::Origin::Memory, ReplayPace::Original, false,
                          clock);
        const EventLog log(reply);
        settle();
        QCOMPARE(log.lines(), QStringList({u"started memory p/m"_s, u"text word  0 "_s}));
        clock.advance(19ms);
        QCOMPARE(log.lines().size(), 2);
        clock.advance(1ms);
        QCOMPARE(log.lines().last(), u"text word  1 "_s);
        clock.advance(40ms);
        QCOMPARE(log.lines().last(), u"finished"_s);
    }

    void aLateTimerMakesALargerPieceAndNotALongerAnswer()
    {
        FakeClock clock;
        ReplayReply reply(words(500), entry(), ChatReply::Origin::Memory, ReplayPace::Original,
                          false, clock);
        settle();
        clock.advance(500 * 20ms);
        QVERIFY(reply.isFinished());
    }

    void everyPaceTellsTheSame()
    {
        QStringList told;
        for (const ReplayPace pace :
             {ReplayPace::Instant, ReplayPace::Paced, ReplayPace::Original}) {
            FakeClock clock;
            ReplayReply reply(words(40), entry(), ChatReply::Origin::Memory, pace, false, clock);
            const EventLog log(reply);
            settle();
            clock.advance(10s);
            QVERIFY(log.isOver());
            if (told.isEmpty())
                told = log.lines();
            QCOMPARE(log.lines(), told);
        }
    }

    void cancelledOnTheWayItKeepsWhatWasTold()
    {
        FakeClock clock;
        ReplayReply reply(words(3), entry(), ChatReply::Origin::Memory, ReplayPace::Original, false,
                          clock);
        const EventLog log(reply);
        settle();
        reply.cancel();
        clock.advance(10s);
        QCOMPARE(log.lines(),
                 QStringList({u"started memory p/m"_s, u"text word  0 "_s, u"failed cancelled"_s}));
        QCOMPARE(reply.answer().text, u"word  0 "_s);
    }

    void mayDieInAnyOfItsSignals()
    {
        for (int signal = 0; signal < 3; ++signal) {
            FakeClock clock;
            auto reply = std::make_unique<ReplayReply>(words(3), entry(), ChatReply::Origin::Memory,
                                                       ReplayPace::Original, false, clock);
            const auto die = [&] { reply.reset(); };
            if (signal == 0)
                connect(reply.get(), &ChatReply::started, this, die);
            else if (signal == 1)
                connect(reply.get(), &ChatReply::eventsAdded, this, die);
            settle();
            if (signal == 2)
                reply.reset();
            clock.advance(10s);
            QVERIFY(!reply);
        }
    }
};

KAGURA_TEST(TestReplayReply)
#include "tst_replayreply.moc"
