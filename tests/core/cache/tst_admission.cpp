// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/admission.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Sampling = CachePolicy::Sampling;

namespace {

ChatAnswer answerOf(const QString &text, FinishReason reason = FinishReason::Stop)
{
    ChatAnswer answer;
    answer.text = text;
    answer.finish = Finish{reason, {}};
    return answer;
}

} // namespace

class TestAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCompleteAndCleanIsKept() { QCOMPARE(why(answerOf(u"yes"_s)), CacheReason::None); }

    void whatIsNotIsRefusedWithItsReason_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<CacheReason>("expected");
        const auto row = [](FinishReason reason, CacheReason expected) {
            QTest::newRow(qPrintable(finishReasonName(reason)))
                << static_cast<int>(reason) << expected;
        };
        row(FinishReason::Length, CacheReason::Length);
        row(FinishReason::ContentFilter, CacheReason::ContentFilter);
        row(FinishReason::Refusal, CacheReason::Refusal);
        row(FinishReason::ToolCalls, CacheReason::ToolCalls);
        row(FinishReason::Other, CacheReason::OtherFinish);
    }
    void whatIsNotIsRefusedWithItsReason()
    {
        QFETCH(const int, reason);
        QFETCH(const CacheReason, expected);
        QCOMPARE(why(answerOf(u"text"_s, static_cast<FinishReason>(reason))), expected);
    }

    void failuresAndWhatHasNoEndAreRefused()
    {
        QCOMPARE(why(answerOf(u"yes"_s), Error{Error::Kind::Truncated, {}}), CacheReason::Failed);
        QCOMPARE(why(answerOf(u"yes"_s), Error{Error::Kind::Cancelled, {}}), CacheReason::Failed);
        ChatAnswer open = answerOf(u"yes"_s);
        open.finish.reset();
        QCOMPARE(why(open), CacheReason::Unfinished);
        QCOMPARE(why(answerOf(u" \n"_s)), CacheReason::Empty);
        ChatAnswer thoughts = answerOf({});
        thoughts.reasoning = u"hm"_s;
        QCOMPARE(why(thoughts), CacheReason::Empty);
    }

    void aCutAnswerIsKeptWhereThatWasMeant()
    {
        m_policy.keepsLength = true;
        QCOMPARE(why(answerOf(u"text"_s, FinishReason::Length)), CacheReason::None);
        m_request.format.kind = ResponseFormat::Kind::JsonObject;
        QCOMPARE(why(answerOf(u"{\"a\":"_s, FinishReason::Length)), CacheReason::BrokenSchema);
    }

    void callsOfToolsAreKeptOnRequestOnly()
    {
        ChatAnswer calling = answerOf({}, FinishReason::ToolCalls);
        calling.toolCalls = {ToolCall{u"1"_s, u"look"_s}};
        QCOMPARE(why(calling), CacheReason::ToolCalls);
        // Some servers say "stop" with a call.
        calling.finish = Finish{FinishReason::Stop, {}};
        QCOMPARE(why(calling), CacheReason::ToolCalls);
        m_policy.modelSteps = true;
        QCOMPARE(why(calling), CacheReason::None);
        m_request.format.kind = ResponseFormat::Kind::JsonObject;
        QCOMPARE(why(calling), CacheReason::None);
    }

    void theShapeThatWasAskedForIsLookedAt()
    {
        m_request.format.kind = ResponseFormat::Kind::JsonObject;
        QCOMPARE(why(answerOf(u"{\"a\":1}"_s)), CacheReason::None);
        QCOMPARE(why(answerOf(u"[1]"_s)), CacheReason::BrokenSchema);
        QCOMPARE(why(answerOf(u"Sure! {}"_s)), CacheReason::BrokenSchema);
        m_request.format.kind = ResponseFormat::Kind::JsonSchema;
        m_request.format.schema = {{"type", "object"}, {"required", {"name"}}};
        QCOMPARE(why(answerOf(u"{\"name\":1}"_s)), CacheReason::None);
        QCOMPARE(why(answerOf(u"{\"nam\":1}"_s)), CacheReason::BrokenSchema);
        m_request.format.schema["unevaluatedProperties"] = false; // a rule that is not known here
        QCOMPARE(why(answerOf(u"{\"nam\":1}"_s)), CacheReason::None);
    }

    void aLifetimeOfZeroKeepsNothingAndNoneKeepsForEver()
    {
        m_policy.lifetime = 0ms;
        QCOMPARE(why(answerOf(u"yes"_s)), CacheReason::LifetimeZero);
        m_policy.lifetime = -1ms;
        QCOMPARE(why(answerOf(u"yes"_s)), CacheReason::LifetimeZero);
        m_policy.lifetime.reset();
        QCOMPARE(why(answerOf(u"yes"_s)), CacheReason::None);
        QVERIFY(!lifetimeOf({}, m_policy));
    }

    void whatMayChangeElsewhereLivesAnHourAtMost()
    {
        RequestShape shape;
        shape.hasRemoteInput = true;
        QCOMPARE(*lifetimeOf(shape, m_policy), 1h);
        m_policy.lifetime.reset();
        QCOMPARE(*lifetimeOf(shape, m_policy), 1h);
        m_policy.lifetime = 5min;
        QCOMPARE(*lifetimeOf(shape, m_policy), 5min);
        QCOMPARE(*lifetimeOf({}, m_policy), 5min);
    }

    void toolsAndTemperatureDecideWhoIsAsked_data()
    {
        QTest::addColumn<int>("sampling");
        QTest::addColumn<double>("temperature"); // negative: not set
        QTest::addColumn<bool>("hasSeed");
        QTest::addColumn<CacheReason>("expected");
        const auto row = [](const char *name, Sampling sampling, double temperature, bool seed,
                            CacheReason expected) {
            QTest::newRow(name) << static_cast<int>(sampling) << temperature << seed << expected;
        };
        row("always", Sampling::Always, 0.9, false, CacheReason::None);
        row("deterministic at 0", Sampling::DeterministicOnly, 0, false, CacheReason::None);
        row("deterministic above 0", Sampling::DeterministicOnly, 0.1, false,
            CacheReason::Temperature);
        row("not set is not 0", Sampling::DeterministicOnly, -1, false, CacheReason::Temperature);
        row("a seed is deterministic", Sampling::DeterministicOnly, 0.9, true, CacheReason::None);
        row("never", Sampling::Never, 0, true, CacheReason::Temperature);
    }
    void toolsAndTemperatureDecideWhoIsAsked()
    {
        QFETCH(const int, sampling);
        QFETCH(const double, temperature);
        QFETCH(const bool, hasSeed);
        QFETCH(const CacheReason, expected);
        RequestShape shape;
        shape.hasSeed = hasSeed;
        if (temperature >= 0)
            shape.temperature = temperature;
        m_policy.sampling = static_cast<Sampling>(sampling);
        QCOMPARE(whyBypassed(shape, m_policy), expected);
        shape.hasTools = true;
        QCOMPARE(whyBypassed(shape, m_policy), CacheReason::Tools);
        m_policy.modelSteps = true;
        QCOMPARE(whyBypassed(shape, m_policy), expected);
    }

    void init()
    {
        m_request = ChatRequest();
        m_policy = CachePolicy();
    }

private:
    [[nodiscard]] CacheReason why(const ChatAnswer &answer,
                                  const std::optional<Error> &failure = std::nullopt) const
    {
        return whyNotKept(answer, failure, m_request, m_policy);
    }

    ChatRequest m_request;
    CachePolicy m_policy;
};

KAGURA_TEST(TestAdmission)
#include "tst_admission.moc"
