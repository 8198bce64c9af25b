// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/chat/heightindex.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kagura;

class TestHeightIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRowsLikeAPlainSum();
    void emptyHasNoRow();
    void placesOutsideAreClamped();
};

void TestHeightIndex::findsRowsLikeAPlainSum()
{
    QRandomGenerator random(7);
    HeightIndex index;
    QList<int> plain;
    for (int step = 0; step < 400; ++step) {
        const int what = int(random.bounded(4));
        if (what == 0 || plain.isEmpty()) {
            const qsizetype at = random.bounded(int(plain.size()) + 1);
            const QList<int> added{int(random.bounded(90)) + 1, int(random.bounded(90)) + 1};
            index.insert(at, added);
            plain.insert(at, added.at(1));
            plain.insert(at, added.at(0));
        } else if (what == 1) {
            const qsizetype at = random.bounded(int(plain.size()));
            index.remove(at, 1);
            plain.removeAt(at);
        } else {
            const qsizetype at = random.bounded(int(plain.size()));
            plain[at] = int(random.bounded(90)) + 1;
            index.setHeight(at, plain.at(at));
        }
        qint64 top = 0;
        for (qsizetype row = 0; row < plain.size(); ++row) {
            QCOMPARE(index.top(row), top);
            QCOMPARE(index.rowAt(top), row);
            top += plain.at(row);
            QCOMPARE(index.rowAt(top - 1), row);
        }
        QCOMPARE(index.total(), top);
    }
}

void TestHeightIndex::emptyHasNoRow()
{
    HeightIndex index;
    QCOMPARE(index.rowAt(10), -1);
    QCOMPARE(index.total(), 0);
    index.insert(0, {5});
    index.remove(0, 1);
    QCOMPARE(index.rowAt(0), -1);
}

void TestHeightIndex::placesOutsideAreClamped()
{
    HeightIndex index;
    index.reset({10, 20});
    QCOMPARE(index.rowAt(-5), 0);
    QCOMPARE(index.rowAt(1000), 1);
    QCOMPARE(index.top(9), 30);
    QCOMPARE(index.height(9), 0);
}

KAGURA_TEST(TestHeightIndex)
#include "tst_heightindex.moc"
