// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/sharedanswer.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime Created(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);

CachedAnswer cached()
{
    CachedAnswer answer = newEntry(u"Minka"_s, Created).answer;
    CacheEntry &entry = answer.entry;
    entry.expires = Created.addDays(7);
    entry.servedModel = u"m-2026"_s;
    entry.costMicroUsd = 1234;
    entry.usage.cacheReadTokens = 7;
    entry.firstContent = 120ms;
    entry.duration = 900ms;
    entry.agent = u"critic"_s;
    entry.note = u"mine"_s;
    entry.tags = {u"private"_s};
    return answer;
}

} // namespace

class TestSharedAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheProviderSaidTravels()
    {
        const SharedAnswer sent = SharedAnswer::of(cached());
        const Result<SharedAnswer> got = SharedAnswer::fromBytes(sent.toBytes());
        QVERIFY(got);
        QCOMPARE(*got, sent);
        CachedAnswer there;
        there.entry.agent = u"theirs"_s;
        got->fill(there);
        QCOMPARE(there.log, cached().log);
        QCOMPARE(there.entry.agent, u"theirs"_s);
        QCOMPARE(there.entry.usage, cached().entry.usage);
        QCOMPARE(there.entry.expires, cached().entry.expires);
        QCOMPARE(there.entry.duration, 900ms);
    }

    void whatNeverExpiresTravels()
    {
        CachedAnswer answer = cached();
        answer.entry.expires.reset();
        answer.entry.costMicroUsd.reset();
        const SharedAnswer sent = SharedAnswer::of(answer);
        QCOMPARE(SharedAnswer::fromBytes(sent.toBytes()).value(), sent);
    }

    void whatIsTheUsersStaysHere()
    {
        const QByteArray bytes = SharedAnswer::of(cached()).toBytes();
        for (const char *own : {"critic", "mine", "private", "about Minka", "\"p\"", "https:"})
            QVERIFY2(!bytes.contains(own), own);
    }

    void damageIsAnErrorOrAnotherAnswerAndNeverMore()
    {
        const QByteArray whole = SharedAnswer::of(cached()).toBytes();
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!SharedAnswer::fromBytes(whole.first(size)), whole.first(size).constData());
        QRandomGenerator random(7);
        for (int round = 0; round < 3000; ++round) {
            QByteArray damaged = whole;
            damaged[random.bounded(static_cast<int>(damaged.size()))] =
                static_cast<char>(random.bounded(256));
            static_cast<void>(SharedAnswer::fromBytes(damaged));
        }
    }

    void timesThatNoClockSaysAreRefused()
    {
        SharedAnswer odd = SharedAnswer::of(cached());
        odd.created = QDateTime::fromMSecsSinceEpoch(5, Qt::UTC);
        QVERIFY(!SharedAnswer::fromBytes(odd.toBytes()));
        odd.created = QDateTime(QDate(12'000, 1, 1), QTime(), Qt::UTC);
        QVERIFY(!SharedAnswer::fromBytes(odd.toBytes()));
    }
};

KAGURA_TEST(TestSharedAnswer)
#include "tst_sharedanswer.moc"
