// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/requestkey.h"
#include "tests/core/cache/samplerequests.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QTest>

#include <functional>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

using Change = std::function<void(CallIdentity &, CacheSpace &)>;
Q_DECLARE_METATYPE(Change)

namespace {

CallIdentity plainIdentity()
{
    CallIdentity identity;
    identity.dialect = u"openai-chat"_s;
    identity.origin = u"https://api.example.com:443/v1"_s;
    identity.scope = u"aa"_s;
    identity.model = u"m"_s;
    identity.body = R"({"messages":[{"content":"Hi","role":"user"}],"model":"m","temperature":1})";
    identity.headers = {{"anthropic-beta", "x, y"}, {"api-version", "1"}};
    return identity;
}

CacheKey keyOf(const CallIdentity &identity, const CacheSpace &space = {})
{
    const Result<RequestKey> key = RequestKey::of(identity, space);
    return key ? key->key : CacheKey();
}

CacheKey keyOfBody(const QByteArray &body)
{
    CallIdentity identity = plainIdentity();
    identity.body = body;
    return keyOf(identity);
}

} // namespace

class TestRequestKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyIsTheHashOfItsSpecification()
    {
        CallIdentity identity;
        identity.dialect = u"openai-chat"_s;
        identity.origin = u"https://a:443/v1"_s;
        identity.model = u"m"_s;
        identity.body = R"({"stream":true,"temperature":1.0,"model":"m"})";
        const QByteArray json =
            R"({"api":"openai-chat","body":{"model":"m","temperature":1},"epoch":0,"hdr":{},)"
            R"("model":"m","n":0,"ns":"default","origin":"https://a:443/v1","salt":"","scope":"",)"
            R"("v":1})";
        QCOMPARE(keyOf(identity),
                 Digest::of({QByteArray("kagura-cache/v1"), QByteArray(1, '\0'), json}));
    }

    void twoProcessesMakeTheSameKey_data()
    {
        QTest::addColumn<DialectId>("dialect");
        for (const DialectId dialect : {DialectId::OpenAiChat, DialectId::OpenAiResponses,
                                        DialectId::Anthropic, DialectId::Gemini, DialectId::Ollama})
            QTest::newRow(qPrintable(dialectName(dialect))) << dialect;
    }
    void twoProcessesMakeTheSameKey()
    {
        QFETCH(const DialectId, dialect);
        QProcess child;
        child.start(QStringLiteral(KAGURA_CACHE_CHILD), {u"key"_s, dialectName(dialect)});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitCode(), 0);
        const CallIdentity identity = identityOf(dialect, richRequest(dialect));
        QVERIFY(!identity.body.isEmpty());
        QCOMPARE(QString::fromLatin1(child.readAllStandardOutput().trimmed()),
                 keyOf(identity).toHex());
    }

    void whatMayChangeTheAnswerChangesTheKey_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) {
            QTest::newRow(name) << change;
        };
        row("an unknown field of the body", [](CallIdentity &identity, CacheSpace &) {
            identity.body.replace("\"temperature\":1", "\"temperature\":1,\"future\":0");
        });
        row("another value", [](CallIdentity &identity, CacheSpace &) {
            identity.body.replace("\"temperature\":1", "\"temperature\":1.1");
        });
        row("a space in the text",
            [](CallIdentity &identity, CacheSpace &) { identity.body.replace("Hi", "Hi "); });
        row("dialect", [](CallIdentity &identity, CacheSpace &) { identity.dialect = u"x"_s; });
        row("origin", [](CallIdentity &identity, CacheSpace &) { identity.origin += u'2'; });
        row("account", [](CallIdentity &identity, CacheSpace &) { identity.scope = u"bb"_s; });
        row("model", [](CallIdentity &identity, CacheSpace &) { identity.model = u"M"_s; });
        row("sample", [](CallIdentity &identity, CacheSpace &) { identity.sampleIndex = 1; });
        row("a header's value",
            [](CallIdentity &identity, CacheSpace &) { identity.headers[1].value = "2"; });
        row("one header less",
            [](CallIdentity &identity, CacheSpace &) { identity.headers.removeLast(); });
        row("space", [](CallIdentity &, CacheSpace &space) { space.name = u"other"_s; });
        row("epoch", [](CallIdentity &, CacheSpace &space) { space.epoch = 1; });
        row("salt", [](CallIdentity &, CacheSpace &space) { space.salt = u"s"_s; });
    }
    void whatMayChangeTheAnswerChangesTheKey()
    {
        QFETCH(const Change, change);
        CallIdentity identity = plainIdentity();
        CacheSpace space;
        const CacheKey before = keyOf(identity, space);
        change(identity, space);
        QVERIFY(keyOf(identity, space) != before);
        QVERIFY(keyOf(identity, space) != CacheKey());
    }

    void whatDoesNotChangeTheAnswerDoesNotChangeTheKey_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) {
            QTest::newRow(name) << change;
        };
        row("streaming", [](CallIdentity &identity, CacheSpace &) {
            identity.body.replace("\"model\"", "\"stream\":true,\"model\"");
        });
        row("the order of names and the spelling of numbers", [](CallIdentity &identity, CacheSpace &) {
            identity.body =
                R"({"temperature":1.0e0,"model":"m","messages":[{"role":"user","content":"\u0048i"}]})";
        });
        row("the order of betas",
            [](CallIdentity &identity, CacheSpace &) { identity.headers[0].value = "y,x"; });
        row("the order and case of headers", [](CallIdentity &identity, CacheSpace &) {
            identity.headers = {{"API-Version", "1"}, {"Anthropic-Beta", "x,y"}};
        });
    }
    void whatDoesNotChangeTheAnswerDoesNotChangeTheKey()
    {
        QFETCH(const Change, change);
        CallIdentity identity = plainIdentity();
        CacheSpace space;
        const CacheKey before = keyOf(identity, space);
        change(identity, space);
        QCOMPARE(keyOf(identity, space), before);
    }

    void absentNullAndDefaultAreThreeThings()
    {
        const CacheKey absent = keyOfBody(R"({"model":"m"})");
        const CacheKey null = keyOfBody(R"({"model":"m","seed":null})");
        const CacheKey zero = keyOfBody(R"({"model":"m","seed":0})");
        QVERIFY(absent != null);
        QVERIFY(absent != zero);
        QVERIFY(null != zero);
    }

    void theOrderOfMessagesAndToolsCounts()
    {
        QVERIFY(keyOfBody(R"({"messages":["a","b"]})") != keyOfBody(R"({"messages":["b","a"]})"));
        QVERIFY(keyOfBody(R"({"tools":["a","b"]})") != keyOfBody(R"({"tools":["b","a"]})"));
    }

    void aBodyThatIsNoJsonIsTakenAsItIs()
    {
        QVERIFY(keyOfBody("m\nhello") != keyOfBody("m\nhello\n"));
        QVERIFY(keyOfBody("\xff\xfe") != CacheKey());
        // Not to be confused with a JSON text of the same look.
        QVERIFY(keyOfBody("hello") != keyOfBody("\"hello\""));
    }

    void anatomyTellsWhichPartDiffers()
    {
        CallIdentity identity =
            identityOf(DialectId::OpenAiChat, richRequest(DialectId::OpenAiChat));
        const auto anatomy = [&](const ChatRequest &request) {
            identity.body = identityOf(DialectId::OpenAiChat, request).body;
            return KeyAnatomy::of(identity, RequestKey::of(identity)->shape.body);
        };
        const KeyAnatomy before = anatomy(richRequest(DialectId::OpenAiChat));
        QCOMPARE(before.prefixes.size(), 4);
        ChatRequest request = richRequest(DialectId::OpenAiChat);
        request.system += u'!';
        KeyAnatomy after = anatomy(request);
        QVERIFY(after.system != before.system);
        after.system = before.system;
        QCOMPARE(after, before);
        request = richRequest(DialectId::OpenAiChat);
        request.tools.clear();
        after = anatomy(request);
        QVERIFY(after.tools != before.tools);
        after.tools = before.tools;
        QCOMPARE(after, before);
        request = richRequest(DialectId::OpenAiChat);
        request.temperature = 0.8;
        after = anatomy(request);
        QVERIFY(after.parameters != before.parameters);
        after.parameters = before.parameters;
        QCOMPARE(after, before);
    }

    void prefixesTellWhereConversationsPart()
    {
        const CallIdentity identity = plainIdentity();
        const auto anatomy = [&](const char *messages) {
            return KeyAnatomy::of(identity,
                                  *parseJson("{\"messages\":" + QByteArray(messages) + "}"));
        };
        const KeyAnatomy whole = anatomy(R"(["a","b","c"])");
        QCOMPARE(whole.sharedMessages(whole), 3);
        QCOMPARE(whole.sharedMessages(anatomy(R"(["a","b"])")), 2);
        QCOMPARE(whole.sharedMessages(anatomy(R"(["a","x","c"])")), 1);
        QCOMPARE(whole.sharedMessages(anatomy(R"(["b","a","c"])")), 0);
        QCOMPARE(whole.sharedMessages(anatomy("[]")), 0);
    }
};

KAGURA_TEST(TestRequestKey)
#include "tst_requestkey.moc"
