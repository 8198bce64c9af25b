// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the language means is in tst_cachequery.cpp; here is how it is read.

#include "core/cache/cachequeryparser.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestCacheQueryParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfOneThingAreEqual_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("spaces") << u"  model:x\t hits:0 "_s << u"model:x hits:0"_s;
        QTest::newRow("quotes around a plain value") << u"model:\"x\""_s << u"model:x"_s;
        QTest::newRow("units of time") << u"age:>7d"_s << u"age:>1w"_s;
        QTest::newRow("units of size") << u"size:<1M"_s << u"size:<1024k"_s;
        QTest::newRow("equal, said aloud") << u"hits:=3"_s << u"hits:3"_s;
        QTest::newRow("a word with a star") << u"cat*"_s << u"cat"_s;
        QTest::newRow("a key in capitals") << u"key:AB"_s << u"key:ab*"_s;
    }
    void spellingsOfOneThingAreEqual()
    {
        QFETCH(const QString, one);
        QFETCH(const QString, other);
        QVERIFY(*CacheQueryParser(one).parse(nullptr) == *CacheQueryParser(other).parse(nullptr));
    }

    void whatLooksAlikeIsNotEqual()
    {
        QVERIFY(!(*CacheQuery::parse(u"cat"_s) == *CacheQuery::parse(u"\"cat\""_s)));
        QVERIFY(!(*CacheQuery::parse(u"-cat"_s) == *CacheQuery::parse(u"cat"_s)));
        QVERIFY(!(*CacheQuery::parse(u"model:a*"_s) == *CacheQuery::parse(u"model:\"a*\""_s)));
        QVERIFY(!(*CacheQuery::parse(u"hits:>3"_s) == *CacheQuery::parse(u"hits:>=3"_s)));
    }

    void valuesMayHoldColonsAndQuotedSpaces()
    {
        QVERIFY(CacheQuery::parse(u"tag:run:7 origin:https://a:443/v1 note:\"two words\""_s));
        QVERIFY(CacheQuery::parse(u"http://x"_s).has_value() == false); // "http" is no field
        QVERIFY(CacheQuery::parse(u"\"http://x\""_s));
    }

    void nothingMeansEverything()
    {
        QVERIFY(CacheQuery::parse({})->isEmpty());
        QVERIFY(CacheQuery::parse(u"   "_s)->isEmpty());
        QCOMPARE(CacheQuery::parse({})->condition(QDateTime()).text, u"state < 2"_s);
    }

    void everyFieldAndStateIsKnown()
    {
        for (const QString &state : CacheQuery::states())
            QVERIFY(CacheQuery::parse(u"is:"_s + state));
        for (const QString &field : CacheQuery::fields()) {
            const bool known = CacheQuery::parse(field + u":x"_s)
                || CacheQuery::parse(field + u":1"_s) || CacheQuery::parse(field + u":>1d"_s)
                || CacheQuery::parse(field + u":>1k"_s) || CacheQuery::parse(field + u":stop"_s)
                || CacheQuery::parse(field + u":pinned"_s);
            QVERIFY2(known, qPrintable(field));
        }
    }
};

KAGURA_TEST(TestCacheQueryParser)
#include "tst_cachequeryparser.moc"
