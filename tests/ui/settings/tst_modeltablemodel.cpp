// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/settings/modeltablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestModelTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWindowsAndPricesAndAdmitsWhatItDoesNotKnow();
    void shortensTokens();
};

void TestModelTableModel::showsWindowsAndPricesAndAdmitsWhatItDoesNotKnow()
{
    ModelTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setModels({{u"large"_s, 200000, 3.0, 15.0, 0.3}, {u"new"_s, {}, {}, {}, {}}});
    const auto row = [&model](int number) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(number, column).data().toString());
        return cells.join(u'|');
    };
    QCOMPARE(row(0), u"large|200k|3.00|15.00|0.30"_s);
    QCOMPARE(row(1), u"new|\u2014|\u2014|\u2014|\u2014"_s);
}

void TestModelTableModel::shortensTokens()
{
    QCOMPARE(ModelTableModel::tokensText(512), u"512"_s);
    QCOMPARE(ModelTableModel::tokensText(8192), u"8k"_s);
    QCOMPARE(ModelTableModel::tokensText(1'048'576), u"1.05M"_s);
    QCOMPARE(ModelTableModel::tokensText(1'000'000), u"1M"_s);
}

KAGURA_TEST(TestModelTableModel)
#include "tst_modeltablemodel.moc"
