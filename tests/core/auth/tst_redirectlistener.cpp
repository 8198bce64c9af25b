// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/redirectlistener.h"
#include "tests/core/auth/authorizationserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QUrl with(const QUrl &url, const QString &path, const QString &query)
{
    QUrl other = url;
    other.setPath(path, QUrl::StrictMode);
    other.setQuery(query);
    return other;
}

} // namespace

class TestRedirectListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensOnLoopbackWithAPathNobodyGuesses()
    {
        RedirectListener one([](const QUrlQuery &) { return true; });
        RedirectListener other([](const QUrlQuery &) { return true; });
        QVERIFY(one.listen(0) && other.listen(0));
        QCOMPARE(one.redirectUri().host(), u"127.0.0.1"_s);
        QVERIFY(one.redirectUri().port() != other.redirectUri().port());
        QVERIFY(one.redirectUri().path() != other.redirectUri().path());
        QVERIFY(one.redirectUri().path().size() > 30);
    }

    void onlyTheExactPathIsJudged_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<bool>("isStrayed");
        QTest::newRow("longer") << u"/more?code=c&state=s"_s << true;
        QTest::newRow("a slash more") << u"/?state=s"_s << true;
        QTest::newRow("other case and no answer") << u"X"_s << false;
    }
    void onlyTheExactPathIsJudged()
    {
        QFETCH(const QString, suffix);
        QFETCH(const bool, isStrayed);
        bool wasJudged = false;
        RedirectListener listener([&wasJudged](const QUrlQuery &) { return wasJudged = true; });
        QVERIFY(listener.listen(0));
        QSignalSpy strayed(&listener, &RedirectListener::strayed);
        const Browser browser(QUrl(listener.redirectUri().toString() + suffix));
        QTRY_VERIFY(browser.isDone());
        QCOMPARE(browser.status(), 404);
        QCOMPARE(strayed.count(), isStrayed ? 1 : 0);
        QVERIFY(!wasJudged);
    }

    void anIconIsNoAnswer()
    {
        bool wasJudged = false;
        RedirectListener listener([&wasJudged](const QUrlQuery &) { return wasJudged = true; });
        QVERIFY(listener.listen(0));
        QSignalSpy strayed(&listener, &RedirectListener::strayed);
        const Browser icon(with(listener.redirectUri(), u"/favicon.ico"_s, {}));
        QTRY_VERIFY(icon.isDone());
        QCOMPARE(icon.status(), 404);
        const Browser page(
            with(listener.redirectUri(), listener.redirectUri().path(), u"code=c"_s));
        QTRY_VERIFY(page.isDone());
        QCOMPARE(page.status(), 200);
        QVERIFY(wasJudged);
        QCOMPARE(strayed.count(), 0);
    }

    void whatIsNoRequestOfTheBrowserIsRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        QTest::newRow("a form") << QByteArray("POST") << QByteArray() << 405;
        QTest::newRow("a look at the head") << QByteArray("HEAD") << QByteArray() << 405;
        QTest::newRow("another name for this computer")
            << QByteArray("GET") << QByteArray("evil.example") << 421;
        QTest::newRow("localhost") << QByteArray("GET") << QByteArray("localhost") << 421;
        QTest::newRow("two hosts") << QByteArray("GET") << QByteArray("a\r\nHost: b") << 421;
    }
    void whatIsNoRequestOfTheBrowserIsRefused()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, host);
        QFETCH(const int, status);
        bool wasJudged = false;
        RedirectListener listener([&wasJudged](const QUrlQuery &) { return wasJudged = true; });
        QVERIFY(listener.listen(0));
        const Browser browser(
            with(listener.redirectUri(), listener.redirectUri().path(), u"code=c&state=s"_s),
            method, host);
        QTRY_VERIFY(browser.isDone());
        QCOMPARE(browser.status(), status);
        QVERIFY(!wasJudged);
    }

    void bytesThatAreNoHttpDoNoHarm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("noise") << QByteArray("\x16\x03\x01\r\n\r\n") << 400;
        QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
        QTest::newRow("a whole address") << QByteArray("GET http://x/ HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("an endless head") << QByteArray(20000, 'a') << 431;
    }
    void bytesThatAreNoHttpDoNoHarm()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, status);
        RedirectListener listener([](const QUrlQuery &) { return true; });
        QVERIFY(listener.listen(0));
        const auto port = static_cast<quint16>(listener.redirectUri().port());
        const Browser browser(port, bytes);
        QTRY_VERIFY(browser.isDone());
        // What is not read any more may be answered by a reset.
        QVERIFY(browser.status() == status || (status == 431 && browser.status() == 0));
        const Browser next(listener.redirectUri());
        QTRY_VERIFY(next.isDone());
        QCOMPARE(next.status(), 200);
    }

    void thePageKeepsTheAnswerToItself()
    {
        QUrlQuery seen;
        RedirectListener listener([&seen](const QUrlQuery &query) {
            seen = query;
            return false;
        });
        QVERIFY(listener.listen(0));
        QSignalSpy judged(&listener, &RedirectListener::judged);
        const Browser browser(with(listener.redirectUri(), listener.redirectUri().path(),
                                   u"error=access_denied&error_description=not+now%2B"_s));
        QTRY_VERIFY(browser.isDone());
        QCOMPARE(judged.count(), 1);
        QCOMPARE(seen.queryItemValue(u"error_description"_s, QUrl::FullyDecoded), u"not now+"_s);
        QCOMPARE(browser.status(), 400);
        QVERIFY(browser.answer().contains("Referrer-Policy: no-referrer"));
        QVERIFY(browser.answer().contains("Cache-Control: no-store"));
        QVERIFY(!browser.answer().contains("not now"));
    }

    void oneAnswerIsTheLast()
    {
        int count = 0;
        RedirectListener listener([&count](const QUrlQuery &) { return ++count > 0; });
        QVERIFY(listener.listen(0));
        const Browser first(listener.redirectUri());
        QTRY_VERIFY(first.isDone());
        const Browser second(listener.redirectUri());
        QTRY_VERIFY(second.isDone());
        QCOMPARE(second.status(), 0); // nobody listens
        QCOMPARE(count, 1);
    }

    void aTakenPortIsSaid()
    {
        RedirectListener first([](const QUrlQuery &) { return true; });
        QVERIFY(first.listen(0));
        RedirectListener second([](const QUrlQuery &) { return true; });
        const Result<void> listening =
            second.listen(static_cast<quint16>(first.redirectUri().port()));
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, Error::Kind::Network);
        QVERIFY(listening.error().message.contains(QString::number(first.redirectUri().port())));
    }
};

KAGURA_TEST(TestRedirectListener)
#include "tst_redirectlistener.moc"
