// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/preparedstatements.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <array>
#include <utility>

namespace kagura {

namespace {

constexpr int MostKept = 96;

// What changes the schema or the connection runs once.
bool isWorthKeeping(const QString &sql)
{
    constexpr std::array Words = {"SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "};
    return std::any_of(Words.cbegin(), Words.cend(),
                       [&sql](const char *word) { return sql.startsWith(QLatin1String(word)); });
}

} // namespace

PreparedStatements::PreparedStatements()
    : m_kept(MostKept)
{}

PreparedStatements::~PreparedStatements() = default;

PreparedStatements::Prepared PreparedStatements::take(const QString &sql)
{
    const std::unique_ptr<Prepared> kept(m_kept.take(sql));
    return kept ? std::move(*kept) : Prepared();
}

void PreparedStatements::give(const QString &sql, Prepared prepared)
{
    if (!isWorthKeeping(sql))
        return;
    // Text of conversations, and pictures, must not stay in memory with the statement.
    for (int i = 0; i < prepared.values; ++i)
        prepared.query->bindValue(i, QVariant());
    m_kept.insert(sql, new Prepared(std::move(prepared)));
}

void PreparedStatements::clear()
{
    m_kept.clear();
}

} // namespace kagura
