// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionrun.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestExpressionRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptValuesStayWhereTheyAre()
    {
        ExpressionRun run({});
        const Json *const first = run.keep(Json("first"));
        for (int i = 0; i < 1000; ++i)
            QVERIFY(run.keep(Json(i)) != nullptr);
        QCOMPARE(*first, Json("first"));
    }

    void theFirstReasonStands()
    {
        ExpressionRun run({});
        run.miss(u"missing"_s);
        run.fail(u"other"_s);
        QCOMPARE(run.failure(), (ExpressionRun::Failure{u"missing"_s, true}));
        QVERIFY(run.forgive());
        QVERIFY(!run.failure());
        run.fail(u"wrong"_s);
        QVERIFY(!run.forgive());
        QVERIFY(run.failure());
    }

    void keysAndNestedTextsCount()
    {
        ExpressionRun run({100, 200});
        QVERIFY(run.keep(Json::object({{"a", std::string(50, 'x')}})) != nullptr);
        QVERIFY(run.keep(Json::array({Json::object({{std::string(150, 'k'), 1}})})) == nullptr);
        QVERIFY(run.failure());
    }
};

KAGURA_TEST(TestExpressionRun)
#include "tst_expressionrun.moc"
