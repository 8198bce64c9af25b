// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/openaichatdecoder.h"
#include "tests/core/llm/dialects/decoding.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray delta(const QByteArray &content)
{
    return "{\"choices\":[{\"index\":0,\"delta\":{" + content + "}}]}";
}

QByteArray finishWith(const QByteArray &reason)
{
    return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":" + reason + "}]}";
}

Decoded decodeChat(const QList<QByteArray> &payloads)
{
    return decode(DialectId::OpenAiChat, {framed(DialectId::OpenAiChat, payloads)});
}

QByteArray toolDelta(const QByteArray &call)
{
    return delta("\"tool_calls\":[" + call + "]");
}

} // namespace

class TestOpenAiChatDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTextUsageAndModel()
    {
        const Decoded decoded = decodeChat(
            {"{\"model\":\"m-1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
             "\"content\":\"\"}}],\"usage\":null}",
             delta("\"content\":\"Hel\""), delta("\"content\":\"lo\""), finishWith("\"stop\""),
             "{\"choices\":[],\"usage\":{\"prompt_tokens\":16,\"completion_tokens\":30,\"total_"
             "tokens\":46,"
             "\"prompt_tokens_details\":{\"cached_tokens\":6},\"completion_tokens_details\":{"
             "\"reasoning_tokens\":4}}}",
             "[DONE]"});
        QVERIFY(!decoded.failure);
        Usage usage;
        usage.inputTokens = 10;
        usage.cacheReadTokens = 6;
        usage.outputTokens = 30;
        usage.reasoningTokens = 4;
        const QList<ChatEvent> expected = {ServedModel{u"m-1"_s}, TextDelta{u"Hel"_s},
                                           TextDelta{u"lo"_s}, UsageReported{usage},
                                           Finish{FinishReason::Stop, u"stop"_s}};
        QVERIFY(decoded.events == expected);
    }

    void reasoningIsReadInEverySpelling_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("DeepSeek, Moonshot, vLLM: reasoning_content")
            << delta("\"content\":null,\"reasoning_content\":\"hm\"");
        QTest::newRow("Groq, OpenRouter, Ollama: reasoning")
            << delta("\"content\":\"\",\"reasoning\":\"hm\"");
        QTest::newRow("both, with the same text")
            << delta("\"reasoning\":\"hm\",\"reasoning_content\":\"hm\"");
        QTest::newRow("Mistral: an array of content")
            << delta("\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\","
                     "\"text\":\"hm\"}]}]");
    }
    void reasoningIsReadInEverySpelling()
    {
        QFETCH(const QByteArray, payload);
        const Decoded decoded =
            decodeChat({payload, delta("\"content\":\"yes\""), finishWith("\"stop\""), "[DONE]"});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.reasoning, u"hm"_s);
        QCOMPARE(decoded.answer.text, u"yes"_s);
    }

    void toolCallsComeTogether_data()
    {
        QTest::addColumn<QList<QByteArray>>("payloads");
        QTest::addColumn<QList<QByteArray>>("expected"); // id name arguments
        using L = QList<QByteArray>;
        const auto row = [](const char *name, const L &payloads, const L &expected) {
            QTest::newRow(name) << payloads << expected;
        };
        const QByteArray begin =
            R"({"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}})";
        row("pieces by index",
            {toolDelta(begin), toolDelta(R"({"index":0,"function":{"arguments":"{}"}})")},
            {"a f {}"});
        row("no arguments at all", {toolDelta(begin)}, {"a f {}"});
        row("Mistral: neither index nor type",
            {toolDelta(R"({"id":"a","function":{"name":"f","arguments":"{}"}})"),
             toolDelta(R"({"id":"b","function":{"name":"g","arguments":"{}"}})")},
            {"a f {}", "b g {}"});
        row("GLM: an empty name does not overwrite",
            {toolDelta(begin),
             toolDelta(R"({"index":0,"type":"function","function":{"name":"","arguments":"{}"}})")},
            {"a f {}"});
        row("LiteLLM: the first index is 1",
            {toolDelta(R"({"index":1,"id":"a","function":{"name":"f","arguments":"{}"}})")},
            {"a f {}"});
        row("Ollama: parallel calls that are all index 0",
            {toolDelta(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})"),
             toolDelta(R"({"index":0,"id":"b","function":{"name":"g","arguments":"{}"}})")},
            {"a f {}", "b g {}"});
        row("OCI: a new id on each piece",
            {toolDelta(begin),
             toolDelta(R"({"index":0,"id":"b","function":{"arguments":"{\u0022x\u0022:"}})"),
             toolDelta(R"({"index":0,"id":"c","function":{"arguments":"1}"}})")},
            {"a f {\"x\":1}"});
        row("LM Studio: an empty id",
            {toolDelta(R"({"index":0,"id":"","function":{"name":"f","arguments":"{}"}})")},
            {"call_1 f {}"});
        row("arguments as an object",
            {toolDelta(R"({"index":0,"id":"a","function":{"name":"f","arguments":{"x":1}}})")},
            {"a f {\"x\":1}"});
        row("the name comes late",
            {toolDelta(R"({"index":0,"id":"a","function":{"arguments":"{"}})"),
             toolDelta(R"({"index":0,"function":{"name":"f","arguments":"}"}})")},
            {"a f {}"});
        row("interleaved",
            {toolDelta(begin),
             toolDelta(R"({"index":1,"id":"b","function":{"name":"g","arguments":"{"}})"),
             toolDelta(R"({"index":0,"function":{"arguments":"{}"}})"),
             toolDelta(R"({"index":1,"function":{"arguments":"}"}})")},
            {"a f {}", "b g {}"});
        row("the old function_call",
            {delta(R"("function_call":{"name":"f","arguments":"{"})"),
             delta(R"("function_call":{"arguments":"}"})")},
            {"call_1 f {}"});
    }
    void toolCallsComeTogether()
    {
        QFETCH(const QList<QByteArray>, payloads);
        QFETCH(const QList<QByteArray>, expected);
        for (const char *reason : {"\"tool_calls\"", "\"stop\"", "null"}) {
            const Decoded decoded =
                decodeChat(payloads + QList<QByteArray>{finishWith(reason), "[DONE]"});
            QVERIFY(!decoded.failure);
            QList<QByteArray> calls;
            for (const ToolCall &call : decoded.answer.toolCalls)
                calls.append(call.id.toUtf8() + ' ' + call.name.toUtf8() + ' ' + call.arguments);
            QCOMPARE(calls, expected);
            QCOMPARE(decoded.answer.finish->reason, FinishReason::ToolCalls);
        }
    }

    void usageIsFoundInOddPlaces_data()
    {
        QTest::addColumn<QList<QByteArray>>("payloads");
        const QByteArray usage = "{\"prompt_tokens\":3,\"completion_tokens\":2}";
        using L = QList<QByteArray>;
        QTest::newRow("in the finish chunk") << L{
            "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":" + usage + "}"};
        QTest::newRow("behind the finish chunk")
            << L{finishWith("\"stop\""), "{\"choices\":[],\"usage\":" + usage + "}"};
        QTest::newRow("Groq: under x_groq")
            << L{"{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{\"usage\":"
                 + usage + "}}"};
        QTest::newRow("inside the choice") << L{
            "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\",\"usage\":" + usage + "}]}"};
    }
    void usageIsFoundInOddPlaces()
    {
        QFETCH(const QList<QByteArray>, payloads);
        const Decoded decoded = decodeChat(QList<QByteArray>{delta("\"content\":\"x\"")} + payloads
                                           + QList<QByteArray>{"[DONE]"});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.usage.inputTokens, std::optional<qint64>(3));
        QCOMPARE(decoded.answer.usage.outputTokens, std::optional<qint64>(2));
    }

    void thoughtsCountedApartAreOutput()
    {
        const Decoded decoded =
            decodeChat({finishWith("\"stop\""),
                        "{\"choices\":[],\"usage\":{\"prompt_tokens\":307,\"completion_tokens\":26,"
                        "\"total_tokens\":560,"
                        "\"completion_tokens_details\":{\"reasoning_tokens\":227}}}",
                        "[DONE]"});
        QCOMPARE(decoded.answer.usage.outputTokens, std::optional<qint64>(253));
        QCOMPARE(decoded.answer.usage.reasoningTokens, std::optional<qint64>(227));
    }

    void howAStreamEndsDecides_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QString>("outcome"); // a finish reason, or the kind of the failure
        const QByteArray text = "data: " + delta("\"content\":\"x\"") + "\n\n";
        const QByteArray stop = "data: " + finishWith("\"stop\"") + "\n\n";
        QTest::newRow("[DONE] behind a reason") << text + stop + "data: [DONE]\n\n" << u"stop"_s;
        QTest::newRow("a reason, then the end") << text + stop << u"stop"_s;
        QTest::newRow("a reason in a last event without its blank line")
            << text + stop.trimmed() << u"stop"_s;
        QTest::newRow("[DONE] without its line end") << text + "data: [DONE]" << u"other"_s;
        QTest::newRow("[DONE] without space") << text + stop + "data:[DONE]\n\n" << u"stop"_s;
        QTest::newRow("neither") << text << u"truncated"_s;
        QTest::newRow("cut inside an event")
            << text + "data: {\"choices\":[{\"del" << u"truncated"_s;
        QTest::newRow("nothing at all") << QByteArray() << u"truncated"_s;
        QTest::newRow("comments only")
            << QByteArray(": keep-alive\n\n: keep-alive\n\n") << u"truncated"_s;
        QTest::newRow("length") << text + "data: " + finishWith("\"length\"") + "\n\n"
                                << u"length"_s;
        QTest::newRow("filtered") << text + "data: " + finishWith("\"content_filter\"") + "\n\n"
                                  << u"content_filter"_s;
        QTest::newRow("end_turn") << text + "data: " + finishWith("\"end_turn\"") + "\n\n"
                                  << u"stop"_s;
        QTest::newRow("broken off by the provider") << text + "data: " + finishWith("\"error\"")
                + "\n\n" << u"server"_s;
        QTest::newRow("an error object in the stream")
            << text + "data: {\"error\":{\"message\":\"no\",\"code\":\"rate_limit_exceeded\"}}\n\n"
            << u"rate_limited"_s;
        QTest::newRow("OpenRouter: an error with a number")
            << text + "data: {\"error\":{\"message\":\"no\",\"code\":402}}\n\n"
            << u"quota"_s;
        QTest::newRow("no credit left, said as 200") << QByteArray(
            "data: {\"error\":{\"message\":\"no\",\"type\":\"insufficient_quota\"}}\n\n")
                                                     << u"quota"_s;
        QTest::newRow("a web page") << QByteArray("<html>sign in</html>") << u"protocol"_s;
        QTest::newRow("an event that is no JSON") << text + "data: {oops}\n\n" << u"protocol"_s;
        QTest::newRow("two whole frames on one line")
            << "data: " + delta("\"content\":\"a\"") + "data: " + finishWith("\"stop\"") + "\n\n"
            << u"stop"_s;
        QTest::newRow("two frames on one line, the first torn")
            << "data: {\"id\":\"abcdata: " + finishWith("\"stop\"") + "\n\n"
            << u"protocol"_s;
        QTest::newRow("a comment passed on as data")
            << "data: : PROCESSING\n\n" + text + stop << u"stop"_s;
        QTest::newRow("refused") << "data: " + delta("\"refusal\":\"I will not\"") + "\n\n" + stop
                                 << u"refusal"_s;
        QTest::newRow("nested far too deep") << "data: " + QByteArray(100'000, '[') + "\n\n"
                                             << u"protocol"_s;
    }
    void howAStreamEndsDecides()
    {
        QFETCH(const QByteArray, wire);
        QFETCH(const QString, outcome);
        for (const QList<QByteArray> &pieces :
             {QList<QByteArray>{wire}, byteByByte(wire.size() < 5000 ? wire : QByteArray())}) {
            if (pieces.isEmpty() && !wire.isEmpty())
                continue;
            const Decoded decoded = decode(DialectId::OpenAiChat, pieces);
            QCOMPARE(decoded.failure ? errorKindName(decoded.failure->kind)
                                     : finishReasonName(decoded.answer.finish->reason),
                     outcome);
            QCOMPARE(decoded.answer.finish.has_value(), !decoded.failure);
        }
    }

    void aWholeBodyIsReadWhateverItsContentType()
    {
        const QByteArray body =
            R"({"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"hi",)"
            R"("tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"stop"}],)"
            R"("usage":{"prompt_tokens":1,"completion_tokens":2}})";
        for (const QList<QByteArray> &pieces : {QList<QByteArray>{body}, byteByByte(body)}) {
            const Decoded decoded = decode(DialectId::OpenAiChat, pieces);
            QVERIFY(!decoded.failure);
            QCOMPARE(decoded.answer.text, u"hi"_s);
            QCOMPARE(decoded.answer.toolCalls.size(), 1);
            QCOMPARE(decoded.answer.finish->reason, FinishReason::ToolCalls);
        }
        QCOMPARE(decode(DialectId::OpenAiChat, {body.left(60)}).failure->kind,
                 Error::Kind::Truncated);
        QCOMPARE(decode(DialectId::OpenAiChat, {"{\"hello\":1}"}).failure->kind,
                 Error::Kind::Protocol);
        QCOMPARE(decode(DialectId::OpenAiChat,
                        {R"([{"error":{"message":"x","code":"invalid_api_key"}}])"})
                     .failure->kind,
                 Error::Kind::Auth);
    }

    void brokenTextIsReplacedAndTheStreamLives()
    {
        const Decoded decoded =
            decodeChat({delta("\"content\":\"a\xff\xfe"
                              "b\""),
                        delta("\"content\":\"\\ud83d!\""),
                        delta("\"content\":\"\\ude00\\ud83d\\ude00\""), finishWith("\"stop\"")});
        QVERIFY(!decoded.failure);
        QCOMPARE(decoded.answer.text,
                 u"a\xfffd\xfffd"
                 u"b\xfffd!\xfffd😀"_s);
    }

    void otherChoicesAreNotMixedIn()
    {
        const Decoded decoded =
            decodeChat({delta("\"content\":\"one\""),
                        "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"two\"}}]}",
                        finishWith("\"stop\"")});
        QCOMPARE(decoded.answer.text, u"one"_s);
    }
};

KAGURA_TEST(TestOpenAiChatDecoder)
#include "tst_openaichatdecoder.moc"
