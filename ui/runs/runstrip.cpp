// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runstrip.h"

#include <algorithm>

namespace kagura {

namespace {

using std::chrono::milliseconds;

constexpr int ItemsAtOnce = 200; // that are drawn as they are at every frame
constexpr milliseconds Lasting{250};

// What a person has to see first among items that share a cell.
int weightOf(RunMark mark)
{
    switch (mark) {
    case RunMark::Failed:
        return 10;
    case RunMark::InDoubt:
        return 9;
    case RunMark::AsksYou:
        return 8;
    case RunMark::Running:
        return 7;
    case RunMark::Waiting:
        return 6;
    case RunMark::Queued:
        return 5;
    case RunMark::Pending:
        return 4;
    case RunMark::Done:
        return 3;
    case RunMark::Cached:
        return 2;
    case RunMark::Cancelled:
    case RunMark::Skipped:
        break;
    }
    return 1;
}

bool isCall(RunBar::Kind kind)
{
    return kind == RunBar::Kind::Running || kind == RunBar::Kind::Done
        || kind == RunBar::Kind::Failed || kind == RunBar::Kind::FailedAttempt;
}

} // namespace

std::vector<StripCell> stripCells(const std::vector<RunMark> &items, int most)
{
    const int total = int(items.size());
    const int share = most > 0 ? std::max(1, (total + most - 1) / most) : std::max(1, total);
    std::vector<StripCell> cells;
    for (int first = 0; first < total; first += share) {
        const int count = std::min(share, total - first);
        const auto begin = items.cbegin() + first;
        const RunMark mark = *std::max_element(
            begin, begin + count, [](RunMark a, RunMark b) { return weightOf(a) < weightOf(b); });
        cells.push_back({first, count, mark});
    }
    return cells;
}

std::vector<std::pair<milliseconds, int>> callsInFlight(const RunOutline &outline,
                                                        int node,
                                                        milliseconds now)
{
    std::vector<std::pair<milliseconds, int>> changes;
    std::vector<int> todo = {node};
    while (!todo.empty()) {
        const RunOutline::Entry &entry = outline.at(todo.back());
        todo.pop_back();
        todo.insert(todo.end(), entry.children.cbegin(), entry.children.cend());
        for (const RunBar &bar : entry.node.bars) {
            if (!isCall(bar.kind))
                continue;
            changes.emplace_back(bar.from, 1);
            changes.emplace_back(bar.to == RunBar::Open ? now : bar.to, -1);
        }
    }
    std::sort(changes.begin(), changes.end());
    std::vector<std::pair<milliseconds, int>> steps;
    int under = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        under += changes[i].second;
        if (i + 1 == changes.size() || changes[i + 1].first != changes[i].first)
            steps.emplace_back(changes[i].first, under);
    }
    return steps;
}

const StripCache::Strip &StripCache::of(const RunOutline &outline,
                                        int node,
                                        int most,
                                        milliseconds now)
{
    Kept &kept = m_strips[node];
    const int items = outline.at(node).node.itemCount;
    const bool isFew = items <= ItemsAtOnce;
    if (!isFew && kept.age.isValid() && kept.most == most && kept.items == items
        && milliseconds(kept.age.elapsed()) < Lasting)
        return kept.strip;
    kept.strip = {stripCells(outline.strip(node), most), callsInFlight(outline, node, now)};
    kept.most = most;
    kept.items = items;
    kept.age.start();
    return kept.strip;
}

} // namespace kagura
