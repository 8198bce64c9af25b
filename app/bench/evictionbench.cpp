// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/evictionbench.h"

#include "core/cache/sievecache.h"

#include <algorithm>
#include <cmath>
#include <list>
#include <random>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int Requests = 1'000'000;
constexpr int Keys = 100'000;
constexpr int Capacities[] = {1000, 10'000};

using Trace = std::vector<int>;

//! Keys whose n-th most common comes with a frequency of 1/n^s.
class Zipf final
{
public:
    Zipf(int keys, double s)
    {
        double sum = 0;
        for (int i = 1; i <= keys; ++i)
            m_sums.push_back(sum += 1 / std::pow(i, s));
    }
    [[nodiscard]] int operator()(std::mt19937 &random) const
    {
        const double place = std::uniform_real_distribution<double>(0, m_sums.back())(random);
        return static_cast<int>(std::lower_bound(m_sums.cbegin(), m_sums.cend(), place)
                                - m_sums.cbegin());
    }

private:
    std::vector<double> m_sums;
};

Trace zipfTrace(double s)
{
    std::mt19937 random(1);
    const Zipf zipf(Keys, s);
    Trace trace;
    for (int i = 0; i < Requests; ++i)
        trace.push_back(zipf(random));
    return trace;
}

// Most turns of agents are new; the others repeat prompts of which some are common. With sweeps, an
// evaluation of 2,000 cases runs again and again in between.
Trace agentTrace(bool withSweeps)
{
    constexpr double Unique = 0.65;
    constexpr int Pause = 3000;
    constexpr int Cases = 2000;
    std::mt19937 random(2);
    const Zipf zipf(Keys / 5, 0.9);
    std::uniform_real_distribution<double> part(0, 1);
    Trace trace;
    int next = 10 * Keys;
    while (static_cast<int>(trace.size()) < Requests) {
        for (int i = 0; i < Pause; ++i)
            trace.push_back(part(random) < Unique ? next++ : zipf(random));
        for (int i = 0; withSweeps && i < Cases; ++i)
            trace.push_back(5 * Keys + i);
    }
    trace.resize(Requests);
    return trace;
}

double percent(qint64 hits)
{
    return 100.0 * static_cast<double>(hits) / Requests;
}

double sieveHits(const Trace &trace, int capacity)
{
    SieveCache<int, int> cache({1'000'000'000, static_cast<std::size_t>(capacity)});
    const auto value = std::make_shared<const int>(0);
    qint64 hits = 0;
    for (const int key : trace) {
        if (cache.find(key))
            ++hits;
        else
            cache.insert(key, value, 1);
    }
    return percent(hits);
}

//! Evicts the last of a list to whose front every new key goes, and for LRU every one that is used.
double listHits(const Trace &trace, int capacity, bool movesWhatIsUsed)
{
    std::list<int> order;
    std::unordered_map<int, std::list<int>::iterator> places;
    qint64 hits = 0;
    for (const int key : trace) {
        if (const auto found = places.find(key); found != places.end()) {
            ++hits;
            if (movesWhatIsUsed)
                order.splice(order.begin(), order, found->second);
            continue;
        }
        if (static_cast<int>(places.size()) == capacity) {
            places.erase(order.back());
            order.pop_back();
        }
        order.push_front(key);
        places[key] = order.begin();
    }
    return percent(hits);
}

double mostHits(const Trace &trace)
{
    const std::unordered_set<int> keys(trace.cbegin(), trace.cend());
    return percent(Requests - static_cast<qint64>(keys.size()));
}

} // namespace

QList<Figure> benchEviction()
{
    QList<Figure> figures;
    const std::vector<std::pair<QString, Trace>> traces = {
        {u"zipf 1.0"_s, zipfTrace(1.0)},
        {u"zipf 0.8"_s, zipfTrace(0.8)},
        {u"agents"_s, agentTrace(false)},
        {u"agents and sweeps"_s, agentTrace(true)}};
    for (const auto &[name, trace] : traces) {
        for (const int capacity : Capacities) {
            Figure figure;
            figure.name = u"hits, %1, room for %L2"_s.arg(name).arg(capacity);
            figure.unit = u"%"_s;
            figure.value = sieveHits(trace, capacity);
            figure.floor = listHits(trace, capacity, true);
            figure.floorName =
                u"LRU; FIFO %1, most %2"_s.arg(listHits(trace, capacity, false), 0, 'f', 1)
                    .arg(mostHits(trace), 0, 'f', 1);
            figure.goal = u"above LRU"_s;
            figure.isMet = figure.value > *figure.floor;
            figures.append(figure);
        }
    }
    return figures;
}

} // namespace kagura::bench
