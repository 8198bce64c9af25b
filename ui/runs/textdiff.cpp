// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/textdiff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace kagura {

namespace {

constexpr qsizetype MostCells = 4'000'000; // of the table: 2,000 lines against 2,000

} // namespace

QList<DiffLine> diffOf(const QString &before, const QString &after)
{
    const QStringList a = before.split(u'\n');
    const QStringList b = after.split(u'\n');
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a.at(head) == b.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head
           && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail))
        ++tail;
    const auto rows = std::size_t(a.size() - head - tail);
    const auto columns = std::size_t(b.size() - head - tail);

    QList<DiffLine> lines;
    const auto add = [&lines](DiffLine::Kind kind, const QString &text) {
        lines.append({kind, text});
    };
    for (qsizetype i = 0; i < head; ++i)
        add(DiffLine::Kind::Same, a.at(i));
    const bool isTooLong = qsizetype(rows) * qsizetype(columns) > MostCells;
    // How many lines the ends from here on have in common.
    std::vector<std::vector<int>> common(isTooLong ? 0 : rows + 1,
                                         std::vector<int>(columns + 1, 0));
    for (std::size_t i = rows; !isTooLong && i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            common[i][j] = a.at(head + qsizetype(i)) == b.at(head + qsizetype(j))
                ? common[i + 1][j + 1] + 1
                : std::max(common[i + 1][j], common[i][j + 1]);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows || j < columns) {
        const bool isSame = !isTooLong && i < rows && j < columns
            && a.at(head + qsizetype(i)) == b.at(head + qsizetype(j));
        if (isSame) {
            add(DiffLine::Kind::Same, a.at(head + qsizetype(i++)));
            ++j;
        } else if (i < rows
                   && (isTooLong || j == columns || common[i + 1][j] >= common[i][j + 1])) {
            add(DiffLine::Kind::Removed, a.at(head + qsizetype(i++)));
        } else {
            add(DiffLine::Kind::Added, b.at(head + qsizetype(j++)));
        }
    }
    for (qsizetype k = a.size() - tail; k < a.size(); ++k)
        add(DiffLine::Kind::Same, a.at(k));
    return lines;
}

} // namespace kagura
