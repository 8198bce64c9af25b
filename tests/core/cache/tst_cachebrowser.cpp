// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachebrowser.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = InvalidationTable::Kind;

class TestCacheBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<CacheFixture>();
        m_browser = std::make_unique<CacheBrowser>(*m_fixture->cache, *m_fixture->database,
                                                   m_fixture->clock);
        for (int i = 0; i < 5; ++i)
            m_fixture->store(
                newEntry(u"text%1"_s.arg(i), m_fixture->clock.wall(), i < 2 ? u"a"_s : u"b"_s));
    }
    void cleanup()
    {
        m_browser.reset();
        m_fixture.reset();
    }

    void showsAndCountsWhatAQueryMeans()
    {
        const auto page = wait<BrowserTable::Page>([&](QObject *context, auto done) {
            m_browser->page(query(u"model:b"_s), BrowserTable::Order::Newest, {}, 10, context,
                            done);
        });
        QCOMPARE(page->entries.size(), 3);
        const auto count = wait<BrowserTable::Count>([&](QObject *context, auto done) {
            m_browser->count(query(u"model:b"_s), context, done);
        });
        QCOMPARE(count->entries, 3);
        const auto whole =
            wait<std::optional<BrowserTable::Whole>>([&](QObject *context, auto done) {
                m_browser->entry(page->entries.first().id, context, done);
            });
        QVERIFY(whole->value().isSound);
    }

    void anInvalidationIsFeltAtOnceAndCanBeUndone()
    {
        const CacheKey key = keyOf(0);
        QVERIFY(m_fixture->find(key).answer);
        const auto planned = wait<CacheBrowser::Operation>([&](QObject *context, auto done) {
            m_browser->dryRun(query(u"model:a"_s), Kind::Hard, context, done);
        });
        QCOMPARE(planned->count.entries, 2);
        const auto operation = invalidate(u"model:a"_s, Kind::Hard);
        QCOMPARE(operation.count, planned->count);
        QVERIFY(!m_fixture->find(key).answer);
        QCOMPARE(m_fixture->find(key).reason, CacheReason::Invalidated);
        QVERIFY(m_fixture->find(keyOf(3)).answer);
        const auto undone = wait<InvalidationTable::Undone>(
            [&](QObject *context, auto done) { m_browser->undo(operation.id, context, done); });
        QCOMPARE(undone->restored, 2);
        QVERIFY(m_fixture->find(key).answer);
        const auto operations = wait<QList<CacheBrowser::Operation>>(
            [&](QObject *context, auto done) { m_browser->operations(5, context, done); });
        QCOMPARE(operations->size(), 1);
        QVERIFY(operations->first().isUndone);
    }

    void softOnesAreFeltAtOnceToo()
    {
        static_cast<void>(invalidate(u"model:a"_s, Kind::Soft));
        const ResponseCache::Finding found = m_fixture->find(keyOf(0));
        QVERIFY(!found.answer);
        QVERIFY(found.stale);
        QCOMPARE(found.reason, CacheReason::SoftlyInvalidated);
    }

    void theUndoWindowCanBeChosen()
    {
        m_browser->setUndoWindow(0ms);
        const auto operation = invalidate(u"model:a"_s, Kind::Hard);
        m_fixture->clock.setWall(m_fixture->clock.wall().addSecs(1));
        const auto undone = wait<InvalidationTable::Undone>(
            [&](QObject *context, auto done) { m_browser->undo(operation.id, context, done); });
        QVERIFY(!undone.has_value());
    }

    void newAnswersBecomeSearchable()
    {
        const auto found = [&] {
            return wait<BrowserTable::Count>([&](QObject *context, auto done) {
                       m_browser->count(query(u"text3"_s), context, done);
                   })
                ->entries;
        };
        QCOMPARE(found(), 0);
        m_fixture->clock.advance(1s);
        m_fixture->settle();
        QCOMPARE(found(), 1);
        for (int i = 0; i < 40; ++i) // more than one piece
            m_fixture->store(newEntry(u"more%1"_s.arg(i), m_fixture->clock.wall()));
        QTRY_VERIFY((m_fixture->clock.advance(1s), m_fixture->settle(),
                     m_fixture->integer(u"SELECT searched FROM balance"_s) == 45));
    }

    void editsReachTheAnswersInMemory()
    {
        const auto edited = wait<qint64>([&](QObject *context, auto done) {
            m_browser->setExpiry(query(u"model:a"_s), m_fixture->clock.wall().addSecs(-1), context,
                                 done);
        });
        QCOMPARE(*edited, 2);
        QCOMPARE(m_fixture->find(keyOf(0)).reason, CacheReason::Expired);
        const auto pinned = wait<qint64>([&](QObject *context, auto done) {
            m_browser->setPinned(query(u"model:a"_s), true, context, done);
        });
        QCOMPARE(*pinned, 2);
        QVERIFY(m_fixture->find(keyOf(0)).answer); // pins do not expire
        const auto tagged = wait<qint64>([&](QObject *context, auto done) {
            m_browser->addTag(query(u"model:a"_s), u"eval"_s, context, done);
        });
        QCOMPARE(*tagged, 2);
        QCOMPARE(m_fixture->entry(keyOf(1)).tags, QStringList{u"eval"_s});
        const auto untagged = wait<qint64>([&](QObject *context, auto done) {
            m_browser->removeTag(query(u"tag:eval"_s), u"eval"_s, context, done);
        });
        QCOMPARE(*untagged, 2);
        const auto noted = wait<qint64>(
            [&](QObject *context, auto done) { m_browser->setNote(1, u"n"_s, context, done); });
        QCOMPARE(*noted, 1);
        QCOMPARE(m_fixture->entry(keyOf(0)).note, u"n"_s);
    }

    void erasedEntriesAreGoneForGood()
    {
        const auto erased = wait<qint64>([&](QObject *context, auto done) {
            m_browser->erase(query(u"model:a"_s), context, done);
        });
        QCOMPARE(*erased, 2);
        QCOMPARE(m_fixture->find(keyOf(0)).reason, CacheReason::NeverSeen);
        QCOMPARE(m_fixture->integer(u"SELECT count(*) FROM entry"_s), 3);
    }

    void statisticsAndExplanationsAreRead()
    {
        CacheStat stat;
        stat.outcome = u"hit"_s;
        stat.detail = u"memory"_s;
        stat.count = 1;
        for (int i = 0; i < 3; ++i)
            m_fixture->cache->count(stat);
        m_fixture->clock.advance(2s);
        m_fixture->settle();
        const QDateTime now = m_fixture->clock.wall();
        const auto stats = wait<QList<CacheStat>>([&](QObject *context, auto done) {
            m_browser->statistics(now.addSecs(-3600), now.addSecs(3600), StatTable::By::Outcome,
                                  context, done);
        });
        QCOMPARE(stats->size(), 1);
        QCOMPARE(stats->first().count, 3);
        CallIdentity identity;
        identity.model = u"a"_s;
        identity.body = "{}";
        const auto explanation = wait<CacheExplanation>(
            [&](QObject *context, auto done) { m_browser->explain(identity, {}, context, done); });
        QCOMPARE(explanation->reason, CacheReason::NeverSeen);
        QVERIFY(explanation->nearest);
    }

private:
    [[nodiscard]] static CacheQuery query(const QString &text) { return *CacheQuery::parse(text); }
    [[nodiscard]] CacheKey keyOf(int i) const
    {
        return newEntry(u"text%1"_s.arg(i), {}, i < 2 ? u"a"_s : u"b"_s).answer.entry.key;
    }
    template <typename T, typename Call>
    [[nodiscard]] static Result<T> wait(Call call)
    {
        return CacheFixture::wait<Result<T>>(call);
    }
    [[nodiscard]] CacheBrowser::Operation invalidate(const QString &text, Kind kind)
    {
        const auto done = wait<CacheBrowser::Operation>([&](QObject *context, auto reply) {
            m_browser->invalidate(query(text), text, kind, context, reply);
        });
        return done ? *done : CacheBrowser::Operation();
    }

    std::unique_ptr<CacheFixture> m_fixture;
    std::unique_ptr<CacheBrowser> m_browser;
};

KAGURA_TEST(TestCacheBrowser)
#include "tst_cachebrowser.moc"
