// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/jsonslice.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestJsonSlice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void elementsAreCutWhereTheyAre()
    {
        const QByteArray text = " [ {\"a\":[1,\"]\"]} , \"x,\\\"y\" ,-1.5e3, null ]\n";
        const Result<QList<JsonSlice>> slices = sliceJson(text, 100);
        QVERIFY(slices);
        QCOMPARE(slices->size(), 4);
        QCOMPARE(slices->at(0).text.toByteArray(), QByteArray("{\"a\":[1,\"]\"]}"));
        QCOMPARE(slices->at(0).offset, 103);
        QCOMPARE(parseSlice(slices->at(1)).value(), Json("x,\"y"));
        QCOMPARE(parseSlice(slices->at(2)).value(), Json(-1500.0));
        QVERIFY(parseSlice(slices->at(3)).value().is_null());
    }

    void membersHaveTheirNames()
    {
        const QByteArray text = "\xef\xbb\xbf{\"a\\n\":1,\"b\":{\"c\":[]}}";
        const Result<QList<JsonSlice>> slices = sliceJson(text);
        QVERIFY(slices);
        QCOMPARE(slices->at(0).key, u"a\n"_s);
        QCOMPARE(sliceNamed(*slices, u"b"_s).text.toByteArray(), QByteArray("{\"c\":[]}"));
        QVERIFY(sliceNamed(*slices, u"none"_s).text.isEmpty());
        QCOMPARE(sliceJson("[]").value().size(), 0);
        QCOMPARE(sliceJson("{ }").value().size(), 0);
    }

    void halvesOfPairsBecomeReplacements()
    {
        const QByteArray text = "[\"\\ud83d\\ude3a \\ud800 \\udc00x \\\\ud800\"]";
        const Result<QList<JsonSlice>> slices = sliceJson(text);
        const Result<Json> parsed = parseSlice(slices->at(0));
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
        QCOMPARE(toQString(*parsed), u"\U0001f63a \ufffd \ufffdx \\ud800"_s);
    }

    void whatIsBrokenIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a number") << QByteArray("7");
        QTest::newRow("a list that does not end") << QByteArray("[1,2");
        QTest::newRow("a text that does not end") << QByteArray("[\"abc]");
        QTest::newRow("a text that ends in a backslash") << QByteArray("[\"abc\\");
        QTest::newRow("an element that does not end") << QByteArray("[{\"a\":[1}");
        QTest::newRow("no comma") << QByteArray("[1 2]");
        QTest::newRow("a comma too many") << QByteArray("[1,]");
        QTest::newRow("no colon") << QByteArray("{\"a\" 1}");
        QTest::newRow("no name") << QByteArray("{1:2}");
        QTest::newRow("no value") << QByteArray("{\"a\":}");
        QTest::newRow("something behind it") << QByteArray("[] x");
    }
    void whatIsBrokenIsRefusedWithItsPlace()
    {
        QFETCH(const QByteArray, text);
        const Result<QList<JsonSlice>> slices = sliceJson(text, 1000);
        QVERIFY(!slices);
        QCOMPARE(slices.error().kind, Error::Kind::Protocol);
        QVERIFY2(slices.error().message.contains(u"at byte 10"_s),
                 qPrintable(slices.error().message));
    }

    void tooManyElementsAndTooDeepOnesAreRefused()
    {
        QVERIFY(!sliceJson("[1,2,3]", 0, 2));
        const QByteArray deep = '[' + QByteArray(5000, '[') + QByteArray(5000, ']') + ']';
        const Result<QList<JsonSlice>> slices = sliceJson(deep);
        QVERIFY(slices);
        const Result<Json> parsed = parseSlice(slices->at(0));
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.contains(u"nested deeper"_s));
    }
};

KAGURA_TEST(TestJsonSlice)
#include "tst_jsonslice.moc"
