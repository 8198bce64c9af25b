// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/htmltext.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestHtmlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageIsReadAsAPersonWould_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("blocks") << u"<h1>One</h1><p>Two  <b>three</b>\n four</p>"_s
                                << u"One\n\nTwo three four"_s;
        QTest::newRow("what is not shown")
            << u"<head><title>x</title></head><script>a<b</script>Text<style>p{}</style><!-- no -->!"_s
            << u"Text!"_s;
        QTest::newRow("entities") << u"a &lt; b &amp;&amp; c&#233;&#x82b1;&nbsp;d"_s
                                  << u"a < b && c\u00e9\u82b1 d"_s;
        QTest::newRow("entities that are none")
            << u"a &amp b &nothing; &#0; &#xd800;&"_s << u"a &amp b &nothing; &#0; &#xd800;&"_s;
        QTest::newRow("what was inserted is not read again") << u"&amp;lt;"_s << u"&lt;"_s;
        QTest::newRow("signs of a text") << u"1 < 2 and 3<4"_s << u"1 < 2 and 3<4"_s;
        QTest::newRow("a tag that ends nowhere") << u"Text <a href='"_s << u"Text"_s;
        QTest::newRow("a script that ends nowhere") << u"Text<script>1"_s << u"Text"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void aPageIsReadAsAPersonWould()
    {
        QFETCH(const QString, html);
        QFETCH(const QString, text);
        QCOMPARE(htmlText(html), text);
    }

    void aBrokenPageTakesNoLonger_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("open tags") << QString(u"<a "_s).repeated(500'000);
        QTest::newRow("open scripts") << QString(u"<script>"_s).repeated(200'000);
        QTest::newRow("ends of nothing") << QString(u"</"_s).repeated(500'000);
        QTest::newRow("signs") << QString(1'000'000, u'&');
        QTest::newRow("lines") << QString(u"<br>x"_s).repeated(200'000);
    }
    void aBrokenPageTakesNoLonger()
    {
        QFETCH(const QString, html);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(htmlText(html).size() <= html.size());
        QVERIFY2(timer.elapsed() < patiently(2000), qPrintable(QString::number(timer.elapsed())));
    }
};

KAGURA_TEST(TestHtmlText)
#include "tst_htmltext.moc"
