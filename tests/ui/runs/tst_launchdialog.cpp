// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/runs/samplerun.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/runs/launchdialog.h"
#include "ui/runs/plancard.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestLaunchDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<LaunchDialog> m_dialog;

    template <typename T>
    T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }

    static LaunchRequest requestOf(const QSignalSpy &spy)
    {
        return spy.last().at(0).value<LaunchRequest>();
    }

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<LaunchDialog>(Theme(), nullptr);
        m_dialog->setWorkflows(sampleWorkflows());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    void cleanup() { m_dialog.reset(); }

    void everyPartHasANameAndAWayByKeyboard()
    {
        m_dialog->showPlan(samplePlan());
        QCOMPARE(accessFaults(*m_dialog), QStringList());
    }

    void whatIsMissingIsNamedAndNothingStarts()
    {
        QSignalSpy start(m_dialog.get(), &LaunchDialog::startRequested);
        QVERIFY(!part<QAbstractButton>("startRun")->isEnabled());
        QVERIFY(part<QLabel>("launchState")->text().contains(u"Question"_s));
        QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(start.size(), 0);
    }

    void eachEditAsksForAPlanAndCtrlEnterStarts()
    {
        QSignalSpy plan(m_dialog.get(), &LaunchDialog::planRequested);
        QSignalSpy start(m_dialog.get(), &LaunchDialog::startRequested);
        part<QPlainTextEdit>("field.question")->setPlainText(u"Why?"_s);
        QTRY_COMPARE(plan.size(), 1);
        QCOMPARE(requestOf(plan).inputs, Json({{"question", "Why?"}, {"samples", 5}}));
        part<QLineEdit>("budget")->setText(u"0.50"_s);
        QTRY_COMPARE(plan.size(), 2);
        QCOMPARE(requestOf(plan).budgetMicroUsd, std::optional<qint64>(500'000));
        m_dialog->showPlan(samplePlan());
        QVERIFY(part<QAbstractButton>("startRun")->isEnabled());
        QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(start.size(), 1);
        QCOMPARE(requestOf(start).workflow, u"self-consistency"_s);
        QVERIFY(!m_dialog->isVisible());
    }

    void aPlanOfAnotherWorkflowIsNotShown()
    {
        part<QPlainTextEdit>("field.question")->setPlainText(u"Why?"_s);
        ShownPlan other = samplePlan();
        other.workflow = u"another"_s;
        other.fault = u"no"_s;
        m_dialog->showPlan(other);
        QVERIFY(part<QLabel>("planFault")->text().isEmpty());
    }

    void aPlanWithAFaultIsSaidAndNotStarted()
    {
        part<QPlainTextEdit>("field.question")->setPlainText(u"Why?"_s);
        ShownPlan plan = samplePlan();
        plan.fault = u"The provider `x` is not connected."_s;
        m_dialog->showPlan(plan);
        QVERIFY(!part<QAbstractButton>("startRun")->isEnabled());
        QVERIFY(part<QLabel>("planFault")->isVisible());
    }

    void anotherWorkflowHasItsOwnForm()
    {
        part<QListWidget>("workflows")->setCurrentRow(1);
        QVERIFY(part<QPlainTextEdit>("field.files"));
        QVERIFY(!part<QPlainTextEdit>("field.question"));
        QCOMPARE(part<QLineEdit>("budget")->text(), u"2.00"_s);
        ShownWorkflow opened{u"/tmp/x.kagura.json"_s, u"Mine"_s};
        m_dialog->addWorkflow(opened);
        QCOMPARE(part<QLabel>("workflowTitle")->text(), u"Mine"_s);
    }

    void costsAreIntervals()
    {
        ShownPlan plan = samplePlan();
        QCOMPARE(PlanCard::costWords(plan), u"$0.48–0.71"_s);
        plan.costLeastMicroUsd = plan.costMostMicroUsd;
        QCOMPARE(PlanCard::costWords(plan), u"$0.71"_s);
        plan.costMostMicroUsd.reset();
        QCOMPARE(PlanCard::costWords(plan), u"—"_s);
        QCOMPARE(PlanCard::rangeWords(52, 61), u"52–61"_s);
        QCOMPARE(PlanCard::rangeWords(9, 9), u"9"_s);
    }
};

KAGURA_TEST(TestLaunchDialog)
#include "tst_launchdialog.moc"
