// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/openairesponsesdecoder.h"
#include "tests/core/llm/dialects/decoding.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray text(const char *delta)
{
    return quoted("{'type':'response.output_text.delta','output_index':0,'delta':'") + delta
        + quoted("'}");
}

QByteArray ended(const char *status, const char *more = "")
{
    return quoted("{'type':'response.") + status
        + quoted("','response':{'model':'gpt-x','status':'") + status + quoted("'") + quoted(more)
        + quoted(",'usage':{'input_tokens':20,'input_tokens_details':{'cached_tokens':15},"
                 "'output_tokens':9,'output_tokens_details':{'reasoning_tokens':4}}}}");
}

Decoded read(const QList<QByteArray> &payloads)
{
    return decode(DialectId::OpenAiResponses, {framed(DialectId::OpenAiResponses, payloads)});
}

} // namespace

class TestOpenAiResponsesDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTextAndDisjointCounts()
    {
        const Decoded decoded =
            read({quoted("{'type':'response.created','response':{'model':'gpt-x'}}"), text("Hel"),
                  text("lo"), ended("completed")});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.text, u"Hello"_s);
        QCOMPARE(decoded.answer.usage.inputTokens, 5);
        QCOMPARE(decoded.answer.usage.cacheReadTokens, 15);
        QCOMPARE(decoded.answer.usage.outputTokens, 9);
        QCOMPARE(decoded.answer.usage.reasoningTokens, 4);
        QVERIFY(decoded.events.last() == ChatEvent(Finish{FinishReason::Stop, u"completed"_s}));
    }

    void reasoningIsKeptAsItCameForTheNextRequest()
    {
        const QByteArray item = quoted("{'type':'reasoning','id':'rs','summary':[],"
                                       "'encrypted_content':'abc'}");
        const Decoded decoded = read(
            {quoted("{'type':'response.reasoning_summary_part.added','output_index':0}"),
             quoted("{'type':'response.reasoning_summary_text.delta','output_index':0,"
                    "'delta':'First'}"),
             quoted("{'type':'response.reasoning_summary_part.added','output_index':0}"),
             quoted("{'type':'response.reasoning_summary_text.delta','output_index':0,"
                    "'delta':'then'}"),
             quoted("{'type':'response.output_item.done','output_index':0,'item':") + item + "}",
             ended("completed")});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.reasoning, u"First\n\nthen"_s);
        QVERIFY(
            decoded.events.contains(ChatEvent(ReasoningSignature{item, u"openai-responses"_s})));
    }

    void callsOfFunctionsAndOfCustomTools()
    {
        const Decoded decoded =
            read({quoted("{'type':'response.output_item.added','output_index':0,'item':"
                         "{'type':'function_call','name':'f','call_id':'a','arguments':''}}"),
                  quoted("{'type':'response.function_call_arguments.delta','output_index':0,"
                         "'delta':'{}'}"),
                  quoted("{'type':'response.output_item.done','output_index':0,'item':"
                         "{'type':'function_call','name':'f','call_id':'a','arguments':'{}'}}"),
                  quoted("{'type':'response.output_item.done','output_index':1,'item':"
                         "{'type':'custom_tool_call','name':'g','call_id':'b','input':'raw'}}"),
                  ended("completed")});
        QVERIFY(!decoded.failure);
        QVERIFY(decoded.events.contains(ChatEvent(ToolCall{u"a"_s, u"f"_s, "{}"})));
        QVERIFY(decoded.events.contains(
            ChatEvent(ToolCall{u"b"_s, u"g"_s, quoted("{'input':'raw'}")})));
        const auto *finish = std::get_if<Finish>(&decoded.events.last());
        QVERIFY(finish != nullptr);
        QCOMPARE(finish->reason, FinishReason::ToolCalls);
    }

    void anIncompleteAnswerSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("why");
        QTest::addColumn<int>("reason");
        QTest::newRow("length") << QByteArray("max_output_tokens") << int(FinishReason::Length);
        QTest::newRow("filter") << QByteArray("content_filter") << int(FinishReason::ContentFilter);
        QTest::newRow("one that is new") << QByteArray("elsewhere") << int(FinishReason::Other);
    }
    void anIncompleteAnswerSaysWhy()
    {
        QFETCH(const QByteArray, why);
        QFETCH(const int, reason);
        const Decoded decoded = read(
            {text("Half"),
             ended("incomplete", (",'incomplete_details':{'reason':'" + why + "'}").constData())});
        QVERIFY(!decoded.failure);
        QVERIFY(decoded.events.last()
                == ChatEvent(Finish{FinishReason(reason), QString::fromLatin1(why)}));
    }

    void aRefusalIsOne()
    {
        const Decoded decoded =
            read({quoted("{'type':'response.refusal.delta','output_index':0,'delta':'No.'}"),
                  ended("completed")});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.text, u"No."_s);
        const auto *finish = std::get_if<Finish>(&decoded.events.last());
        QVERIFY(finish != nullptr);
        QCOMPARE(finish->reason, FinishReason::Refusal);
    }

    void failuresAreReadFlatAndNested()
    {
        for (const char *payload :
             {"{'type':'error','code':'rate_limit_exceeded','message':'slow down'}",
              "{'type':'error','error':{'code':'rate_limit_exceeded','message':'slow down'}}",
              "{'type':'response.failed','response':{'error':{'code':'rate_limit_exceeded',"
              "'message':'slow down'}}}"}) {
            const Decoded decoded = read({text("Half"), quoted(payload), ended("completed")});
            QVERIFY2(decoded.failure, payload);
            QCOMPARE(decoded.failure->kind, Error::Kind::RateLimited);
            QCOMPARE(decoded.answer.text, u"Half"_s);
        }
    }

    void withoutItsEndMarkItIsTruncatedWithItsTextKept()
    {
        const Decoded decoded = read({text("Half")});
        QVERIFY(decoded.failure);
        QCOMPARE(decoded.failure->kind, Error::Kind::Truncated);
        QCOMPARE(decoded.answer.text, u"Half"_s);
    }

    void aWholeAnswerHasTheSameEvents()
    {
        const Decoded decoded =
            decode(DialectId::OpenAiResponses,
                   {quoted("{'object':'response','status':'completed','model':'gpt-x','output':["
                           "{'type':'reasoning','summary':[{'type':'summary_text','text':'hm'}]},"
                           "{'type':'message','content':[{'type':'output_text','text':'Hi'}]},"
                           "{'type':'function_call','name':'f','call_id':'a','arguments':''}],"
                           "'usage':{'input_tokens':2,'output_tokens':3}}")});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.text, u"Hi"_s);
        QCOMPARE(decoded.answer.reasoning, u"hm"_s);
        QVERIFY(decoded.events.contains(ChatEvent(ToolCall{u"a"_s, u"f"_s, "{}"})));
    }
};

KAGURA_TEST(TestOpenAiResponsesDecoder)
#include "tst_openairesponsesdecoder.moc"
