// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/callrecorder.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpRequest requestWith(const QByteArray &body)
{
    HttpRequest request;
    request.url = QUrl(u"https://api.acme.test/v1/chat/completions"_s);
    request.credentials = {{"Authorization", "Bearer ", Secret("sk-very-secret-key")}};
    request.body = body;
    return request;
}

} // namespace

class TestCallRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reply = std::make_unique<FakeReply>();
        m_recorder = std::make_unique<CallRecorder>(requestWith("{}"), u"acme"_s, u"large"_s,
                                                    *m_reply, m_clock);
    }

    void whatWasSentIsKeptWithoutItsKey()
    {
        const HttpRequest &kept = *m_recorder->record().request;
        QCOMPARE(kept.body, QByteArray("{}"));
        QCOMPARE(kept.credentials.size(), 1);
        QCOMPARE(kept.credentials.first().prefix, QByteArray("Bearer "));
        QVERIFY(kept.credentials.first().secret.isEmpty());
    }

    void aLongBodyIsCountedAndNotKept()
    {
        const CallRecorder recorder(requestWith(QByteArray(CallRecorder::keptBody + 1, 'x')),
                                    u"acme"_s, u"large"_s, *m_reply, m_clock);
        QVERIFY(recorder.record().request->body.isEmpty());
        QCOMPARE(recorder.record().bodyBytes, CallRecorder::keptBody + 1);
    }

    void eventsAreKeptWithTheirTimes()
    {
        m_clock.advance(120ms);
        m_reply->sayHead(u"acme"_s, u"large"_s);
        m_clock.advance(300ms);
        m_reply->sayText(u"hello"_s);
        m_reply->say({UsageReported{{10, 2, {}, {}, {}}}});
        m_reply->succeed();
        const CallRecord &record = m_recorder->record();
        QCOMPARE(record.startedAfter, 120ms);
        QCOMPARE(record.events.at(0), (CallRecord::Event{420ms, u"text"_s, u"hello"_s}));
        QCOMPARE(record.events.at(1),
                 (CallRecord::Event{420ms, u"usage"_s, u"input 10, output 2"_s}));
        QCOMPARE(record.events.last().kind, u"finish"_s);
        QCOMPARE(record.characters, (QList<qint64>{0, 0, 0, 0, 5}));
        QCOMPARE(record.usage.outputTokens, 2);
        QVERIFY(record.finish);
        QVERIFY(m_recorder->hasEnded());
    }

    void retriesAreTold()
    {
        m_clock.advance(50ms);
        const RetryScheduled retry{2, 500ms, Error::Kind::Overloaded};
        m_reply->say({retry});
        QCOMPARE(m_recorder->record().retries, (QList<CallRecord::Retry>{{50ms, retry}}));
    }

    void aFailureIsKept()
    {
        m_reply->fail({Error::Kind::Overloaded, u"busy"_s, 529});
        QCOMPARE(m_recorder->record().failure->httpStatus, 529);
        QVERIFY(m_recorder->hasEnded());
    }

    void waitingInTheQueueIsMeasured()
    {
        m_reply->sayQueued(true);
        m_clock.advance(700ms);
        m_reply->sayQueued(false);
        QCOMPARE(m_recorder->record().queuedFor, 700ms);
    }

    void whatIsKeptOfALongAnswerIsBounded()
    {
        m_reply->sayHead(u"acme"_s, u"large"_s);
        const QString piece(1000, u'x');
        constexpr int count = 3000;
        for (int i = 0; i < count; ++i) {
            m_clock.advance(100ms);
            m_reply->sayText(piece);
        }
        const CallRecord &record = m_recorder->record();
        QCOMPARE(record.eventCount, count);
        QCOMPARE(record.events.size(), CallRecorder::keptEvents);
        QCOMPARE(record.events.first().content.size(), CallRecorder::keptContent);
        QVERIFY(record.characters.size() <= CallRecorder::keptSteps);
        QCOMPARE(record.step, 1600ms);
        QCOMPARE(std::accumulate(record.characters.cbegin(), record.characters.cend(), qint64(0)),
                 qint64(count) * piece.size());
    }

    void itOutlivesTheReply()
    {
        m_reply->sayText(u"hello"_s);
        const QSignalSpy ended(m_recorder.get(), &CallRecorder::ended);
        m_reply.reset();
        QCOMPARE(m_recorder->record().eventCount, 1);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(m_recorder->record().failure->kind, Error::Kind::Cancelled);
    }

private:
    FakeClock m_clock;
    std::unique_ptr<FakeReply> m_reply;
    std::unique_ptr<CallRecorder> m_recorder;
};

KAGURA_TEST(TestCallRecorder)
#include "tst_callrecorder.moc"
