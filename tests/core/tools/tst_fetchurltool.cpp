// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/qttransport.h"
#include "core/tools/fetchurltool.h"
#include "tests/support/faketransport.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QHash>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

//! Knows what it was told, and may say something else the next time.
class FixedResolver final : public HostResolver
{
public:
    void resolve(const QString &host,
                 QObject *context,
                 std::function<void(const QList<QHostAddress> &)> done) override
    {
        m_asked.append(host);
        QList<QHostAddress> addresses;
        for (const QString &text : m_known.value(host))
            addresses.append(QHostAddress(text));
        QMetaObject::invokeMethod(
            context, [addresses, done = std::move(done)] { done(addresses); },
            Qt::QueuedConnection);
    }

    QHash<QString, QStringList> m_known;
    QStringList m_asked;
};

} // namespace

class TestFetchUrlTool : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<ToolReply> run(Tool &tool,
                                          const QString &url,
                                          const QStringList &hosts = {})
    {
        return tool.run({{{"url", toJson(url)}}, {{}, hosts}, {}});
    }

private Q_SLOTS:
    void aPublicPageIsFetchedFromTheAddressThatWasJudged()
    {
        FakeTransport transport;
        FixedResolver resolver;
        resolver.m_known = {{u"example.org"_s, {u"93.184.216.34"_s, u"2606:2800::1"_s}}};
        FetchUrlTool tool(transport, resolver);
        const auto reply = run(tool, u"https://example.org:8443/a?b=c#d"_s);
        QTRY_COMPARE(transport.count(), std::size_t(1));
        const HttpRequest &sent = transport.last().request();
        QCOMPARE(sent.method, "GET");
        QCOMPARE(sent.url, QUrl(u"https://93.184.216.34:8443/a?b=c"_s));
        QCOMPARE(headerValue(sent.headers, "host"), "example.org:8443");
        QCOMPARE(sent.network.peerName, u"example.org"_s);
        QVERIFY(!sent.followsRedirects);
        QVERIFY(sent.credentials.isEmpty());
        transport.last().answer(200, "<p>Hello</p>",
                                {{"Content-Type", "text/html; charset=utf-8"}});
        QTRY_VERIFY(reply->isFinished());
        QVERIFY2(!reply->failure(), qPrintable(reply->failure().value_or(Error()).message));
        QCOMPARE(reply->output(),
                 (Json{{"url", "https://example.org:8443/a?b=c"},
                       {"status", 200},
                       {"content_type", "text/html"},
                       {"text", "Hello"},
                       {"truncated", false}}));
    }

    void whatIsNotPublicIsNeverAsked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *url, const char *says) {
            QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(says);
        };
        row("file:///etc/passwd", "only whole addresses");
        row("ftp://example.org/", "only whole addresses");
        row("example.org", "only whole addresses");
        row("javascript:alert(1)", "only whole addresses");
        row("http://", "only whole addresses");
        row("http://user:secret@example.org/", "name and password");
        row("http://127.0.0.1/", "no server of the public internet");
        row("http://127.1/", "no server of the public internet");
        row("http://2130706433/", "no server of the public internet");
        row("http://0x7f000001/", "no server of the public internet");
        row("http://0177.0.0.1/", "no server of the public internet");
        row("http://[::1]/", "no server of the public internet");
        row("http://[::ffff:127.0.0.1]/", "no server of the public internet");
        row("http://169.254.169.254/latest/meta-data/", "no server of the public internet");
        row("http://10.0.0.1:8080/", "no server of the public internet");
        row("http://localhost/", "no server of the public internet");
        row("http://LOCALHOST./", "no server of the public internet");
        row("http://intranet.example/", "no server of the public internet");
        row("http://half.example/", "no server of the public internet");
        row("http://nobody.example/", "nobody knows");
    }
    void whatIsNotPublicIsNeverAsked()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, says);
        FakeTransport transport;
        FixedResolver resolver;
        // As the system would say it, for what Qt leaves to it.
        resolver.m_known = {{u"localhost"_s, {u"127.0.0.1"_s, u"::1"_s}},
                            {u"localhost."_s, {u"127.0.0.1"_s}},
                            {u"127.1"_s, {u"127.0.0.1"_s}},
                            {u"2130706433"_s, {u"127.0.0.1"_s}},
                            {u"0x7f000001"_s, {u"127.0.0.1"_s}},
                            {u"0177.0.0.1"_s, {u"127.0.0.1"_s}},
                            {u"intranet.example"_s, {u"192.168.3.4"_s}},
                            {u"half.example"_s, {u"93.184.216.34"_s, u"127.0.0.1"_s}}};
        FetchUrlTool tool(transport, resolver);
        const auto reply = run(tool, url);
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->failure());
        QVERIFY2(reply->failure()->message.contains(says), qPrintable(reply->failure()->message));
        QVERIFY(!reply->failure()->message.contains(u"secret"_s));
        QCOMPARE(transport.count(), std::size_t(0));
    }

    void aRedirectIsJudgedLikeTheFirstAddress_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("to this machine") << QByteArray("http://127.0.0.1:11434/api/tags");
        QTest::newRow("to a name of this machine") << QByteArray("//intranet.example/");
        QTest::newRow("to a file") << QByteArray("file:///etc/passwd");
        QTest::newRow("with a password") << QByteArray("http://a:b@example.org/");
        QTest::newRow("to nowhere") << QByteArray("http://");
    }
    void aRedirectIsJudgedLikeTheFirstAddress()
    {
        QFETCH(const QByteArray, location);
        FakeTransport transport;
        FixedResolver resolver;
        resolver.m_known = {{u"example.org"_s, {u"93.184.216.34"_s}},
                            {u"intranet.example"_s, {u"10.1.2.3"_s}}};
        FetchUrlTool tool(transport, resolver);
        const auto reply = run(tool, u"http://example.org/"_s);
        QTRY_COMPARE(transport.count(), std::size_t(1));
        transport.last().answer(302, "", {{"Location", location}});
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->failure());
        QCOMPARE(reply->failure()->kind, Error::Kind::BadRequest);
        QCOMPARE(transport.count(), std::size_t(1));
    }

    void aNameThatMeansAnotherServerTheNextTimeIsJudgedAgain()
    {
        FakeTransport transport;
        FixedResolver resolver;
        resolver.m_known = {{u"example.org"_s, {u"93.184.216.34"_s}}};
        FetchUrlTool tool(transport, resolver);
        const auto reply = run(tool, u"http://example.org/"_s);
        QTRY_COMPARE(transport.count(), std::size_t(1));
        resolver.m_known = {{u"example.org"_s, {u"127.0.0.1"_s}}};
        transport.last().answer(307, "", {{"Location", "/next"}});
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->failure());
        QCOMPARE(transport.count(), std::size_t(1));
        QCOMPARE(resolver.m_asked, (QStringList{u"example.org"_s, u"example.org"_s}));
    }

    void redirectsEndAfterFive()
    {
        FakeTransport transport;
        FixedResolver resolver;
        resolver.m_known = {{u"example.org"_s, {u"93.184.216.34"_s}}};
        FetchUrlTool tool(transport, resolver);
        const auto reply = run(tool, u"http://example.org/"_s);
        for (std::size_t i = 1; i <= 6; ++i) {
            QTRY_COMPARE(transport.count(), i);
            transport.last().answer(301, "", {{"Location", "/again"}});
        }
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->failure()->message.contains(u"for ever"_s));
    }

    void encryptionIsNotGivenUpOnTheWay()
    {
        FakeTransport transport;
        FixedResolver resolver;
        resolver.m_known = {{u"example.org"_s, {u"93.184.216.34"_s}}};
        FetchUrlTool tool(transport, resolver);
        const auto reply = run(tool, u"https://example.org/"_s);
        QTRY_COMPARE(transport.count(), std::size_t(1));
        transport.last().answer(301, "", {{"Location", "http://example.org/"}});
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->failure()->message.contains(u"without encryption"_s));
    }

    // Over the real transport and a real server, which has to be granted as it is on this machine.
    void aGrantedServerIsAskedByItsName()
    {
        ScriptedServer server;
        server.answerPath("/", Script::redirect(302, "/page"));
        server.answerPath("/page",
                          Script::whole(200, "plain text", "Content-Type: text/plain\r\n"));
        QtTransport transport;
        FixedResolver resolver;
        resolver.m_known = {{u"wiki.lan"_s, {u"127.0.0.1"_s}}};
        FetchUrlTool tool(transport, resolver);
        const QString place = u"wiki.lan:%1"_s.arg(server.port());
        const auto reply =
            run(tool, u"http://%1/"_s.arg(place), {u"WIKI.lan:%1"_s.arg(server.port())});
        QTRY_VERIFY(reply->isFinished());
        QVERIFY2(!reply->failure(), qPrintable(reply->failure().value_or(Error()).message));
        QCOMPARE(reply->output()["text"], Json("plain text"));
        QCOMPARE(server.requestCount(), 2);
        QCOMPARE(server.lastRequest().header("host"), place.toLatin1());

        // And another port of it is another server.
        const auto other = run(tool, u"http://wiki.lan:1/"_s, {place});
        QTRY_VERIFY(other->isFinished());
        QVERIFY(other->failure()->message.contains(u"no server of the public internet"_s));
    }

    void anErrorPageIsAnAnswerAndABinaryFileIsNot()
    {
        ScriptedServer server;
        server.answerPath("/gone", Script::whole(404, "not here", "Content-Type: text/plain\r\n"));
        server.answerPath("/picture",
                          Script::whole(200, QByteArray(100, '\0'), "Content-Type: image/png\r\n"));
        server.answerPath("/large", Script::whole(200, QByteArray(6 * 1024 * 1024, 'a')));
        QtTransport transport;
        FixedResolver resolver;
        FetchUrlTool tool(transport, resolver);
        const QStringList hosts = {u"127.0.0.1"_s};
        const auto gone = run(tool, server.url("/gone").toString(), hosts);
        QTRY_VERIFY(gone->isFinished());
        QCOMPARE(gone->output()["status"], Json(404));
        QCOMPARE(gone->output()["text"], Json("not here"));
        const auto picture = run(tool, server.url("/picture").toString(), hosts);
        QTRY_VERIFY(picture->isFinished());
        QCOMPARE(picture->failure()->message, u"the page is no text but image/png"_s);
        const auto large = run(tool, server.url("/large").toString(), hosts);
        QTRY_VERIFY(large->isFinished());
        QCOMPARE(large->failure()->kind, Error::Kind::Protocol);
    }

    void aCancelledFetchClosesItsConnection()
    {
        ScriptedServer server;
        server.answer(Script().head(200, "Content-Length: 100\r\n").hold());
        QtTransport transport;
        FixedResolver resolver;
        FetchUrlTool tool(transport, resolver);
        const auto reply = run(tool, server.url().toString(), {u"127.0.0.1"_s});
        QSignalSpy finished(reply.get(), &Handle::finished);
        QTRY_COMPARE(server.liveCount(), 1);
        reply->cancel();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(reply->failure()->kind, Error::Kind::Cancelled);
        QTRY_COMPARE(server.liveCount(), 0);
    }
};

KAGURA_TEST(TestFetchUrlTool)
#include "tst_fetchurltool.moc"
