// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs as the window hears of them: launched on the Guide, looked at, answered, cancelled, found again.

#include "app/desktop/launchdesk.h"
#include "app/desktop/rundesk.h"
#include "app/services/services.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

} // namespace

class TestRunDesk : public QObject
{
    Q_OBJECT

private:
    struct House
    {
        explicit House()
            : services(Services::Options{})
        {
            services.start();
            desk.start(**launches.start(services, RunService::Use::Brief));
        }
        Services services;
        LaunchDesk launches;
        RunDesk desk;
    };

    std::unique_ptr<QTemporaryDir> m_home;

    static LaunchRequest order(const QString &workflow)
    {
        LaunchRequest request{workflow};
        return request;
    }

    QString launched(House &house, const QString &workflow)
    {
        QSignalSpy started(&house.launches, &LaunchDesk::launched);
        house.launches.listWorkflows();
        house.launches.launch(order(workflow));
        return started.isEmpty() ? QString() : started.first().first().toString();
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_home->filePath(u"data"_s)));
        qputenv("KAGURA_CONFIG_DIR", QFile::encodeName(m_home->filePath(u"config"_s)));
    }

    void cleanup()
    {
        qunsetenv("KAGURA_DATA_DIR");
        qunsetenv("KAGURA_CONFIG_DIR");
    }

    void everyTemplateIsOfferedWithAForm()
    {
        House house;
        const QSignalSpy listed(&house.launches, &LaunchDesk::workflowsListed);
        house.launches.listWorkflows();
        const auto workflows = listed.first().first().value<QList<ShownWorkflow>>();
        QVERIFY(workflows.size() >= 9);
        for (const ShownWorkflow &one : workflows) {
            QVERIFY2(!one.title.isEmpty() && !one.hint.isEmpty(), qPrintable(one.id));
            QVERIFY2(!one.fields.isEmpty(), qPrintable(one.id));
            QCOMPARE(one.models, QStringList{u"guide/guide"_s});
        }
    }

    void aPlanHasAnIntervalOrSaysWhyThereIsNone()
    {
        House house;
        house.launches.listWorkflows();
        const QSignalSpy planned(&house.launches, &LaunchDesk::planned);
        house.launches.plan(order(u"self_moa"_s));
        const auto plan = planned.last().first().value<ShownPlan>();
        QCOMPARE(plan.fault, QString());
        QCOMPARE(plan.callsMost, 7);
        LaunchRequest foreign = order(u"self_moa"_s);
        foreign.model = u"nobody/model"_s;
        house.launches.plan(foreign);
        QVERIFY(planned.last().first().value<ShownPlan>().fault.contains(u"nobody"_s));
        house.launches.plan(order(u"no such"_s));
        QVERIFY(!planned.last().first().value<ShownPlan>().fault.isEmpty());
    }

    void aFileWithAFaultIsRefusedInWords()
    {
        House house;
        const QString path = m_home->filePath(u"broken.kagura.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"format\":\"kagura/1\"}") > 0);
        file.close();
        const QSignalSpy refused(&house.launches, &LaunchDesk::workflowRefused);
        house.launches.openWorkflow(path);
        QCOMPARE(refused.size(), 1);
        QVERIFY(!refused.first().first().toString().isEmpty());
    }

    void aLaunchedRunIsToldNodeByNodeToItsEnd()
    {
        House house;
        QSignalSpy nodes(&house.desk, &RunDesk::nodesChanged);
        QSignalSpy figures(&house.desk, &RunDesk::figuresChanged);
        QSignalSpy changed(&house.desk, &RunDesk::runChanged);
        const QString run = launched(house, u"self_moa"_s);
        QVERIFY(!run.isEmpty());
        house.desk.open(run);
        QTRY_VERIFY_WITH_TIMEOUT(
            !changed.isEmpty() && changed.last().first().value<ShownRun>().mark == RunMark::Done,
            patience);
        QHash<QString, ShownNode> last;
        for (const QList<QVariant> &told : nodes) {
            QCOMPARE(told.first().toString(), run);
            for (const ShownNode &node : told.at(1).value<QList<ShownNode>>())
                last.insert(node.path, node);
        }
        QVERIFY(!last.isEmpty());
        for (const ShownNode &node : std::as_const(last))
            QVERIFY2(node.mark == RunMark::Done || node.mark == RunMark::Cached,
                     qPrintable(node.path));
        QVERIFY(!figures.last().at(1).value<ShownRunFigures>().isTicking);

        // A node's values are read when it is looked at.
        QSignalSpy details(&house.desk, &RunDesk::detailChanged);
        house.desk.chooseNode(run, last.constBegin().key());
        QTRY_VERIFY_WITH_TIMEOUT(
            !details.isEmpty()
                && !details.last().first().value<ShownNodeDetail>().rawEvents.isEmpty()
                && !details.last().first().value<ShownNodeDetail>().output.isEmpty(),
            patience);

        QSignalSpy notices(&house.desk, &RunDesk::notice);
        const QString path = m_home->filePath(u"results.csv"_s);
        house.desk.exportTo(run, path, u"csv"_s);
        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, patience);
        QVERIFY(QFile::exists(path));

        QSignalSpy removed(&house.desk, &RunDesk::runRemoved);
        house.desk.remove(run);
        QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, patience);
    }

    void aRunOfBeforeIsFoundAgain()
    {
        QString run;
        {
            House house;
            QSignalSpy changed(&house.desk, &RunDesk::runChanged);
            run = launched(house, u"self_moa"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty()
                                         && changed.last().first().value<ShownRun>().mark
                                             == RunMark::Done,
                                     patience);
        }
        House house;
        QSignalSpy listed(&house.desk, &RunDesk::runsListed);
        QSignalSpy nodes(&house.desk, &RunDesk::nodesChanged);
        house.desk.list();
        QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty()
                                     && listed.last().first().value<QList<ShownRun>>().size() == 1,
                                 patience);
        house.desk.open(run);
        QTRY_VERIFY_WITH_TIMEOUT(!nodes.isEmpty(), patience);
    }

    void aCancelledRunIsCancelledAndSaysSo()
    {
        House house;
        QSignalSpy changed(&house.desk, &RunDesk::runChanged);
        const QString run = launched(house, u"mixture_of_agents"_s);
        house.desk.open(run);
        house.desk.command(run, RunDesk::Command::Cancel);
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty()
                                     && changed.last().first().value<ShownRun>().mark
                                         == RunMark::Cancelled,
                                 patience);
    }
};

KAGURA_TEST(TestRunDesk)
#include "tst_rundesk.moc"
