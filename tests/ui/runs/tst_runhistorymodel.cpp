// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/runs/samplerun.h"
#include "ui/runs/runhistorymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestRunHistoryModel : public QObject
{
    Q_OBJECT

private:
    static ShownRun run(const QString &id, const QDateTime &created)
    {
        ShownRun made{id, u"Run "_s + id};
        made.created = created;
        return made;
    }

    static QStringList texts(const RunHistoryModel &model)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row).data().toString());
        return texts;
    }

private Q_SLOTS:
    void runsStandBelowTheirDayNewestFirst()
    {
        RunHistoryModel model;
        const QAbstractItemModelTester tester(&model);
        const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0));
        model.setNow(noon);
        model.reset({run(u"a"_s, noon.addDays(-3)), run(u"b"_s, noon.addSecs(-60)),
                     run(u"c"_s, noon.addDays(-1)), run(u"d"_s, noon)});
        QCOMPARE(texts(model),
                 (QStringList{u"Today"_s, u"Run d"_s, u"Run b"_s, u"Yesterday"_s, u"Run c"_s,
                              u"Tuesday 17 November"_s, u"Run a"_s}));
        QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
        QCOMPARE(model.newest(), u"d"_s);
    }

    void newsOfARunChangeItsRowAlone()
    {
        RunHistoryModel model;
        const QAbstractItemModelTester tester(&model);
        ShownRun one = run(u"a"_s, QDateTime::currentDateTimeUtc());
        model.reset({one});
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        one.done = 3;
        model.upsert(one);
        model.upsert(one);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        model.upsert(run(u"b"_s, QDateTime::currentDateTimeUtc()));
        QCOMPARE(model.runCount(), 2);
        model.remove(u"a"_s);
        QVERIFY(!model.indexOf(u"a"_s).isValid());
    }

    void aFilterLooksAtTitlesAndStates()
    {
        RunHistoryModel model;
        model.reset(sampleRun().history);
        model.setFilter(u"vendor"_s);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(u"TRIAGE failed"_s);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(u"no such"_s);
        QCOMPARE(model.rowCount(), 0);
    }
};

KAGURA_TEST(TestRunHistoryModel)
#include "tst_runhistorymodel.moc"
