// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/decodingsink.h"
#include "tests/support/fakedialect.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using kagura::test::FakeDialect;

namespace {

// What an answer came to, without a reply around it.
struct Outcome
{
    QList<ChatEvent> events;
    bool isOver = false;
    std::optional<Error> failure;
};

class TestDecodingSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endIsJudged_data();
    void endIsJudged();
    void isOverAtTheEndMarkWithoutWaitingForTheConnection();
    void nothingCountsAfterTheEndMark();
    void answersFullAboveTheBoundAndNamesItToTheTaker();
    void answersDoneOnceNobodyListens();
    void keepsOnlyTheBeginningOfAnErrorPage();
    void aKeepAliveIsNoProgress();

private:
    using Queue = DecodingSink::Queue;

    [[nodiscard]] std::shared_ptr<Queue> queue(qsizetype bound = 1024 * 1024)
    {
        return std::make_shared<Queue>(
            this, [] {}, bound);
    }
    [[nodiscard]] static Outcome outcome(Queue &queue)
    {
        ReplyBatch batch = queue.take().batch;
        return {batch.events, batch.isOver, batch.failure};
    }

    FakeDialect m_dialect;
};

constexpr int NoFailure = -1;

void TestDecodingSink::endIsJudged_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("transport");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, int status, const QByteArray &body, int end, int kind) {
        QTest::newRow(name) << status << body << end << kind;
    };
    const auto of = [](Kind kind) { return static_cast<int>(kind); };
    row("end mark, clean end", 200, "t a\nf\n", NoFailure, NoFailure);
    row("end mark, then a reset", 200, "t a\nf\n", of(Kind::Network), NoFailure);
    row("no end mark, clean end", 200, "t a\n", NoFailure, of(Kind::Truncated));
    row("no end mark, reset", 200, "t a\n", of(Kind::Network), of(Kind::Network));
    row("no end mark, idle", 200, "t a\n", of(Kind::Timeout), of(Kind::Timeout));
    row("empty body", 200, "", NoFailure, of(Kind::Truncated));
    row("said in-band", 200, "e overloaded\n", NoFailure, of(Kind::Overloaded));
    row("said in-band, then a reset", 200, "e quota\n", of(Kind::Network), of(Kind::Quota));
    row("not our format", 200, "<html>\n", NoFailure, of(Kind::Protocol));
    row("status", 429, "rate_limited", NoFailure, of(Kind::RateLimited));
    row("status, reset in its body", 401, "auth", of(Kind::Network), of(Kind::Auth));
    row("no head, reset", 0, "", of(Kind::Timeout), of(Kind::Timeout));
    row("no head, clean end", 0, "", NoFailure, of(Kind::Network));
}

void TestDecodingSink::endIsJudged()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, transport);
    QFETCH(int, expected);
    const auto shared = queue();
    DecodingSink sink(m_dialect, shared);
    if (status != 0)
        sink.head({status, {}});
    if (!body.isEmpty())
        static_cast<void>(sink.write(body));
    if (transport == NoFailure)
        sink.end(std::nullopt);
    else
        sink.end(Error{static_cast<Error::Kind>(transport), QStringLiteral("transport")});

    const Outcome result = outcome(*shared);
    QVERIFY(result.isOver);
    QCOMPARE(result.failure ? static_cast<int>(result.failure->kind) : NoFailure, expected);
    if (result.failure)
        QCOMPARE(result.failure->httpStatus, status);
    if (body.startsWith("t a"))
        QCOMPARE(result.events.first(), ChatEvent(TextDelta{QStringLiteral("a")}));
}

void TestDecodingSink::isOverAtTheEndMarkWithoutWaitingForTheConnection()
{
    const auto shared = queue();
    DecodingSink sink(m_dialect, shared);
    sink.head({200, {}});
    QCOMPARE(sink.write("t a\nf\n"), BodySink::State::Done);
    QVERIFY(outcome(*shared).isOver);
}

void TestDecodingSink::nothingCountsAfterTheEndMark()
{
    const auto shared = queue();
    DecodingSink sink(m_dialect, shared);
    sink.head({200, {}});
    QCOMPARE(sink.write("f\nt late\n"), BodySink::State::Done);
    QCOMPARE(outcome(*shared).events.size(), 1);
    QCOMPARE(sink.write("t later\n"), BodySink::State::Done);
    sink.end(Error{Error::Kind::Network, QStringLiteral("reset")});
    const Outcome late = outcome(*shared);
    QVERIFY(late.events.isEmpty());
    QVERIFY(!late.isOver);
}

void TestDecodingSink::answersFullAboveTheBoundAndNamesItToTheTaker()
{
    const auto shared = queue(4096);
    DecodingSink sink(m_dialect, shared);
    sink.head({200, {}});
    QCOMPARE(sink.write("t a\n"), BodySink::State::Open);
    const QByteArray large = "t " + QByteArray(5000, 'x') + '\n';
    QCOMPARE(sink.write(large), BodySink::State::Full);
    const Queue::Taken taken = shared->take();
    QVERIFY(taken.wasFull);
    QCOMPARE(taken.batch.events.size(), 2);
    QVERIFY(!shared->take().wasFull);
    QCOMPARE(sink.write("t b\n"), BodySink::State::Open);
}

void TestDecodingSink::answersDoneOnceNobodyListens()
{
    const auto shared = queue();
    DecodingSink sink(m_dialect, shared);
    sink.head({200, {}});
    shared->close();
    QCOMPARE(sink.write("t a\n"), BodySink::State::Done);
    sink.end(std::nullopt);
}

void TestDecodingSink::keepsOnlyTheBeginningOfAnErrorPage()
{
    const auto shared = queue();
    DecodingSink sink(m_dialect, shared);
    sink.head({500, {}});
    const QByteArray piece(100 * 1024, 'x');
    QCOMPARE(sink.write(piece), BodySink::State::Open);
    QCOMPARE(sink.write(piece), BodySink::State::Open);
    QCOMPARE(sink.write(piece), BodySink::State::Done);
    sink.end(std::nullopt);
    QCOMPARE(outcome(*shared).failure->kind, Error::Kind::Server);
}

void TestDecodingSink::aKeepAliveIsNoProgress()
{
    const auto shared = queue();
    DecodingSink sink(m_dialect, shared);
    sink.head({200, {}});
    QCOMPARE(sink.write("\n\n"), BodySink::State::Open);
    QCOMPARE(sink.progress(), 0);
    QCOMPARE(sink.write("t a\nt b\n"), BodySink::State::Open);
    QCOMPARE(sink.progress(), 2);
}

} // namespace

KAGURA_TEST(TestDecodingSink)
#include "tst_decodingsink.moc"
