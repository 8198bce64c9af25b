// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/geminidecoder.h"
#include "tests/core/llm/dialects/decoding.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray parts(const char *content, const char *after = "")
{
    return quoted("{'candidates':[{'content':{'role':'model','parts':[") + quoted(content) + "]}"
        + quoted(after) + "}]}";
}

Decoded read(const QList<QByteArray> &payloads, const QByteArray &lineEnd = "\r\n")
{
    return decode(DialectId::Gemini, {framed(DialectId::Gemini, payloads, lineEnd)});
}

} // namespace

class TestGeminiDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thoughtsCountAsOutputAndCachedTokensAreNoInput()
    {
        const Decoded decoded =
            read({parts("{'text':'hm','thought':true}"), parts("{'text':'Hello'}"),
                  quoted("{'candidates':[{'content':{'parts':[]},'finishReason':'STOP'}],"
                         "'modelVersion':'gemini-x','usageMetadata':{'promptTokenCount':30,"
                         "'cachedContentTokenCount':10,'candidatesTokenCount':5,"
                         "'thoughtsTokenCount':4,'toolUsePromptTokenCount':2}}")});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.text, u"Hello"_s);
        QCOMPARE(decoded.answer.reasoning, u"hm"_s);
        QCOMPARE(decoded.answer.usage.inputTokens, 22);
        QCOMPARE(decoded.answer.usage.cacheReadTokens, 10);
        QCOMPARE(decoded.answer.usage.outputTokens, 9);
        QCOMPARE(decoded.answer.usage.reasoningTokens, 4);
        QVERIFY(decoded.events.contains(ChatEvent(ServedModel{u"gemini-x"_s})));
    }

    void itIsCompleteAtItsEndOnly()
    {
        const Decoded cut = read({parts("{'text':'Half'}")});
        QVERIFY(cut.failure);
        QCOMPARE(cut.failure->kind, Error::Kind::Truncated);
        QCOMPARE(cut.answer.text, u"Half"_s);
        // The reason may come before the last text.
        const Decoded late =
            read({parts("{'text':'One '}", ",'finishReason':'STOP'"), parts("{'text':'two'}")});
        QVERIFY(!late.failure);
        QCOMPARE(late.answer.text, u"One two"_s);
        QVERIFY(late.events.last() == ChatEvent(Finish{FinishReason::Stop, u"STOP"_s}));
    }

    void aBlockedQuestionIsFiltered()
    {
        const Decoded decoded = read({quoted("{'promptFeedback':{'blockReason':'SAFETY'}}")});
        QVERIFY(!decoded.failure);
        QVERIFY(decoded.events.last()
                == ChatEvent(Finish{FinishReason::ContentFilter, u"SAFETY"_s}));
    }

    void reasonsAreTold_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("reason");
        QTest::newRow("length") << QByteArray("MAX_TOKENS") << int(FinishReason::Length);
        QTest::newRow("recitation") << QByteArray("RECITATION") << int(FinishReason::ContentFilter);
        QTest::newRow("a filter of images")
            << QByteArray("IMAGE_SAFETY") << int(FinishReason::ContentFilter);
        QTest::newRow("one that is new") << QByteArray("SOMETHING") << int(FinishReason::Other);
    }
    void reasonsAreTold()
    {
        QFETCH(const QByteArray, raw);
        QFETCH(const int, reason);
        const Decoded decoded =
            read({parts("{'text':'x'}", (",'finishReason':'" + raw + "'").constData())});
        QVERIFY(!decoded.failure);
        QVERIFY(decoded.events.last()
                == ChatEvent(Finish{FinishReason(reason), QString::fromLatin1(raw)}));
    }

    void toolCallsKeepTheirThoughtSignature()
    {
        const Decoded decoded =
            read({parts("{'functionCall':{'name':'f','args':{'x':1}},'thoughtSignature':'c2ln'},"
                        "{'functionCall':{'id':'own','name':'g'}}",
                        ",'finishReason':'STOP'")});
        QVERIFY(!decoded.failure);
        QVERIFY(decoded.events.contains(
            ChatEvent(ToolCall{u"call_1"_s, u"f"_s, quoted("{'x':1}"), "c2ln"})));
        QVERIFY(decoded.events.contains(ChatEvent(ToolCall{u"own"_s, u"g"_s, "{}"})));
        QVERIFY(decoded.events.last() == ChatEvent(Finish{FinishReason::ToolCalls, u"STOP"_s}));
    }

    void anErrorInTheStreamHasItsKind()
    {
        const Decoded decoded = read({parts("{'text':'Half'}"),
                                      quoted("{'error':{'code':429,'message':'slow down',"
                                             "'status':'RESOURCE_EXHAUSTED'}}")});
        QVERIFY(decoded.failure);
        QCOMPARE(decoded.failure->kind, Error::Kind::RateLimited);
        QCOMPARE(decoded.answer.text, u"Half"_s);
    }

    void anArrayIsReadWhileItArrives()
    {
        const QByteArray array = "[" + parts("{'text':'One '}") + ",\r\n"
            + parts("{'text':'two'}", ",'finishReason':'STOP'") + "\r\n]";
        const Decoded whole = decode(DialectId::Gemini, {array});
        QVERIFY(!whole.failure);
        QCOMPARE(whole.answer.text, u"One two"_s);
        for (qsizetype cut = 1; cut < array.size(); ++cut)
            QVERIFY(decode(DialectId::Gemini, {array.left(cut), array.mid(cut)}).events
                    == whole.events);
        const Decoded half = decode(DialectId::Gemini, {array.left(array.size() / 2)});
        QVERIFY(half.failure);
        QCOMPARE(half.answer.text, u"One "_s);
    }
};

KAGURA_TEST(TestGeminiDecoder)
#include "tst_geminidecoder.moc"
