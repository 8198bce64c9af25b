// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachepredictor.h"
#include "core/cache/cachingprovider.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestCachePredictor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void predictsWhatTheProviderWouldDo()
    {
        CacheFixture fixture;
        FakeProvider inner;
        CachingProvider caching(inner, *fixture.cache, fixture.clock, {});
        CachePredictor predictor(inner, *fixture.cache);
        for (const QString &text : {u"one"_s, u"two"_s})
            inner.addText(text);
        for (const QString &text : {u"a"_s, u"b"_s}) {
            const auto reply = caching.send(question(text), {});
            QTRY_VERIFY(reply->isFinished());
        }
        fixture.settle();
        CallOptions refresh;
        refresh.cacheMode = CacheMode::Refresh;
        CallOptions secondSample;
        secondSample.sampleIndex = 1;
        const QList<HitPredictor::PlannedCall> calls = {
            {question(u"a"_s), {}},      {question(u"c"_s), {}},           {question(u"b"_s), {}},
            {question(u"a"_s), refresh}, {question(u"a"_s), secondSample}, {ChatRequest(), {}},
        };
        const QList<bool> expected = {true, false, true, false, false, false};
        QCOMPARE(predict(predictor, calls), expected);
        fixture.reopen(); // from disk alone
        FakeProvider again;
        CachePredictor second(again, *fixture.cache);
        QCOMPARE(predict(second, calls), expected);
        QCOMPARE(inner.asked().size(), 2U);
        fixture.clock.advance(std::chrono::seconds(5));
        fixture.settle();
        QCOMPARE(fixture.integer(u"SELECT sum(hits) FROM entry"_s), 0); // to look is not to use
    }

    void nothingPlannedIsAnsweredToo()
    {
        CacheFixture fixture;
        FakeProvider inner;
        CachePredictor predictor(inner, *fixture.cache);
        QCOMPARE(predict(predictor, {}), QList<bool>());
    }

    void policiesCount()
    {
        CacheFixture fixture;
        FakeProvider inner;
        CachingProvider caching(inner, *fixture.cache, fixture.clock, {});
        inner.addText(u"one"_s);
        const auto reply = caching.send(question(u"a"_s), {});
        QTRY_VERIFY(reply->isFinished());
        CachePredictor predictor(inner, *fixture.cache,
                                 [](const ChatRequest &, const CallOptions &) {
                                     CachePolicy policy;
                                     policy.sampling = CachePolicy::Sampling::Never;
                                     return policy;
                                 });
        QCOMPARE(predict(predictor, {{question(u"a"_s), {}}}), QList<bool>{false});
    }

private:
    [[nodiscard]] static QList<bool> predict(CachePredictor &predictor,
                                             const QList<HitPredictor::PlannedCall> &calls)
    {
        std::optional<QList<bool>> answer;
        QObject context;
        predictor.predict(calls, &context, [&](const QList<bool> &hits) { answer = hits; });
        if (answer)
            return {true, true, true, true, true, true, true, true}; // too early
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(QList<bool>());
    }
};

KAGURA_TEST(TestCachePredictor)
#include "tst_cachepredictor.moc"
