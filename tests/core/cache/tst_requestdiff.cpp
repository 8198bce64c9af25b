// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/requestdiff.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestRequestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceThatDiffersIsNamed()
    {
        const Json from = Json::parse(R"({"model":"m","system":"Be brief","temperature":0.2,
            "messages":[{"role":"user","content":"By cause"},{"role":"assistant","content":"Yes"}],
            "tools":[]})");
        const Json to = Json::parse(R"({"model":"m","system":"Be long","temperature":0.7,"top_p":1,
            "messages":[{"role":"user","content":"By owner"}],"tools":[{"name":"look"}]})");
        QCOMPARE(requestDiff(from, to),
                 (QList<RequestDifference>{
                     {u"temperature"_s, u"0.2"_s, u"0.7"_s},
                     {u"top_p"_s, QString(), u"1"_s},
                     {u"system"_s, u"Be brief"_s, u"Be long"_s},
                     {u"tools"_s, u"{\"tools\":[]}"_s, u"{\"tools\":[{\"name\":\"look\"}]}"_s},
                     {u"message 0"_s, u"By cause"_s, u"By owner"_s},
                     {u"message 1"_s, u"Yes"_s, QString()}}));
        QVERIFY(requestDiff(from, from).isEmpty());
    }

    void theSameWordsInAnotherFormDifferInTheForm()
    {
        const QList<RequestDifference> differences =
            requestDiff(Json::parse(R"({"messages":[{"role":"user","content":"Hi"}]})"),
                        Json::parse(R"({"messages":[{"role":"assistant","content":"Hi"}]})"));
        QCOMPARE(differences.size(), 1);
        QVERIFY(differences.first().from.contains(u"user"_s));
        QVERIFY(differences.first().to.contains(u"assistant"_s));
    }
};

KAGURA_TEST(TestRequestDiff)
#include "tst_requestdiff.moc"
