// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/textdiff.h"

#include <QStringView>

#include <algorithm>
#include <vector>

namespace kagura {

namespace {

using Pieces = std::vector<QStringView>;
using Kind = TextChange::Kind;

constexpr qsizetype LongestByWords = 24'000; // characters of both
constexpr int MostEdits = 1200;

Pieces wordsOf(QStringView text)
{
    Pieces pieces;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at + 1;
        const bool isWord = text.at(at).isLetterOrNumber();
        if (isWord || text.at(at).isSpace()) {
            while (end < text.size()
                   && (isWord ? text.at(end).isLetterOrNumber() : text.at(end).isSpace()))
                ++end;
        }
        pieces.push_back(text.sliced(at, end - at));
        at = end;
    }
    return pieces;
}

Pieces linesOf(QStringView text)
{
    Pieces pieces;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype line = text.indexOf(u'\n', at);
        const qsizetype end = line < 0 ? text.size() : line + 1;
        pieces.push_back(text.sliced(at, end - at));
        at = end;
    }
    return pieces;
}

void add(QList<TextChange> &changes, Kind kind, QStringView text)
{
    if (text.isEmpty())
        return;
    if (!changes.isEmpty() && changes.constLast().kind == kind)
        changes.last().text += text;
    else
        changes.append({kind, text.toString()});
}

//! Myers' greedy way: the fewest edits, found by how far each diagonal gets with so many of them.
//! Empty: there are more than MostEdits, or both are empty.
std::vector<Kind> edits(const Pieces &from, const Pieces &to)
{
    const int n = int(from.size());
    const int m = int(to.size());
    const int most = std::min(n + m, MostEdits);
    std::vector<int> reach(std::size_t(2 * most + 2), 0);
    const auto at = [most](int diagonal) { return std::size_t(diagonal + most); };
    std::vector<std::vector<int>> trace;
    for (int d = 0; d <= most; ++d) {
        trace.emplace_back(reach.begin() + (most - d), reach.begin() + (most + d + 1));
        for (int k = -d; k <= d; k += 2) {
            const bool isDown = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]);
            int x = isDown ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
            int y = x - k;
            while (x < n && y < m && from[std::size_t(x)] == to[std::size_t(y)]) {
                ++x;
                ++y;
            }
            reach[at(k)] = x;
            if (x < n || y < m)
                continue;
            std::vector<Kind> backwards;
            for (int step = d; step > 0; --step) {
                const std::vector<int> &before = trace[std::size_t(step)];
                const auto reached = [&](int diagonal) {
                    return before[std::size_t(diagonal + step)];
                };
                const int diagonal = x - y;
                const bool wasDown = diagonal == -step
                    || (diagonal != step && reached(diagonal - 1) < reached(diagonal + 1));
                const int fromX = wasDown ? reached(diagonal + 1) : reached(diagonal - 1);
                const int fromY = fromX - (wasDown ? diagonal + 1 : diagonal - 1);
                const int afterX = wasDown ? fromX : fromX + 1;
                backwards.insert(backwards.end(), std::size_t(x - afterX), Kind::Same);
                backwards.push_back(wasDown ? Kind::Added : Kind::Removed);
                x = fromX;
                y = fromY;
            }
            backwards.insert(backwards.end(), std::size_t(x), Kind::Same);
            std::reverse(backwards.begin(), backwards.end());
            return backwards;
        }
    }
    return {};
}

} // namespace

QList<TextChange> textDiff(const QString &from, const QString &to)
{
    const bool isLong = from.size() + to.size() > LongestByWords;
    Pieces old = isLong ? linesOf(from) : wordsOf(from);
    Pieces fresh = isLong ? linesOf(to) : wordsOf(to);
    const auto [oldHead, freshHead] =
        std::mismatch(old.begin(), old.end(), fresh.begin(), fresh.end());
    const auto head = oldHead - old.begin();
    const auto tail = std::mismatch(old.rbegin(), std::make_reverse_iterator(oldHead),
                                    fresh.rbegin(), std::make_reverse_iterator(freshHead))
                          .first
        - old.rbegin();
    const Pieces oldMiddle(oldHead, old.end() - tail);
    const Pieces freshMiddle(freshHead, fresh.end() - tail);
    QList<TextChange> changes;
    for (auto piece = old.begin(); piece != old.begin() + head; ++piece)
        add(changes, Kind::Same, *piece);
    const std::vector<Kind> steps = edits(oldMiddle, freshMiddle);
    auto removed = oldMiddle.begin();
    auto added = freshMiddle.begin();
    for (const Kind step : steps) {
        add(changes, step, step == Kind::Added ? *added : *removed);
        if (step != Kind::Added)
            ++removed;
        if (step != Kind::Removed)
            ++added;
    }
    for (; removed != oldMiddle.end(); ++removed) // too different for steps
        add(changes, Kind::Removed, *removed);
    for (; added != freshMiddle.end(); ++added)
        add(changes, Kind::Added, *added);
    for (auto piece = old.end() - tail; piece != old.end(); ++piece)
        add(changes, Kind::Same, *piece);
    return changes;
}

} // namespace kagura
