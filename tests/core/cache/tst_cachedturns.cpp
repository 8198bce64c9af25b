// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachedturns.h"
#include "core/cache/requestshape.h"
#include "tests/core/cache/samplerequests.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Who = CachedTurn::Who;

class TestCachedTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDialectReadsAsTheSameConversation_data()
    {
        QTest::addColumn<DialectId>("dialect");
        QTest::newRow("OpenAI chat") << DialectId::OpenAiChat;
        QTest::newRow("OpenAI responses") << DialectId::OpenAiResponses;
        QTest::newRow("Anthropic") << DialectId::Anthropic;
        QTest::newRow("Gemini") << DialectId::Gemini;
        QTest::newRow("Ollama") << DialectId::Ollama;
    }
    void everyDialectReadsAsTheSameConversation()
    {
        QFETCH(const DialectId, dialect);
        const CallIdentity identity = identityOf(dialect, richRequest(dialect));
        const Result<Json> wire = parseJson(identity.body);
        QVERIFY(wire);
        const QList<CachedTurn> turns = cachedTurns(RequestShape::of(*wire, identity.dialect).body);
        QString system;
        QStringList said;
        QStringList calls;
        QStringList results;
        QStringList files;
        for (const CachedTurn &turn : turns) {
            if (turn.who == Who::System)
                system += turn.text;
            else if (turn.who == Who::Tool)
                results.append(turn.text);
            else if (!turn.text.isEmpty())
                said.append((turn.who == Who::Model ? u"model: "_s : u"person: "_s) + turn.text);
            calls += turn.calls;
            files += turn.files;
        }
        QVERIFY2(system.startsWith(u"Be brief."_s), qPrintable(system));
        QCOMPARE(said,
                 (QStringList{u"person: What is this?"_s, u"model: I look."_s,
                              u"person: Are you sure?"_s}));
        QCOMPARE(calls.size(), 1);
        QVERIFY2(calls.first().startsWith(u"look("_s) && calls.first().contains(u"here"_s),
                 qPrintable(calls.first()));
        QCOMPARE(results.size(), 1);
        QCOMPARE(files.size(), 1);
    }

    void whatIsNoMessageIsLeftOut()
    {
        QVERIFY(cachedTurns(Json::object()).isEmpty());
        QVERIFY(cachedTurns(Json::parse(R"({"messages":[1,null,[],{"role":"user"}]})")).isEmpty());
        const QList<CachedTurn> one = cachedTurns(Json::parse(R"({"input":"Hello"})"));
        QCOMPARE(one, (QList<CachedTurn>{{Who::Person, u"Hello"_s, {}, {}}}));
    }
};

KAGURA_TEST(TestCachedTurns)
#include "tst_cachedturns.moc"
