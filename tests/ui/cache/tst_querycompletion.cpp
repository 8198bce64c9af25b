// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/cache/querycompletion.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestQueryCompletion : public QObject
{
    Q_OBJECT

private:
    static CacheNames names()
    {
        return {{u"gpt-4o"_s, u"gpt-4o-mini"_s, u"claude"_s}, {u"the critic"_s}, {u"eval"_s}, {}};
    }

private Q_SLOTS:
    void fieldsAreOfferedByTheirBeginning()
    {
        const QueryCompletion completion = completeQuery(u"hits:0 mo"_s, 9, names());
        QCOMPARE(completion.candidates, QStringList{u"model:"_s});
        QCOMPARE(completion.begin, 7);
        QCOMPARE(completion.length, 2);
        QVERIFY(completeQuery(QString(), 0, names()).candidates.isEmpty());
        QVERIFY(completeQuery(u"hits:0 "_s, 7, names()).candidates.isEmpty());
    }

    void valuesAreThoseOfTheField()
    {
        QCOMPARE(completeQuery(u"-model:GPT"_s, 10, names()).candidates,
                 (QStringList{u"gpt-4o"_s, u"gpt-4o-mini"_s}));
        QCOMPARE(completeQuery(u"agent:t"_s, 7, names()).candidates,
                 QStringList{u"\"the critic\""_s});
        QCOMPARE(completeQuery(u"tag:"_s, 4, names()).candidates, QStringList{u"eval"_s});
        QVERIFY(completeQuery(u"is:"_s, 3, names()).candidates.contains(u"pinned"_s));
        // What is there already is not offered once more.
        QVERIFY(completeQuery(u"tag:eval"_s, 8, names()).candidates.isEmpty());
    }
};

KAGURA_TEST(TestQueryCompletion)
#include "tst_querycompletion.moc"
