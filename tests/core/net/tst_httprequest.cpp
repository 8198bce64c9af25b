// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httprequest.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace {

using namespace kagura;
using namespace Qt::StringLiterals;

class TestHttpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOriginIsSchemeHostAndPort_data();
    void anOriginIsSchemeHostAndPort();
    void loopbackIsKnown_data();
    void loopbackIsKnown();
    void aHeaderIsFoundWhateverItsCase();
};

void TestHttpRequest::anOriginIsSchemeHostAndPort_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("origin");
    QTest::newRow("default ports") << u"https://API.example/v1"_s << u"https://api.example:443"_s;
    QTest::newRow("http") << u"http://api.example"_s << u"http://api.example:80"_s;
    QTest::newRow("port") << u"http://api.example:8080/x?key=1"_s << u"http://api.example:8080"_s;
    QTest::newRow("user") << u"http://me:pw@api.example/"_s << u"http://api.example:80"_s;
    QTest::newRow("IPv6") << u"http://[::1]:11434/api"_s << u"http://[::1]:11434"_s;
    QTest::newRow("other alphabet")
        << u"https://b\u00fccher.example/"_s << u"https://xn--bcher-kva.example:443"_s;
}

void TestHttpRequest::anOriginIsSchemeHostAndPort()
{
    QFETCH(QString, url);
    QTEST(originOf(QUrl(url)), "origin");
}

void TestHttpRequest::loopbackIsKnown_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isLocal");
    QTest::newRow("name") << u"http://LOCALHOST:1"_s << true;
    QTest::newRow("name below it") << u"http://ollama.localhost"_s << true;
    QTest::newRow("127.0.0.1") << u"http://127.0.0.1"_s << true;
    QTest::newRow("127.9.9.9") << u"http://127.9.9.9"_s << true;
    QTest::newRow("::1") << u"http://[::1]"_s << true;
    QTest::newRow("look-alike name") << u"http://localhost.evil.example"_s << false;
    QTest::newRow("look-alike address") << u"http://127.0.0.1.evil.example"_s << false;
    QTest::newRow("private network") << u"http://192.168.0.7"_s << false;
}

void TestHttpRequest::loopbackIsKnown()
{
    QFETCH(QString, url);
    QTEST(isLoopback(QUrl(url)), "isLocal");
}

void TestHttpRequest::aHeaderIsFoundWhateverItsCase()
{
    const QList<HttpHeader> headers = {{"Retry-After", "3"}, {"retry-after", "4"}};
    QCOMPARE(headerValue(headers, "RETRY-AFTER"), QByteArray("3"));
    QVERIFY(headerValue(headers, "Retry").isNull());
}

} // namespace

KAGURA_TEST(TestHttpRequest)

#include "tst_httprequest.moc"
