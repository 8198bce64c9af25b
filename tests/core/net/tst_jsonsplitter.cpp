// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/jsonsplitter.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestJsonSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheObjectsOfAnArrayInEveryFraming()
    {
        const QByteArray wire = " [{\"a\":[1,{\"x\":\"]}\\\"{\"}]}\r\n,\n{}\n, {\"b\":\"\\\\\"}]\n";
        const QList<QByteArray> expected = {"{\"a\":[1,{\"x\":\"]}\\\"{\"}]}", "{}",
                                            "{\"b\":\"\\\\\"}"};
        for (qsizetype cut = 0; cut < wire.size(); ++cut) {
            JsonSplitter splitter(1000);
            QList<QByteArray> objects;
            const auto collect = [&objects](QByteArrayView object) {
                objects.append(object.toByteArray());
                return true;
            };
            splitter.feed(wire.left(cut), collect);
            splitter.feed(wire.mid(cut), collect);
            QCOMPARE(objects, expected);
            QVERIFY(!splitter.isInside());
        }
    }

    void knowsThatAnObjectIsOpen()
    {
        JsonSplitter splitter(1000);
        splitter.feed("[{\"a\":", [](QByteArrayView) { return true; });
        QVERIFY(splitter.isInside());
    }

    void keepsNoMoreThanItsLimit()
    {
        JsonSplitter splitter(100);
        for (int i = 0; i < 50; ++i)
            splitter.feed(i == 0 ? QByteArrayView("{\"a\":\"") : QByteArrayView("0123456789"),
                          [](QByteArrayView) { return true; });
        QVERIFY(splitter.isOverlong());
    }
};

KAGURA_TEST(TestJsonSplitter)
#include "tst_jsonsplitter.moc"
