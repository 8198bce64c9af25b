// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/workflowchoices.h"
#include "core/agents/workflowreader.h"
#include "core/agents/workflowtemplates.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestWorkflowChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutChoicesTheBytesStayTheSame()
    {
        const QByteArray file = "{ \"format\" : \"kagura/1\" }";
        QCOMPARE(withChoices(file, {}), file);
        QCOMPARE(withChoices("no json", {ModelRef{u"p"_s, u"m"_s}}), QByteArray("no json"));
    }

    void everyTemplateStaysSoundWhateverIsChosen()
    {
        const WorkflowSchema schema;
        const QList<WorkflowTemplate> templates = workflowTemplates();
        QVERIFY(!templates.isEmpty());
        for (const WorkflowTemplate &one : templates) {
            const QByteArray file =
                withChoices(one.file, {ModelRef{u"other"_s, u"model-9"_s}, false});
            const WorkflowReader::Read read = WorkflowReader(schema).read(file);
            QVERIFY2(read.workflow, qPrintable(one.id));
            for (const auto &[name, model] : read.workflow->models) {
                QCOMPARE(model.provider, u"other"_s);
                QCOMPARE(model.model, u"model-9"_s);
            }
            QVERIFY(read.workflow->cache);
            QCOMPARE(read.workflow->cache->mode, WorkflowCache::Mode::Refresh);
        }
    }
};

KAGURA_TEST(TestWorkflowChoices)
#include "tst_workflowchoices.moc"
