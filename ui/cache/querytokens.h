// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace kagura {

//! A stretch of a written query, for its colours. Covers what is not yet a sound query, too.
struct QueryToken
{
    enum class Kind : std::uint8_t { Field, Operator, Text, Number, Word };

    qsizetype begin = 0;
    qsizetype length = 0;
    Kind kind = Kind::Word;

    bool operator==(const QueryToken &) const = default;
};
[[nodiscard]] QList<QueryToken> queryTokens(const QString &query);

//! The words and phrases that are searched for, without quotes, to be marked where they stand.
[[nodiscard]] QStringList searchedWords(const QString &query);

//! The same query with another value of that field, behind the others where it had none; without it
//! where value is empty. A value with spaces is put in quotes.
[[nodiscard]] QString withField(const QString &query, const QString &field, const QString &value);
//! What the query says of that field; empty: nothing. Turned around terms do not count.
[[nodiscard]] QString fieldValue(const QString &query, const QString &field);

} // namespace kagura
