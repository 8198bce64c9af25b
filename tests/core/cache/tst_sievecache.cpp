// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/sievecache.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <deque>
#include <random>
#include <thread>

using namespace kagura;

namespace {

using Cache = SieveCache<int, int>;

Cache::Shared number(int value)
{
    return std::make_shared<const int>(value);
}

//! The rule in the plainest words, to compare with.
class SlowSieve
{
public:
    explicit SlowSieve(std::size_t entries)
        : m_entries(entries)
    {}

    bool access(int key)
    {
        for (Item &item : m_items) {
            if (item.key == key) {
                item.isVisited = true;
                return true;
            }
        }
        if (m_items.size() == m_entries)
            evict();
        m_items.push_front({key, false});
        return false;
    }

private:
    struct Item
    {
        int key;
        bool isVisited;
    };

    void evict()
    {
        std::size_t at = m_items.size() - 1;
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (m_hand && m_items[i].key == *m_hand)
                at = i;
        }
        while (m_items[at].isVisited) {
            m_items[at].isVisited = false;
            at = at == 0 ? m_items.size() - 1 : at - 1;
        }
        m_hand = at == 0 ? std::nullopt : std::optional(m_items[at - 1].key);
        m_items.erase(m_items.begin() + static_cast<std::ptrdiff_t>(at));
    }

    std::size_t m_entries;
    std::deque<Item> m_items; // newest first
    std::optional<int> m_hand;
};

} // namespace

class TestSieveCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasReadIsNotTheNextToGo()
    {
        Cache cache({3, 100});
        for (int i = 1; i <= 3; ++i)
            QVERIFY(cache.insert(i, number(i), 1));
        QVERIFY(cache.find(1)); // the oldest, but used
        QVERIFY(cache.insert(4, number(4), 1));
        QVERIFY(cache.find(1));
        QVERIFY(!cache.find(2));
        QCOMPARE(cache.size(), 3U);
        QCOMPARE(cache.evictions(), 1U);
    }

    void writingAKeyAgainEvictsNobodyElse()
    {
        Cache cache({2, 100});
        QVERIFY(cache.insert(1, number(1), 1));
        QVERIFY(cache.insert(2, number(2), 1));
        QVERIFY(cache.insert(2, number(20), 1));
        QCOMPARE(cache.size(), 2U);
        QCOMPARE(*cache.find(1), 1);
        QCOMPARE(*cache.find(2), 20);
        QCOMPARE(cache.evictions(), 0U);
    }

    void whatIsTooLargeIsNotKept()
    {
        Cache cache({10, 100});
        QVERIFY(cache.insert(1, number(1), 10));
        QVERIFY(!cache.insert(2, number(2), 11));
        QVERIFY(cache.find(1));
        // Nor is the old value under its key: it is out of date.
        QVERIFY(!cache.insert(1, number(3), 11));
        QVERIFY(!cache.find(1));
        QCOMPARE(cache.bytes(), 0U);
        Cache none({10, 0});
        QVERIFY(!none.insert(1, number(1), 1));
    }

    void pinnedEntriesStay()
    {
        Cache cache({3, 100});
        for (int i = 1; i <= 3; ++i)
            QVERIFY(cache.insert(i, number(i), 1));
        QVERIFY(cache.setPinned(1, true));
        QVERIFY(!cache.setPinned(9, true));
        for (int i = 4; i < 40; ++i)
            QVERIFY(cache.insert(i, number(i), 1));
        QVERIFY(cache.find(1));
        QVERIFY(cache.setPinned(38, true));
        QVERIFY(cache.setPinned(39, true));
        QVERIFY(!cache.insert(40, number(40), 1)); // nobody may go
        QCOMPARE(cache.size(), 3U);
        QVERIFY(cache.setPinned(1, false));
        QVERIFY(cache.insert(40, number(40), 1));
        QVERIFY(!cache.find(1));
    }

    void smallerLimitsEvictAtOnce()
    {
        Cache cache({100, 100});
        for (int i = 0; i < 100; ++i)
            QVERIFY(cache.insert(i, number(i), 1));
        cache.setLimits({10, 100});
        QCOMPARE(cache.size(), 10U);
        QVERIFY(cache.find(99));
        cache.setLimits({100, 4});
        QCOMPARE(cache.size(), 4U);
        cache.clear();
        QCOMPARE(cache.size(), 0U);
        QCOMPARE(cache.bytes(), 0U);
        QVERIFY(cache.insert(1, number(1), 1));
    }

    void valuesOutliveTheirEviction()
    {
        Cache cache({1, 100});
        QVERIFY(cache.insert(1, number(1), 1));
        const Cache::Shared held = cache.find(1);
        QVERIFY(cache.insert(2, number(2), 1));
        QVERIFY(!cache.find(1));
        QCOMPARE(*held, 1);
    }

    void choosesAsThePlainRuleDoes()
    {
        for (const std::size_t size :
             {std::size_t(1), std::size_t(2), std::size_t(7), std::size_t(50)}) {
            Cache cache({100000, size});
            SlowSieve rule(size);
            std::mt19937 random(7);
            std::geometric_distribution<int> skewed(0.03);
            for (int i = 0; i < 20000; ++i) {
                const int key = skewed(random);
                const bool isHit = cache.find(key) != nullptr;
                if (!isHit)
                    QVERIFY(cache.insert(key, number(key), 1));
                QCOMPARE(isHit, rule.access(key));
            }
        }
    }

    void theBudgetIsNeverExceeded()
    {
        Cache cache({1000, 40});
        std::mt19937 random(3);
        const auto pick = [&](int below) { return static_cast<int>(random() % unsigned(below)); };
        std::size_t sum = 0;
        for (int i = 0; i < 50000; ++i) {
            const int key = pick(100);
            switch (pick(12)) {
            case 0:
                cache.erase(key);
                break;
            case 1:
                cache.setPinned(key, pick(3) == 0);
                break;
            case 2:
            case 3:
                static_cast<void>(cache.find(key));
                break;
            default:
                cache.insert(key, number(key), std::size_t(pick(120)));
            }
            QVERIFY(cache.bytes() <= 1000);
            QVERIFY(cache.size() <= 40);
            sum += cache.size();
        }
        QVERIFY(sum > 50000 * 5); // it did hold something
    }

    void evictionDoesNotGetSlowerWithSize()
    {
        // A count, not a time: the hand may pass every mark once, and a mark costs one hit.
        Cache cache({100000, 100000});
        for (int i = 0; i < 100000; ++i)
            QVERIFY(cache.insert(i, number(i), 1));
        for (int i = 100000; i < 200000; ++i)
            QVERIFY(cache.insert(i, number(i), 1));
        QCOMPARE(cache.size(), 100000U);
        QCOMPARE(cache.evictions(), 100000U);
    }

    void readersAndWritersMeet()
    {
        Cache cache({200, 100});
        std::atomic_int wrong = 0;
        std::atomic_int hits = 0;
        const auto work = [&](unsigned seed, bool writes) {
            std::mt19937 random(seed);
            for (int i = 0; i < 20000; ++i) {
                const int key = static_cast<int>(random() % 300);
                if (const Cache::Shared found = cache.find(key)) {
                    wrong += *found == key ? 0 : 1;
                    ++hits;
                } else if (writes) {
                    cache.insert(key, number(key), 1);
                }
                if (writes && i % 50 == 0) {
                    cache.erase(key);
                    cache.setPinned(static_cast<int>(random() % 300), i % 100 == 0);
                }
            }
        };
        std::vector<std::thread> threads;
        for (unsigned i = 0; i < 4; ++i)
            threads.emplace_back(work, i, i % 2 == 0);
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong, 0);
        QVERIFY(hits > 0);
        QVERIFY(cache.bytes() <= 200);
    }
};

KAGURA_TEST(TestSieveCache)
#include "tst_sievecache.moc"
