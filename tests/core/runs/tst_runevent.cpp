// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runevent.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestRunEvent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsFoundByItsName()
    {
        for (int i = 1; i <= static_cast<int>(RunEvent::Kind::LimitHit); ++i) {
            const auto kind = static_cast<RunEvent::Kind>(i);
            QVERIFY(!runEventName(kind).isEmpty());
            QCOMPARE(runEventKind(runEventName(kind)), kind);
        }
        QCOMPARE(runEventKind(u"node.completed"_s), RunEvent::Kind::NodeCompleted);
    }

    void nameOfALaterProgramIsKept()
    {
        QCOMPARE(runEventKind(u"node.levitated"_s), RunEvent::Kind::Unknown);
        QCOMPARE(runEventName(RunEvent{1, 0, RunEvent::Kind::Unknown, u"node.levitated"_s}),
                 u"node.levitated"_s);
    }

    void jsonHasTheFieldsOfTheCommandLine()
    {
        const RunEvent event{
            7, 99, RunEvent::Kind::NodeCompleted, {}, u"work[3].one"_s, 2, {{"label", "ok"}}};
        QCOMPARE(dumpJson(runEventToJson(event, u"r1"_s)),
                 QByteArray(R"({"attempt":2,"data":{"label":"ok"},"path":"work[3].one",)"
                            R"("run_id":"r1","seq":7,"ts_ms":99,"type":"node.completed"})"));
    }
};

KAGURA_TEST(TestRunEvent)
#include "tst_runevent.moc"
