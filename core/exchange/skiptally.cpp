// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/skiptally.h"

#include <QStringList>

namespace kagura {

using namespace Qt::StringLiterals;

int SkipTally::total() const
{
    int total = 0;
    for (const int count : m_counts)
        total += count;
    return total;
}

QString SkipTally::words() const
{
    QStringList words;
    for (auto one = m_counts.cbegin(); one != m_counts.cend(); ++one)
        words.append(u"%1 %2"_s.arg(one.value()).arg(one.key()));
    return words.join(u", "_s);
}

} // namespace kagura
