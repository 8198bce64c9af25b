// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonicaljson.h"
#include "core/cache/requestshape.h"
#include "tests/core/cache/samplerequests.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

RequestShape shapeOf(const QByteArray &body, const QString &dialect = u"openai-chat"_s)
{
    return RequestShape::of(*parseJson(body), dialect);
}

QByteArray bodyOf(const QByteArray &body, const QString &dialect = u"openai-chat"_s)
{
    return *canonicalJson(shapeOf(body, dialect).body);
}

} // namespace

class TestRequestShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOnlyMovesTheAnswerIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name :
             {"stream", "stream_options", "user", "safety_identifier", "metadata", "store",
              "service_tier", "prompt_cache_key", "prompt_cache_retention", "cache_control"})
            QTest::newRow(name) << QByteArray(name);
    }
    void whatOnlyMovesTheAnswerIsLeftOut()
    {
        QFETCH(const QByteArray, name);
        const QByteArray plain =
            "{\"messages\":[{\"content\":\"hi\",\"role\":\"user\"}],\"model\":\"m\"}";
        const QByteArray more = "{\"" + name + "\":{\"type\":\"x\"}," + plain.sliced(1);
        QCOMPARE(bodyOf(more), plain);
    }

    void everythingElseStays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("an unknown parameter") << QByteArray("{\"model\":\"m\",\"num_ctx\":1}");
        QTest::newRow("null is not absent") << QByteArray("{\"model\":\"m\",\"seed\":null}");
        QTest::newRow("a name of the list, but deeper")
            << QByteArray("{\"metadata_x\":1,\"options\":{\"store\":true,\"user\":\"u\"}}");
        QTest::newRow("keep_alive of another dialect than Ollama's")
            << QByteArray("{\"keep_alive\":\"5m\"}");
        const QByteArray call =
            "{\"cache_control\":{\"type\":\"t\"},\"call_id\":\"a\",\"id\":\"b\","
            "\"url\":\"http://x\",\"user\":\"u\"}";
        QTest::newRow("arguments of a tool, whatever they are called")
            << QByteArray("{\"messages\":[{\"content\":[{\"input\":" + call
                          + ",\"name\":\"n\",\"type\":\"tool_use\"}],\"role\":\"assistant\"}]}");
        QTest::newRow("the same in Ollama's place")
            << QByteArray("{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"function\":"
                          "{\"arguments\":"
                          + call + ",\"name\":\"n\"}}]}]}");
        QTest::newRow("and in Gemini's")
            << QByteArray("{\"contents\":[{\"parts\":[{\"functionCall\":{\"args\":" + call
                          + ",\"name\":\"n\"}},{\"functionResponse\":{\"response\":" + call
                          + "}}],\"role\":\"model\"}]}");
        QTest::newRow("a schema that has such names")
            << QByteArray("{\"tools\":[{\"input_schema\":{\"properties\":{\"cache_control\":"
                          "{\"type\":\"string\"}}},\"name\":\"n\"}]}");
        QTest::newRow("a short text that looks like base64")
            << QByteArray("{\"messages\":[{\"content\":[{\"source\":{\"data\":\"AAAA\"}}]}]}");
        QTest::newRow("text that looks like a file")
            << QByteArray("{\"messages\":[{\"content\":\"" + QByteArray(5000, 'A') + "\"}]}");
    }
    void everythingElseStays()
    {
        QFETCH(const QByteArray, body);
        QCOMPARE(bodyOf(body), body);
        QVERIFY(!shapeOf(body).hasRemoteInput);
    }

    void keepAliveOnlyMovesOllama()
    {
        QCOMPARE(bodyOf("{\"keep_alive\":\"5m\",\"model\":\"m\"}", u"ollama"_s),
                 QByteArray("{\"model\":\"m\"}"));
    }

    void marksForTheProvidersCacheAreTakenOutOfContent()
    {
        const QByteArray mark = "\"cache_control\":{\"type\":\"ephemeral\"}";
        QCOMPARE(
            bodyOf("{\"messages\":[{\"content\":[{" + mark
                       + ",\"text\":\"a\",\"type\":\"text\"}],\"role\":\"user\"}],\"system\":[{"
                       + mark + ",\"text\":\"s\"}],\"tools\":[{" + mark + ",\"name\":\"n\"}]}",
                   u"anthropic"_s),
            QByteArray("{\"messages\":[{\"content\":[{\"text\":\"a\",\"type\":\"text\"}],\"role\":"
                       "\"user\"}],"
                       "\"system\":[{\"text\":\"s\"}],\"tools\":[{\"name\":\"n\"}]}"));
    }

    void filesBecomeTheirHash_data()
    {
        QTest::addColumn<DialectId>("dialect");
        for (const DialectId dialect : {DialectId::OpenAiChat, DialectId::OpenAiResponses,
                                        DialectId::Anthropic, DialectId::Gemini, DialectId::Ollama})
            QTest::newRow(qPrintable(dialectName(dialect))) << dialect;
    }
    void filesBecomeTheirHash()
    {
        QFETCH(const DialectId, dialect);
        ChatRequest request = richRequest(dialect);
        const auto shape = [&] {
            const CallIdentity identity = identityOf(dialect, request);
            return RequestShape::of(*parseJson(identity.body), identity.dialect);
        };
        const RequestShape before = shape();
        QVERIFY(before.hasFiles);
        QVERIFY(before.hasTools);
        QVERIFY(!before.hasRemoteInput);
        QCOMPARE(before.temperature, std::optional(0.7));
        QCOMPARE(before.hasSeed, dialect == DialectId::OpenAiChat);
        QVERIFY(!dumpJson(before.body).contains(QByteArray(500, 'x').toBase64()));
        std::get<ImagePart>(request.messages[0].parts[1]).data[250] = 'y';
        const RequestShape after = shape();
        QVERIFY(after.body != before.body);
    }

    void idsOfToolCallsAreNumbered()
    {
        const auto body = [](const QByteArray &first, const QByteArray &second) {
            return "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"" + first
                + "\",\"type\":\"function\"},{\"id\":\"" + second
                + "\",\"type\":\"function\"}]},{\"content\":\"r\",\"role\":\"tool\",\"tool_call_"
                  "id\":\""
                + second + "\"},{\"content\":\"s\",\"role\":\"tool\",\"tool_call_id\":\"" + first
                + "\"}]}";
        };
        QCOMPARE(bodyOf(body("xyz", "abc")), body("call_1", "call_2"));
        QCOMPARE(bodyOf(body("abc", "xyz")), bodyOf(body("xyz", "abc")));
        // Which call an answer belongs to still counts.
        QVERIFY(bodyOf(body("abc", "abc")) != bodyOf(body("xyz", "abc")));
    }

    void idsOfToolCallsAreNumberedInEveryDialect_data() { filesBecomeTheirHash_data(); }
    void idsOfToolCallsAreNumberedInEveryDialect()
    {
        QFETCH(const DialectId, dialect);
        ChatRequest request = richRequest(dialect);
        const QByteArray body = identityOf(dialect, request).body;
        std::get<ToolCall>(request.messages[1].parts[1]).id = u"other"_s;
        std::get<ToolResultPart>(request.messages[2].parts[0]).callId = u"other"_s;
        const QByteArray renamed = identityOf(dialect, request).body;
        QCOMPARE(bodyOf(renamed, dialectName(dialect)), bodyOf(body, dialectName(dialect)));
        std::get<ToolResultPart>(request.messages[2].parts[0]).text = u"A dog"_s;
        QVERIFY(bodyOf(identityOf(dialect, request).body, dialectName(dialect))
                != bodyOf(body, dialectName(dialect)));
    }

    void whatTheProviderFetchesItselfIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("chat") << QByteArray(
            "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x/y.png\"}}");
        QTest::newRow("responses")
            << QByteArray("{\"type\":\"input_image\",\"image_url\":\"https://x/y.png\"}");
        QTest::newRow("anthropic") << QByteArray(
            "{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"http://x/y.png\"}}");
        QTest::newRow("gemini") << QByteArray("{\"fileData\":{\"fileUri\":\"gs://x/y.png\"}}");
    }
    void whatTheProviderFetchesItselfIsNoticed()
    {
        QFETCH(const QByteArray, part);
        QVERIFY(shapeOf("{\"messages\":[{\"content\":[" + part + "]}]}").hasRemoteInput);
    }

    void schemasAreNoticedInEveryDialect_data() { filesBecomeTheirHash_data(); }
    void schemasAreNoticedInEveryDialect()
    {
        QFETCH(const DialectId, dialect);
        ChatRequest request = richRequest(dialect);
        const auto hasSchema = [&] {
            return shapeOf(identityOf(dialect, request).body, dialectName(dialect)).hasSchema;
        };
        QVERIFY(!hasSchema());
        request.format.kind = ResponseFormat::Kind::JsonSchema;
        request.format.schema = {{"type", "object"}};
        QVERIFY(hasSchema());
    }

    void partsAreCutWhereTheyDifferForDifferentReasons()
    {
        const RequestParts parts =
            RequestParts::of(*parseJson("{\"model\":\"m\",\"messages\":[{\"role\":\"system\","
                                        "\"content\":\"s\"},{\"role\":\"user\",\"content\":\"u\"},"
                                        "{\"role\":\"system\",\"content\":\"t\"}],\"tools\":[1],"
                                        "\"tool_choice\":\"none\",\"temperature\":1}"));
        QCOMPARE(dumpJson(parts.system), QByteArray("[{\"content\":\"s\",\"role\":\"system\"}]"));
        QCOMPARE(dumpJson(parts.tools), QByteArray("{\"tool_choice\":\"none\",\"tools\":[1]}"));
        QCOMPARE(
            dumpJson(parts.messages),
            QByteArray(
                "[{\"content\":\"u\",\"role\":\"user\"},{\"content\":\"t\",\"role\":\"system\"}]"));
        QCOMPARE(dumpJson(parts.parameters), QByteArray("{\"temperature\":1}"));
    }

    void partsAreFoundInEveryDialect_data() { filesBecomeTheirHash_data(); }
    void partsAreFoundInEveryDialect()
    {
        QFETCH(const DialectId, dialect);
        const RequestParts parts =
            RequestParts::of(*parseJson(identityOf(dialect, richRequest(dialect)).body));
        QVERIFY(dumpJson(parts.system).contains("Be brief."));
        QVERIFY(dumpJson(parts.tools).contains("Looks at a place"));
        QVERIFY(dumpJson(parts.messages).contains("Are you sure?"));
        QVERIFY(!dumpJson(parts.messages).contains("Be brief."));
        QVERIFY(dumpJson(parts.parameters).contains("top_k"));
        QVERIFY(parts.messages.size() >= 3);
    }

    void whatIsNoObjectIsKeptAsItIs()
    {
        QCOMPARE(shapeOf("[1]").body, Json::array({1}));
        QCOMPARE(bodyOf("{\"messages\":\"x\",\"system\":3,\"tools\":null}"),
                 QByteArray("{\"messages\":\"x\",\"system\":3,\"tools\":null}"));
        QCOMPARE(
            bodyOf("{\"messages\":[3,{\"content\":[4],\"tool_calls\":[5],\"images\":[6]}]}"),
            QByteArray("{\"messages\":[3,{\"content\":[4],\"images\":[6],\"tool_calls\":[5]}]}"));
        QCOMPARE(RequestParts::of(Json("x")).messages, Json::array({"x"}));
    }
};

KAGURA_TEST(TestRequestShape)
#include "tst_requestshape.moc"
