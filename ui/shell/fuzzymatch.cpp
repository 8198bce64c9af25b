// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/fuzzymatch.h"

#include <algorithm>
#include <vector>

namespace kagura {

namespace {

constexpr int Hit = 1;
constexpr int WordStart = 8;
constexpr int Neighbour = 6;
constexpr int NameStart = 4;
constexpr int Impossible = -1;

bool beginsWord(const QString &name, qsizetype at)
{
    return at == 0 || !name.at(at - 1).isLetterOrNumber();
}

QString letters(const QString &typed)
{
    QString kept;
    for (const QChar letter : typed) {
        if (!letter.isSpace())
            kept += letter.toCaseFolded();
    }
    return kept;
}

} // namespace

std::optional<FuzzyMatch> FuzzyMatch::of(const QString &typed, const QString &name)
{
    const QString wanted = letters(typed);
    if (wanted.isEmpty())
        return FuzzyMatch{};
    if (wanted.size() > name.size())
        return std::nullopt;
    const auto rows = static_cast<std::size_t>(wanted.size());
    const auto columns = static_cast<std::size_t>(name.size());
    // best[i][j]: the best score of the first i + 1 letters with the last of them at j.
    std::vector<std::vector<int>> best(rows, std::vector<int>(columns, Impossible));
    std::vector<std::vector<int>> from(rows, std::vector<int>(columns, Impossible));
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = i; j < columns; ++j) {
            const auto at = static_cast<qsizetype>(j);
            if (name.at(at).toCaseFolded() != wanted.at(static_cast<qsizetype>(i)))
                continue;
            const int here = Hit + (beginsWord(name, at) ? WordStart : 0);
            if (i == 0) {
                best[i][j] = here + (j == 0 ? NameStart : 0);
                continue;
            }
            for (std::size_t k = i - 1; k < j; ++k) {
                if (best[i - 1][k] == Impossible)
                    continue;
                const int score = best[i - 1][k] + here + (k + 1 == j ? Neighbour : 0);
                if (score > best[i][j]) {
                    best[i][j] = score;
                    from[i][j] = static_cast<int>(k);
                }
            }
        }
    }
    const auto last = std::max_element(best.back().cbegin(), best.back().cend());
    if (*last == Impossible)
        return std::nullopt;
    FuzzyMatch match{*last, {}};
    auto column = static_cast<std::size_t>(last - best.back().cbegin());
    for (std::size_t i = rows; i-- > 0;) {
        match.positions.prepend(static_cast<int>(column));
        if (i > 0)
            column = static_cast<std::size_t>(from[i][column]);
    }
    return match;
}

} // namespace kagura
