// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/shell/fuzzymatch.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersMatchInOrder_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<QList<int>>("positions");
        const QString conversation = u"New conversation"_s;
        QTest::newRow("starts of words win over earlier letters")
            << u"nc"_s << conversation << true << QList<int>{0, 4};
        QTest::newRow("neighbours are preferred")
            << u"con"_s << conversation << true << QList<int>{4, 5, 6};
        QTest::newRow("case does not matter")
            << u"NEW"_s << conversation << true << QList<int>{0, 1, 2};
        QTest::newRow("spaces count nothing")
            << u"new c"_s << conversation << true << QList<int>{0, 1, 2, 4};
        QTest::newRow("nothing typed fits") << u"  "_s << conversation << true << QList<int>{};
        QTest::newRow("wrong order") << u"wen con"_s << conversation << false << QList<int>{};
        QTest::newRow("longer than the name") << u"newest"_s << u"New"_s << false << QList<int>{};
        QTest::newRow("no letter of it") << u"zq"_s << conversation << false << QList<int>{};
        QTest::newRow("an empty name") << u"a"_s << QString() << false << QList<int>{};
    }

    void lettersMatchInOrder()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, name);
        QFETCH(const bool, fits);
        QFETCH(const QList<int>, positions);
        const std::optional<FuzzyMatch> match = FuzzyMatch::of(typed, name);
        QCOMPARE(match.has_value(), fits);
        if (match)
            QCOMPARE(match->positions, positions);
    }

    void theBetterNameScoresMore()
    {
        const auto score = [](const QString &typed, const QString &name) {
            return FuzzyMatch::of(typed, name)->score;
        };
        QVERIFY(score(u"th"_s, u"Theme: dark"_s) > score(u"th"_s, u"Open the data folder"_s));
        QVERIFY(score(u"stop"_s, u"Stop the answer"_s) > score(u"stop"_s, u"Use the open port"_s));
    }
};

KAGURA_TEST(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
