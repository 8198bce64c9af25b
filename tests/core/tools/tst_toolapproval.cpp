// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/toolapproval.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

ToolSpec spec()
{
    return {u"send"_s, u"Sends a letter."_s,
            Json{{"type", "object"},
                 {"required", Json::array({"to"})},
                 {"properties", {{"to", {{"type", "string"}}}, {"text", {{"type", "string"}}}}},
                 {"additionalProperties", false}}};
}

ToolRequest request(const QByteArray &arguments = R"({"to":"Ada","text":"Hello"})",
                    const ToolSpec &tool = spec(),
                    const QString &ref = u"mcp:post/send"_s)
{
    return ToolRequest::read(ref, tool, arguments).value();
}

} // namespace

class TestToolApproval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aYesToACallCoversThatCallAlone()
    {
        const ToolApproval yes(request(), ToolApproval::Scope::Call);
        QVERIFY(yes.covers(request()));
        // Written in another order it is the same call.
        QVERIFY(yes.covers(request(R"({ "text":"Hello", "to":"Ada" })")));
        QVERIFY(!yes.covers(request(R"({"to":"Eve","text":"Hello"})")));
        QVERIFY(!yes.covers(request(R"({"to":"Ada"})")));
    }

    void aYesToAToolCoversItsCallsUntilItChanges()
    {
        const ToolApproval yes(request(), ToolApproval::Scope::Tool);
        QVERIFY(yes.covers(request(R"({"to":"Eve"})")));
        QVERIFY(!yes.covers(request(R"({"to":"Eve"})", spec(), u"mcp:other/send"_s)));
    }

    void aChangedSchemaOrDescriptionAsksAnew_data()
    {
        QTest::addColumn<bool>("isOfTheCall");
        QTest::newRow("a call") << true;
        QTest::newRow("a tool") << false;
    }
    void aChangedSchemaOrDescriptionAsksAnew()
    {
        QFETCH(const bool, isOfTheCall);
        const ToolApproval yes(request(),
                               isOfTheCall ? ToolApproval::Scope::Call : ToolApproval::Scope::Tool);
        ToolSpec changed = spec();
        changed.description = u"Sends a letter, and a copy to us."_s;
        QVERIFY(!yes.covers(request(R"({"to":"Ada","text":"Hello"})", changed)));
        changed = spec();
        changed.parameters["properties"]["copy"] = {{"type", "string"}};
        QVERIFY(!yes.covers(request(R"({"to":"Ada","text":"Hello"})", changed)));
    }

    void theJournalKeepsItAndNothingElseIsOne()
    {
        for (const ToolApproval::Scope scope :
             {ToolApproval::Scope::Call, ToolApproval::Scope::Tool}) {
            const ToolApproval yes(request(), scope);
            const std::optional<ToolApproval> read = ToolApproval::fromText(yes.toText());
            QVERIFY(read);
            QCOMPARE(*read, yes);
            QCOMPARE(read->scope(), scope);
        }
        const QString digest = QString::fromLatin1(request().callDigest());
        for (const QString &text : {QString(), u"approved"_s, u"call:"_s, digest,
                                    u"all:"_s + digest, u"call:"_s + digest.chopped(1),
                                    u"call:"_s + digest.toUpper(), u"call:"_s + digest + u":x"_s})
            QVERIFY2(!ToolApproval::fromText(text), qPrintable(text));
    }

    void argumentsThatDoNotFitAreNeitherAskedNorRun_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("approved") << u"no JSON"_s;
        QTest::newRow("nothing") << QByteArray() << u"no JSON"_s;
        QTest::newRow("half") << QByteArray(R"({"to":"Ada")") << u"no JSON"_s;
        QTest::newRow("a name twice") << QByteArray(R"({"to":"Ada","to":"Eve"})") << u"no JSON"_s;
        QTest::newRow("another type") << QByteArray(R"({"to":1})") << u"/to: this must be a text"_s;
        QTest::newRow("what is missing") << QByteArray("{}") << u"`to` is missing"_s;
        QTest::newRow("what is not known")
            << QByteArray(R"({"to":"Ada","approved":true})") << u"not known here"_s;
        QTest::newRow("too deep") << QByteArray(100, '[') + QByteArray(100, ']') << u"no JSON"_s;
    }
    void argumentsThatDoNotFitAreNeitherAskedNorRun()
    {
        QFETCH(const QByteArray, arguments);
        QFETCH(const QString, says);
        const Result<ToolRequest> read = ToolRequest::read(u"mcp:post/send"_s, spec(), arguments);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadRequest);
        QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    }

    void aPersonSeesAllAndNothingHides()
    {
        const QByteArray hostile = "{\"to\":\"Ada\\u001b[2K\\u202egnp.exe\\u200b\",\"text\":\""
            + QByteArray(5000, 'x') + "\\udb40\\udc41 \xE8\x8A\xB1\"}";
        const QString shown = request(hostile).shownArguments();
        for (const QChar c : shown)
            QVERIFY(c == u'\n' || c.isPrint());
        QVERIFY(shown.contains(u"\\u001b[2K\\u202egnp.exe\\u200b"_s));
        QVERIFY(shown.contains(u"\\U000e0041"_s));
        QVERIFY(shown.contains(u'\u82b1'));
        QVERIFY(shown.contains(QString(5000, u'x')));
    }
};

KAGURA_TEST(TestToolApproval)
#include "tst_toolapproval.moc"
