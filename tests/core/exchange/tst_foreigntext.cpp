// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/foreigntext.h"
#include "tests/core/exchange/foreignfixtures.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestForeignText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreReadInEachSpelling()
    {
        const qint64 expected = 1'700'000'000'500;
        QCOMPARE(foreignSeconds(Json(1700000000.5)).toMSecsSinceEpoch(), expected);
        QCOMPARE(foreignSeconds(Json("1700000000.5")).toMSecsSinceEpoch(), expected);
        QCOMPARE(foreignMilliseconds(Json(1700000000500)).toMSecsSinceEpoch(), expected);
        QCOMPARE(foreignIsoTime(Json("2023-11-14T22:13:20.500Z")).toMSecsSinceEpoch(), expected);
        QCOMPARE(foreignIsoTime(Json("2023-11-14T23:13:20.5+01:00")).toMSecsSinceEpoch(), expected);
        for (const Json &wrong :
             {Json(), Json(0), Json(-1), Json(1e30), Json("soon"), Json(true), Json::array()}) {
            QVERIFY(!foreignSeconds(wrong).isValid());
            QVERIFY(!foreignMilliseconds(wrong).isValid());
        }
    }

    void onlyPicturesOfKnownKindsAreTaken()
    {
        QCOMPARE(foreignImage(tinyPng())->mimeType, u"image/png"_s);
        QCOMPARE(foreignImage("\xff\xd8\xff\xe0 and more")->mimeType, u"image/jpeg"_s);
        QCOMPARE(foreignImage("GIF89a and more")->mimeType, u"image/gif"_s);
        QCOMPARE(foreignImage("RIFF1234WEBPVP8 ")->mimeType, u"image/webp"_s);
        QVERIFY(!foreignImage("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        QVERIFY(!foreignImage({}));
        const QString url = u"data:image/png;base64,"_s + QString::fromLatin1(tinyPng().toBase64());
        QCOMPARE(foreignDataUrl(url)->data, tinyPng());
        QVERIFY(!foreignDataUrl(u"https://example.com/x.png"_s));
        QVERIFY(!foreignDataUrl(u"data:image/png,plain"_s));
        QVERIFY(!foreignDataUrl(u"data:image/svg+xml;base64,PHN2Zy8+"_s));
    }

    void noBodyEndsItsFence()
    {
        QCOMPARE(fenced(u"x"_s, u"py"_s), u"```py\nx\n```"_s);
        QCOMPARE(fenced(u"a\n```\nb\n````\n"_s), u"`````\na\n```\nb\n````\n`````"_s);
        QCOMPARE(fenced(u"x"_s, u"`a`\nb"_s), u"```a\nx\n```"_s);
        QCOMPARE(toolNote(u"T"_s, u"  "_s, {}), QString());
        QCOMPARE(toolNote(u"Two\nlines"_s, u"x"_s, {}), u"*Two lines*\n\n```\nx\n```"_s);
    }

    void equalContentHasTheSameName()
    {
        QCOMPARE(contentId(*parseJson("{\"a\":1,\"b\":2}")),
                 contentId(*parseJson("{\"b\":2,\"a\":1}")));
        QVERIFY(contentId(*parseJson("{\"a\":1}")) != contentId(*parseJson("{\"a\":2}")));
    }
};

KAGURA_TEST(TestForeignText)
#include "tst_foreigntext.moc"
