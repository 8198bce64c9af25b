// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowreader.h"
#include "tests/core/agents/brokenworkflows.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestWorkflowReader : public QObject
{
    Q_OBJECT

private:
    const WorkflowSchema m_schema;

    static QString listed(const WorkflowFaults &faults)
    {
        QStringList lines;
        for (const WorkflowFault &fault : faults)
            lines.append(fault.pointer + u": "_s + fault.message);
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void aSoundFileIsRead()
    {
        const WorkflowReader::Read read = WorkflowReader(m_schema).read(soundWorkflow());
        QVERIFY2(read.workflow, qPrintable(listed(read.faults)));
        QCOMPARE(read.workflow->nodes.size(), std::size_t(8));
        QCOMPARE(read.workflow->agents.at(u"writer"_s).fallback, QStringList{u"spare"_s});
        QCOMPARE(*read.workflow->inputs.at(u"count"_s).fallback, Json(3));
        QCOMPARE(read.workflow->limits, WorkflowLimits());
    }

    void aBrokenFileIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("says");
        for (const BrokenWorkflow &broken : brokenWorkflows())
            QTest::newRow(broken.name.constData()) << broken.file << broken.pointer << broken.says;
    }
    void aBrokenFileIsRefusedWithItsPlace()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, pointer);
        QFETCH(const QString, says);
        const WorkflowReader::Read read = WorkflowReader(m_schema).read(file);
        QVERIFY(!read.workflow);
        const bool isSaid =
            std::any_of(read.faults.begin(), read.faults.end(), [&](const WorkflowFault &fault) {
                return fault.pointer == pointer && fault.message.contains(says);
            });
        QVERIFY2(isSaid, qPrintable(listed(read.faults)));
        QVERIFY2(read.faults.size() <= 4, qPrintable(listed(read.faults)));
    }

    void manyFaultsAreNamedAtOnce()
    {
        const QByteArray file = soundWorkflow()
                                    .replace("nodes.plan.output.parts", "nodes.paln.output.parts")
                                    .replace("'critic'", "'critique'")
                                    .replace("size(item)", "size(itme)");
        const WorkflowReader::Read read = WorkflowReader(m_schema).read(file);
        QCOMPARE(read.faults.size(), 2);
    }

    void aChainOfManyNodesIsNoRecursion()
    {
        Json file = *parseJson(soundWorkflow());
        Json nodes = Json::object();
        constexpr int Count = 5000;
        for (int i = 0; i < Count; ++i) {
            Json node = {{"kind", "transform"}, {"value", 1}};
            if (i > 0)
                node["value"] = "${nodes.n" + std::to_string(i - 1) + ".output}";
            nodes["n" + std::to_string(i)] = node;
        }
        file["nodes"] = nodes;
        file["output"] = "${nodes.n4999.output}";
        QElapsedTimer timer;
        timer.start();
        const WorkflowReader::Read read = WorkflowReader(m_schema).read(dumpJson(file));
        QVERIFY2(read.workflow, qPrintable(listed(read.faults)));
        QVERIFY2(timer.elapsed() < patiently(5000), qPrintable(QString::number(timer.elapsed())));
    }

    void aBombOfExpressionsIsRefusedQuickly()
    {
        Json file = *parseJson(soundWorkflow());
        file["nodes"]["plan"]["prompt"] = "${" + std::string(4000, '(') + "}";
        file["nodes"]["sorry"]["value"] = std::string(200'000, '$') + std::string(200'000, '{');
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!WorkflowReader(m_schema).read(dumpJson(file)).workflow);
        QVERIFY(timer.elapsed() < patiently(2000));
    }
};

KAGURA_TEST(TestWorkflowReader)
#include "tst_workflowreader.moc"
