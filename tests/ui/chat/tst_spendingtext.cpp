// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/chat/spendingtext.h"

#include <QLocale>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestSpendingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aHoleInASumIsSaid_data()
    {
        QTest::addColumn<Spending>("spending");
        QTest::addColumn<QString>("spent");
        QTest::addColumn<QString>("whole");
        QTest::newRow("everything known")
            << Spending{2, 3000, 412, 0, 31'000, 0, 0} << u"$0.031"_s << u"3,412 tokens · $0.031"_s;
        QTest::newRow("one price unknown") << Spending{2, 3000, 412, 0, 31'000, 1, 0}
                                           << u"over $0.031"_s << u"3,412 tokens · over $0.031"_s;
        QTest::newRow("no price known")
            << Spending{1, 10, 2, 0, 0, 1, 0} << u"—"_s << u"12 tokens · cost —"_s;
        QTest::newRow("a count unknown")
            << Spending{2, 10, 2, 1, 50'000, 0, 0} << u"$0.050"_s << u"over 12 tokens · $0.050"_s;
        QTest::newRow("out of the cache") << Spending{1, 10, 2, 0, 0, 0, 9000} << u"$0.00"_s
                                          << u"12 tokens · $0.00 · saved $0.009"_s;
    }
    void aHoleInASumIsSaid()
    {
        QFETCH(const Spending, spending);
        QFETCH(const QString, spent);
        QFETCH(const QString, whole);
        QCOMPARE(spentText(spending), spent);
        QCOMPARE(spendingText(spending), whole);
    }
};

} // namespace

KAGURA_TEST(TestSpendingText)

#include "tst_spendingtext.moc"
