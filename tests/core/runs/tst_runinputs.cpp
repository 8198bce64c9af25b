// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/answershape.h"
#include "core/runs/runinputs.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestRunInputs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreFilledInAndFaultsNamed()
    {
        Workflow workflow;
        workflow.inputs[u"topic"_s].schema = {{"type", "string"}};
        workflow.inputs[u"count"_s].schema = {{"type", "integer"}};
        workflow.inputs[u"count"_s].fallback = Json(3);
        QCOMPARE(*completedInputs(workflow, {{"topic", "rain"}}),
                 (Json{{"topic", "rain"}, {"count", 3}}));
        QVERIFY(completedInputs(workflow, Json::object()).error().message.contains("topic"_L1));
        QVERIFY(completedInputs(workflow, {{"topic", 7}}).error().message.contains("topic"_L1));
        QVERIFY(completedInputs(workflow, {{"topic", "x"}, {"other", 1}})
                    .error()
                    .message.contains("other"_L1));
        QVERIFY(!completedInputs(workflow, Json::array()));
    }

    void answersInFencesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u" {\"a\": 1} "_s << u"{\"a\":1}"_s;
        QTest::newRow("fenced") << u"Here:\n```json\n{\"a\": 1}\n```\nDone."_s << u"{\"a\":1}"_s;
        QTest::newRow("a list") << u"```\n[1, 2]\n```"_s << u"[1,2]"_s;
        QTest::newRow("prose") << u"I would say one."_s << u""_s;
        QTest::newRow("an open fence") << u"```json {"_s << u""_s;
        QTest::newRow("nothing") << u""_s << u""_s;
    }
    void answersInFencesAreRead()
    {
        QFETCH(QString, text);
        const Result<Json> value = jsonOfAnswer(text);
        QTEST(value ? QString::fromUtf8(dumpJson(*value)) : QString(), "expected");
    }
};

KAGURA_TEST(TestRunInputs)
#include "tst_runinputs.moc"
