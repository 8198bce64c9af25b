// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/agentrouter.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace kagura;
using namespace Qt::StringLiterals;
using Reason = RouteDecision::Reason;

namespace {

AgentRouter router(const QString &fallback = {})
{
    AgentRouter router({0.3, fallback});
    std::ignore = router.add({u"translator"_s,
                              {},
                              {u"translate"_s, u"translation"_s, u"in french"_s},
                              {u"How do you say good morning in German?"_s}});
    std::ignore = router.add({u"reviewer"_s,
                              u"Reads source code and finds bugs in it."_s,
                              {u"review"_s, u"code quality"_s},
                              {u"Is this function thread-safe?"_s}});
    std::ignore = router.add({u"chatter"_s, u"Small talk."_s, {}, {}});
    return router;
}

QList<RoutingTurn> afterATranslation()
{
    return {{true, u"Translate 'hello' to French"_s}, {false, u"bonjour"_s}};
}

} // namespace

class TestAgentRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Who is chosen by the question alone.
    void aQuestionGoesWhereItFits_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("agent");
        QTest::newRow("a keyword") << u"Please translate this: good morning"_s << u"translator"_s;
        QTest::newRow("in any case") << u"TRANSLATE good morning"_s << u"translator"_s;
        QTest::newRow("another form of it") << u"I want the letter translated"_s << u"translator"_s;
        QTest::newRow("a phrase") << u"What is house in French?"_s << u"translator"_s;
        QTest::newRow("a phrase of another") << u"How is the code quality?"_s << u"reviewer"_s;
        QTest::newRow("like a sample")
            << u"How do you say good evening in German?"_s << u"translator"_s;
        QTest::newRow("like a sample, misspelt")
            << u"Is this funcion threadsafe?"_s << u"reviewer"_s;
        QTest::newRow("like a description") << u"find bugs in source code"_s << u"reviewer"_s;
        QTest::newRow("nobody") << u"Which wine goes with fish?"_s << QString();
        // A word within a word is another word.
        QTest::newRow("a preview is no review") << u"Show a preview"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("only signs") << u"?!"_s << QString();
    }
    void aQuestionGoesWhereItFits()
    {
        QFETCH(const QString, question);
        QFETCH(const QString, agent);
        const RouteDecision decision = router().route(question);
        QCOMPARE(decision.agent, agent);
        QCOMPARE(decision.reason, agent.isEmpty() ? Reason::Nobody : Reason::Fits);
        QCOMPARE(decision.prompt, question);
        QVERIFY(!decision.hasContext);
    }

    void writingWithoutSpacesIsFound()
    {
        AgentRouter japanese;
        QVERIFY(japanese.add({u"translator"_s, {}, {u"\u7ffb\u8a33"_s}, {}}));
        QCOMPARE(japanese.route(u"\u3053\u306e\u6587\u3092\u7ffb\u8a33\u3057\u3066"_s).agent,
                 u"translator"_s);
    }

    void allScoresAreShownWithTheirReason()
    {
        const RouteDecision decision = router().route(u"Review the translation"_s);
        QCOMPARE(decision.scores.size(), 3);
        QCOMPARE(decision.scores.at(0).agent,
                 u"translator"_s); // both fit: the first that was added
        QCOMPARE(decision.scores.at(0).keyword, 0.8);
        QCOMPARE(decision.scores.at(0).because, u"translation"_s);
        QCOMPARE(decision.scores.at(1).because, u"review"_s);
        QCOMPARE(decision.scores.at(2).agent, u"chatter"_s);
        for (const RouteScore &score : decision.scores)
            QVERIFY(score.score() >= 0 && score.score() <= 1);
    }

    void partOfAPhraseIsPartOfAScore()
    {
        AgentRouter router;
        QVERIFY(router.add({u"a"_s, {}, {u"weather report tomorrow"_s}, {}}));
        const RouteDecision decision = router.route(u"the weather tomorrow"_s);
        QVERIFY(std::abs(decision.scores.first().keyword - 0.4) < 1e-9);
        QCOMPARE(decision.agent, u"a"_s);
    }

    void whoFitsTooLittleIsNotChosen()
    {
        AgentRouter strict({0.9, {}});
        QVERIFY(strict.add({u"translator"_s, {}, {u"translate"_s}, {}}));
        QCOMPARE(strict.route(u"translate"_s).reason, Reason::Nobody);
    }

    void meaningCanBeAskedElsewhere()
    {
        AgentRouter router({0.5, {}, 5, [](const QString &text, const QString &sample) {
                                return text == "auto"_L1 && sample == "vehicles"_L1 ? 7.0 : -1.0;
                            }});
        QVERIFY(router.add({u"cars"_s, u"vehicles"_s, {}, {}}));
        QCOMPARE(router.route(u"auto"_s).agent, u"cars"_s);
        QCOMPARE(router.route(u"auto"_s).scores.first().similarity, 1.0);
        QCOMPARE(router.route(u"boat"_s).scores.first().similarity, 0.0);
    }

    void theFallbackTakesWhatFitsNobody()
    {
        const RouteDecision decision = router(u"chatter"_s).route(u"Which wine goes with fish?"_s);
        QCOMPARE(decision.agent, u"chatter"_s);
        QCOMPARE(decision.reason, Reason::Fallback);
        QCOMPARE(decision.scores.size(), 3);
    }

    void aFallbackThatIsNoAgentIsNone()
    {
        QCOMPARE(router(u"nobody"_s).route(u"Which wine goes with fish?"_s).reason, Reason::Nobody);
    }

    void agentsMustBeFindableAndTheirNamesTheirOwn()
    {
        AgentRouter router;
        QVERIFY(!router.add({QString(), u"x"_s, {}, {}}));
        QVERIFY(!router.add({u"a"_s, {}, {}, {}}));
        QVERIFY(router.add({u"a"_s, u"x"_s, {}, {}}));
        const Result<void> again = router.add({u"a"_s, u"y"_s, {}, {}});
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::BadRequest);
        QCOMPARE(router.agents().size(), 1);
        QCOMPARE(AgentRouter().route(u"x"_s).reason, Reason::Nobody);
    }

    // Follow-ups: the seed's router answered them from the bare words as soon as anybody fitted.
    void aFollowUpCarriesWhatItLeansOn()
    {
        const RouteDecision decision =
            router().route(u"Translate it to Spanish"_s, afterATranslation());
        QCOMPARE(decision.agent, u"translator"_s);
        QVERIFY(decision.hasContext);
        QVERIFY(decision.prompt.contains(u"Translate 'hello' to French"_s));
        QVERIFY(decision.prompt.contains(u"bonjour"_s));
        QVERIFY(decision.prompt.endsWith(u"The question now: Translate it to Spanish"_s));
    }

    void aFollowUpWithoutAKeywordGoesWhereItsQuestionWent_data()
    {
        QTest::addColumn<QString>("fallback");
        QTest::newRow("without a fallback") << QString();
        QTest::newRow("with a fallback") << u"chatter"_s;
    }
    void aFollowUpWithoutAKeywordGoesWhereItsQuestionWent()
    {
        QFETCH(const QString, fallback);
        const RouteDecision decision =
            router(fallback).route(u"What about Spanish?"_s, afterATranslation());
        QCOMPARE(decision.agent, u"translator"_s);
        QCOMPARE(decision.reason, Reason::FitsContext);
        QVERIFY(decision.prompt.contains(u"hello"_s));
    }

    void theLatestQuestionCountsFirst()
    {
        QList<RoutingTurn> history = afterATranslation();
        history += {{true, u"Review my code quality"_s}, {false, u"It is fine."_s}};
        QCOMPARE(router().route(u"And once more?"_s, history).agent, u"reviewer"_s);
    }

    void whatIsTooLongAgoIsForgotten()
    {
        QList<RoutingTurn> history = afterATranslation();
        for (int i = 0; i < 5; ++i)
            history.append({true, u"Which wine goes with fish?"_s});
        QCOMPARE(router(u"chatter"_s).route(u"What about Spanish?"_s, history).reason,
                 Reason::Fallback);
    }

    void answersDoNotChooseAnAgent()
    {
        const QList<RoutingTurn> history = {{true, u"Which wine goes with fish?"_s},
                                            {false, u"Translate the label to find out."_s}};
        QCOMPARE(router().route(u"What about meat?"_s, history).reason, Reason::Nobody);
    }

    void aNewSubjectCarriesNothing()
    {
        const QString question = u"Review my code quality"_s;
        const RouteDecision decision = router().route(question, afterATranslation());
        QCOMPARE(decision.agent, u"reviewer"_s);
        QCOMPARE(decision.prompt, question);
        QVERIFY(!decision.hasContext);
    }

    void withoutAHistoryThereIsNothingToCarry()
    {
        const RouteDecision decision = router().route(u"Translate it to Spanish"_s);
        QCOMPARE(decision.agent, u"translator"_s);
        QCOMPARE(decision.prompt, u"Translate it to Spanish"_s);
    }

    // What was remembered never reached the seed's model: here it stands in the very prompt.
    void fourTurnsReachTheAgentInTheirOrder()
    {
        QList<RoutingTurn> history;
        for (int i = 1; i <= 4; ++i) {
            history.append({true, u"Translate word %1"_s.arg(i)});
            history.append({false, u"answer %1"_s.arg(i)});
        }
        const QString prompt = router().route(u"Translate them again"_s, history).prompt;
        QVERIFY(!prompt.contains(u"answer 2"_s));
        QVERIFY(prompt.indexOf(u"word 3"_s) < prompt.indexOf(u"answer 3"_s));
        QVERIFY(prompt.indexOf(u"answer 3"_s) < prompt.indexOf(u"word 4"_s));
        QVERIFY(prompt.indexOf(u"answer 4"_s) < prompt.indexOf(u"Translate them again"_s));
    }

    // The seed mixed the records of questions that were under way at once.
    void questionsAtOnceDoNotMix()
    {
        const AgentRouter shared = router(u"chatter"_s);
        const RouteDecision followUp = shared.route(u"What about Spanish?"_s, afterATranslation());
        const RouteDecision review = shared.route(u"Review this"_s);
        std::vector<std::thread> threads;
        std::atomic<int> wrong = 0;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                for (int round = 0; round < 50; ++round) {
                    const RouteDecision decision = i % 2 == 0
                        ? shared.route(u"What about Spanish?"_s, afterATranslation())
                        : shared.route(u"Review this"_s);
                    wrong += decision == (i % 2 == 0 ? followUp : review) ? 0 : 1;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong, 0);
    }
};

KAGURA_TEST(TestAgentRouter)
#include "tst_agentrouter.moc"
