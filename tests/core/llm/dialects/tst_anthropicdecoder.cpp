// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/anthropicdecoder.h"
#include "tests/core/llm/dialects/decoding.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Start = quoted("{'type':'message_start','message':{'id':'m','model':'claude-x',"
                                "'usage':{'input_tokens':7,'cache_read_input_tokens':100,"
                                "'cache_creation_input_tokens':20,'output_tokens':1}}}");
const QByteArray Stop = quoted("{'type':'message_stop'}");

QByteArray block(int index, const char *content)
{
    return quoted("{'type':'content_block_start','index':") + QByteArray::number(index)
        + quoted(",'content_block':") + quoted(content) + '}';
}

QByteArray delta(int index, const char *content)
{
    return quoted("{'type':'content_block_delta','index':") + QByteArray::number(index)
        + quoted(",'delta':") + quoted(content) + '}';
}

QByteArray blockEnd(int index)
{
    return quoted("{'type':'content_block_stop','index':") + QByteArray::number(index) + '}';
}

QByteArray messageDelta(const char *reason, int outputTokens)
{
    return quoted("{'type':'message_delta','delta':{'stop_reason':'") + reason
        + quoted("'},'usage':{'output_tokens':") + QByteArray::number(outputTokens) + "}}";
}

Decoded read(const QList<QByteArray> &payloads)
{
    return decode(DialectId::Anthropic, {framed(DialectId::Anthropic, payloads)});
}

} // namespace

class TestAnthropicDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreDisjointAndCumulative()
    {
        const Decoded decoded =
            read({Start, block(0, "{'type':'text','text':''}"), quoted("{'type':'ping'}"),
                  delta(0, "{'type':'text_delta','text':'Hel'}"),
                  delta(0, "{'type':'text_delta','text':'lo'}"), blockEnd(0),
                  messageDelta("end_turn", 12), Stop});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.text, u"Hello"_s);
        QCOMPARE(decoded.answer.usage.inputTokens, 7);
        QCOMPARE(decoded.answer.usage.cacheReadTokens, 100);
        QCOMPARE(decoded.answer.usage.cacheWriteTokens, 20);
        QCOMPARE(decoded.answer.usage.outputTokens, 12);
        QVERIFY(decoded.events.last() == ChatEvent(Finish{FinishReason::Stop, u"end_turn"_s}));
    }

    void thinkingIsSignedAndHiddenThinkingIsKeptForTheNextRequest()
    {
        const Decoded decoded =
            read({Start, block(0, "{'type':'thinking','thinking':'','signature':''}"),
                  delta(0, "{'type':'thinking_delta','thinking':'hm'}"),
                  delta(0, "{'type':'signature_delta','signature':'ab'}"),
                  delta(0, "{'type':'signature_delta','signature':'cd'}"), blockEnd(0),
                  block(1, "{'type':'redacted_thinking','data':'xyz'}"), blockEnd(1),
                  messageDelta("end_turn", 3), Stop});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.reasoning, u"hm"_s);
        QVERIFY(decoded.events.contains(ChatEvent(ReasoningSignature{"abcd", u"anthropic"_s})));
        QVERIFY(
            decoded.events.contains(ChatEvent(ReasoningSignature{"xyz", u"anthropic-redacted"_s})));
    }

    void toolCallsAreBuiltFromPieces()
    {
        const Decoded decoded =
            read({Start, block(0, "{'type':'tool_use','id':'a','name':'f','input':{}}"),
                  delta(0, "{'type':'input_json_delta','partial_json':''}"),
                  delta(0, "{'type':'input_json_delta','partial_json':'{\\u0022x\\u0022:'}"),
                  delta(0, "{'type':'input_json_delta','partial_json':'1}'}"), blockEnd(0),
                  block(1, "{'type':'tool_use','id':'b','name':'g','input':{}}"), blockEnd(1),
                  messageDelta("tool_use", 3), Stop});
        QVERIFY(!decoded.failure);
        QVERIFY(decoded.events.contains(ChatEvent(ToolCall{u"a"_s, u"f"_s, quoted("{'x':1}")})));
        QVERIFY(decoded.events.contains(ChatEvent(ToolCall{u"b"_s, u"g"_s, "{}"})));
        QVERIFY(decoded.events.last() == ChatEvent(Finish{FinishReason::ToolCalls, u"tool_use"_s}));
    }

    void reasonsAreTold_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("reason");
        QTest::newRow("max_tokens") << QByteArray("max_tokens") << int(FinishReason::Length);
        QTest::newRow("window") << QByteArray("model_context_window_exceeded")
                                << int(FinishReason::Length);
        QTest::newRow("refusal") << QByteArray("refusal") << int(FinishReason::Refusal);
        QTest::newRow("stop sequence") << QByteArray("stop_sequence") << int(FinishReason::Stop);
        QTest::newRow("one that is new") << QByteArray("pause_turn") << int(FinishReason::Other);
    }
    void reasonsAreTold()
    {
        QFETCH(const QByteArray, raw);
        QFETCH(const int, reason);
        const Decoded decoded = read({Start, messageDelta(raw.constData(), 1), Stop});
        QVERIFY(!decoded.failure);
        QVERIFY(decoded.events.last()
                == ChatEvent(Finish{FinishReason(reason), QString::fromLatin1(raw)}));
    }

    void withoutItsEndMarkItIsTruncatedWithItsTextKept()
    {
        const Decoded decoded =
            read({Start, block(0, "{'type':'text','text':'Half'}"), messageDelta("end_turn", 12)});
        QVERIFY(decoded.failure);
        QCOMPARE(decoded.failure->kind, Error::Kind::Truncated);
        QCOMPARE(decoded.answer.text, u"Half"_s);
        QVERIFY(!std::holds_alternative<Finish>(decoded.events.last()));
    }

    void anErrorInTheStreamHasItsKind_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("kind");
        QTest::newRow("overloaded")
            << QByteArray("overloaded_error") << int(Error::Kind::Overloaded);
        QTest::newRow("rate limit")
            << QByteArray("rate_limit_error") << int(Error::Kind::RateLimited);
        QTest::newRow("authentication")
            << QByteArray("authentication_error") << int(Error::Kind::Auth);
        QTest::newRow("api") << QByteArray("api_error") << int(Error::Kind::Server);
    }
    void anErrorInTheStreamHasItsKind()
    {
        QFETCH(const QByteArray, type);
        const Decoded decoded = read({Start, block(0, "{'type':'text','text':'Half'}"),
                                      quoted("{'type':'error','error':{'type':'") + type
                                          + quoted("','message':'Overloaded'}}"),
                                      Stop});
        QVERIFY(decoded.failure);
        QTEST(int(decoded.failure->kind), "kind");
        QCOMPARE(decoded.answer.text, u"Half"_s);
    }

    void aSecondMessageInOneStreamBeginsAgain()
    {
        const Decoded decoded = read({Start, block(0, "{'type':'text','text':'Old'}"), Start,
                                      block(0, "{'type':'text','text':'New'}"), blockEnd(0),
                                      messageDelta("end_turn", 2), Stop});
        QVERIFY(!decoded.failure);
        QVERIFY(decoded.events.contains(ChatEvent(Restarted{})));
        QCOMPARE(decoded.answer.text, u"New"_s);
    }

    void aWholeAnswerHasTheSameEvents()
    {
        const Decoded decoded = decode(
            DialectId::Anthropic,
            {quoted("{'type':'message','model':'claude-x','content':[{'type':'text','text':'Hi'},"
                    "{'type':'tool_use','id':'a','name':'f','input':{'x':1}}],"
                    "'stop_reason':'tool_use','usage':{'input_tokens':3,'output_tokens':5}}")});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.text, u"Hi"_s);
        QVERIFY(decoded.events.contains(ChatEvent(ToolCall{u"a"_s, u"f"_s, quoted("{'x':1}")})));
        QCOMPARE(decoded.answer.usage.outputTokens, 5);
    }

    void anySplitOfTheBytesGivesTheSame()
    {
        const QByteArray wire =
            framed(DialectId::Anthropic,
                   {Start, block(0, "{'type':'text','text':''}"),
                    delta(0, "{'type':'text_delta','text':'\u00FCber \U0001F600'}"), blockEnd(0),
                    messageDelta("end_turn", 12), Stop},
                   "\r\n");
        const Decoded whole = decode(DialectId::Anthropic, {wire});
        QVERIFY(!whole.failure);
        QVERIFY(decode(DialectId::Anthropic, byteByByte(wire)).events == whole.events);
        for (qsizetype cut = 1; cut < wire.size(); ++cut)
            QVERIFY(decode(DialectId::Anthropic, {wire.left(cut), wire.mid(cut)}).events
                    == whole.events);
    }
};

KAGURA_TEST(TestAnthropicDecoder)
#include "tst_anthropicdecoder.moc"
