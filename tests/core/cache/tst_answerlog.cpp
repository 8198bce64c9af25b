// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/answerlog.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <random>

using namespace kagura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QList<TimedEvent> everyKind()
{
    Usage usage;
    usage.inputTokens = 0;
    usage.outputTokens = 4'000'000'000;
    usage.reasoningTokens = 127;
    return {
        {ServedModel{u"model-2026"_s}, 3ms},
        {ReasoningDelta{u"Let me think… 😀"_s}, 3ms},
        {ReasoningSignature{QByteArray("\x00\xff\x01", 3), u"anthropic"_s}, 200ms},
        {TextDelta{u"Grüße"_s}, 205ms},
        {TextDelta{QString()}, 205ms},
        {TextDelta{QString(1, QChar(0xd83d))}, 206ms}, // the first half of a pair
        {TextDelta{QString(1, QChar(0xde00)) + u"!"_s}, 207ms},
        {ReasoningDelta{QString(1, QChar(0xdc00))}, 207ms},
        {ToolCallDelta{3, u"look"_s, "{\"a\":"}, 20000ms},
        {ToolCall{u"id-1"_s, u"look"_s, "{\"a\":1}", QByteArray("\0s", 2)}, 20001ms},
        {UsageReported{usage}, 20001ms},
        {UsageReported{Usage()}, 20001ms},
        {Finish{FinishReason::ToolCalls, u"tool_use"_s}, 20005ms},
    };
}

AnswerLog logOf(const QList<TimedEvent> &events)
{
    AnswerLog log;
    for (const TimedEvent &one : events)
        log.add(one.event, one.at);
    return log;
}

} // namespace

class TestAnswerLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventComesBackAsItWas()
    {
        const AnswerLog log = logOf(everyKind());
        QCOMPARE(log.count(), 13);
        const Result<QList<TimedEvent>> decoded = AnswerLog::decode(log.bytes());
        QVERIFY(decoded);
        QCOMPARE(decoded->size(), 13);
        for (qsizetype i = 0; i < 13; ++i)
            QVERIFY2(decoded->at(i) == everyKind().at(i), qPrintable(QString::number(i)));
    }

    void noticesOfAnAttemptAreLeftOut()
    {
        AnswerLog log;
        log.add(RetryScheduled{2, 500ms, Error::Kind::Server}, 0ms);
        log.add(FellBack{u"p"_s, u"m"_s}, 0ms);
        log.add(TextDelta{u"a"_s}, 1ms);
        log.add(Finish{}, 1ms);
        QCOMPARE(AnswerLog::decode(log.bytes())->size(), 2);
    }

    void aRestartDropsWhatCameBefore()
    {
        AnswerLog log;
        log.add(TextDelta{u"wrong"_s}, 5ms);
        log.add(Restarted{}, 6ms);
        log.add(TextDelta{u"right"_s}, 9ms);
        log.add(Finish{}, 10ms);
        const QList<TimedEvent> expected = {{TextDelta{u"right"_s}, 9ms}, {Finish{}, 10ms}};
        QCOMPARE(*AnswerLog::decode(log.bytes()), expected);
    }

    void aTokenCostsFewBytesMoreThanItsText()
    {
        AnswerLog log;
        for (int i = 0; i < 1000; ++i)
            log.add(TextDelta{u"word "_s}, std::chrono::milliseconds(i * 15));
        QVERIFY(log.bytes().size() <= 1 + 1000 * (5 + 3));
    }

    void aClockThatGoesBackIsStandingStill()
    {
        AnswerLog log;
        log.add(TextDelta{u"a"_s}, 10ms);
        log.add(Finish{}, 5ms);
        QCOMPARE(AnswerLog::decode(log.bytes())->last().at, 10ms);
    }

    // Whatever was cut off, an answer is never told as if it were whole.
    void whatIsNotWholeIsRefusedAtEveryByte()
    {
        const QByteArray whole = logOf(everyKind()).bytes();
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!AnswerLog::decode(whole.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!AnswerLog::decode(whole + '\x01'));
        QByteArray other = whole;
        other[0] = 2;
        QVERIFY(!AnswerLog::decode(other));
    }

    void noBytesBringItDown()
    {
        std::mt19937 random(11);
        const QByteArray whole = logOf(everyKind()).bytes();
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes = whole;
            for (int i = 0; i < 3; ++i)
                bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                    static_cast<char>(random());
            if (const auto decoded = AnswerLog::decode(bytes))
                QVERIFY(std::holds_alternative<Finish>(decoded->last().event));
        }
    }
};

KAGURA_TEST(TestAnswerLog)
#include "tst_answerlog.moc"
