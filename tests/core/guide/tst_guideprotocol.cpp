// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "core/guide/guideprotocol.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestGuideProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTextAndTextParts();
    void badRequestsAreNamed_data();
    void badRequestsAreNamed();
    void wordsAddUpToTheText_data();
    void wordsAddUpToTheText();
    void theStreamHasRoleTextFinishUsageAndDone();
    void usageIsLeftOutWhereNobodyAskedForIt();
    void theWholeAnswerHasTheSameText();
    void theFormThatIsAskedForIsRead();
    void errorsHaveOpenAiShape();
};

namespace {

Json payload(const QByteArray &event)
{
    return parseJson(event.mid(6).trimmed()).value();
}

} // namespace

void TestGuideProtocol::readsTextAndTextParts()
{
    const auto parsed = parseGuideRequest(R"({"model":"guide","stream":true,
        "stream_options":{"include_usage":true},"messages":[
        {"role":"system","content":"Be short."},
        {"role":"user","content":"one"},
        {"role":"assistant","content":"two three"},
        {"role":"user","content":[{"type":"text","text":"four"},{"type":"image_url","image_url":{}}]}]})");
    QVERIFY(std::holds_alternative<GuideRequest>(parsed));
    const GuideRequest expected{{{true, QStringLiteral("one")},
                                 {false, QStringLiteral("two three")},
                                 {true, QStringLiteral("four")}},
                                6,
                                true,
                                true};
    QCOMPARE(std::get<GuideRequest>(parsed), expected);
}

void TestGuideProtocol::badRequestsAreNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("no JSON") << QByteArray("hello") << 400 << "invalid_json";
    QTest::newRow("empty") << QByteArray() << 400 << "invalid_json";
    QTest::newRow("no object") << QByteArray("[]") << 400 << "invalid_json";
    QTest::newRow("another model")
        << QByteArray(R"({"model":"gpt","messages":[{}]})") << 404 << "model_not_found";
    QTest::newRow("no messages") << QByteArray(R"({"model":"guide"})") << 400 << "invalid_messages";
    QTest::newRow("messages are text")
        << QByteArray(R"({"model":"guide","messages":"hi"})") << 400 << "invalid_messages";
    QTest::newRow("too deep") << QByteArray(100000, '[') << 400 << "invalid_json";
}

void TestGuideProtocol::badRequestsAreNamed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const auto parsed = parseGuideRequest(body);
    QVERIFY(std::holds_alternative<GuideError>(parsed));
    QCOMPARE(std::get<GuideError>(parsed).status, status);
    QCOMPARE(std::get<GuideError>(parsed).code, code);
}

void TestGuideProtocol::wordsAddUpToTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("one") << "one" << 1;
    QTest::newRow("white space of all kinds") << "a  b\n\n- c\td\n" << 5;
    QTest::newRow("leading white space") << "  a b" << 3;
    QTest::newRow("beyond the basic plane") << QString::fromUtf8("\xf0\x9f\x98\x80 x") << 2;
}

void TestGuideProtocol::wordsAddUpToTheText()
{
    QFETCH(const QString, text);
    QFETCH(const int, count);
    QCOMPARE(wordsOf(text).join(QString()), text);
    QCOMPARE(wordsOf(text).size(), count);
}

void TestGuideProtocol::theStreamHasRoleTextFinishUsageAndDone()
{
    const QString answer = QStringLiteral("one two\nthree");
    const QList<QByteArray> events = streamEvents({{}, 7, true, true}, answer, 1);
    QCOMPARE(events.size(), 1 + 3 + 1 + 1 + 1);
    QCOMPARE(events.last(), QByteArray("data: [DONE]\n\n"));
    QString text;
    for (const QByteArray &event : events) {
        QVERIFY(event.startsWith("data: ") && event.endsWith("\n\n"));
        QCOMPARE(event.count('\n'), 2);
    }
    for (qsizetype i = 0; i < 4; ++i)
        text += jsonString(payload(events.at(i)).at("choices").at(0).at("delta"), "content");
    QCOMPARE(text, answer);
    QCOMPARE(jsonString(payload(events.at(0)).at("choices").at(0).at("delta"), "role"),
             QStringLiteral("assistant"));
    QCOMPARE(jsonString(payload(events.at(4)).at("choices").at(0), "finish_reason"),
             QStringLiteral("stop"));
    const Json usage = payload(events.at(5)).at("usage");
    QCOMPARE(jsonInteger(usage, "prompt_tokens"), std::optional<qint64>(7));
    QCOMPARE(jsonInteger(usage, "completion_tokens"), std::optional<qint64>(3));
    QCOMPARE(jsonInteger(usage, "total_tokens"), std::optional<qint64>(10));
    QVERIFY(payload(events.at(5)).at("choices").empty());
}

void TestGuideProtocol::usageIsLeftOutWhereNobodyAskedForIt()
{
    for (const QByteArray &event : streamEvents({{}, 7, true, false}, QStringLiteral("a"), 1))
        QVERIFY(!event.contains("usage"));
}

void TestGuideProtocol::theFormThatIsAskedForIsRead()
{
    const auto formOf = [](const char *format) {
        const QByteArray body = QByteArray(R"({"model":"guide","messages":[{"role":"user",)"
                                           R"("content":"hi"}],"response_format":)")
            + format + '}';
        return std::get<GuideRequest>(parseGuideRequest(body)).form;
    };
    QVERIFY(formOf(R"({"type":"text"})").is_null());
    QCOMPARE(formOf(R"({"type":"json_schema","json_schema":{"schema":{"type":"null"}}})"),
             (Json{{"type", "null"}}));
    QVERIFY(formOf(R"({"type":"json_object"})").contains("properties"));
}

void TestGuideProtocol::theWholeAnswerHasTheSameText()
{
    const QString answer = QString::fromUtf8("\xe2\x80\x9cyes\xe2\x80\x9d\n");
    const Json body = parseJson(completionBody({{}, 2, false, false}, answer, 3)).value();
    QCOMPARE(jsonString(body, "object"), QStringLiteral("chat.completion"));
    const Json &choice = body.at("choices").at(0);
    QCOMPARE(jsonString(choice.at("message"), "content"), answer);
    QCOMPARE(jsonString(choice, "finish_reason"), QStringLiteral("stop"));
    QCOMPARE(jsonInteger(body.at("usage"), "completion_tokens"), std::optional<qint64>(1));
}

void TestGuideProtocol::errorsHaveOpenAiShape()
{
    const Json error =
        parseJson(errorBody({401, QStringLiteral("no"), QStringLiteral("invalid_api_key")}))
            .value()
            .at("error");
    QCOMPARE(jsonString(error, "message"), QStringLiteral("no"));
    QCOMPARE(jsonString(error, "type"), QStringLiteral("authentication_error"));
    QCOMPARE(jsonString(error, "code"), QStringLiteral("invalid_api_key"));
    QVERIFY(error.at("param").is_null());
}

KAGURA_TEST(TestGuideProtocol)
#include "tst_guideprotocol.moc"
