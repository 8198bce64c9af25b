// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachequery.h"

#include <optional>

namespace kagura {

//! Reads the language of CacheQuery, from left to right, up to the first fault.
//!
//! Thread: one at a time. Lifetime: one parse(). Errors: as CacheQuery::parse().
class CacheQueryParser
{
public:
    explicit CacheQueryParser(const QString &text);

    [[nodiscard]] Result<CacheQuery> parse(int *column);

private:
    using Term = CacheQuery::Term;
    using Compare = CacheQuery::Compare;

    //! What a field measures, and so which units it knows.
    enum class Measure : std::uint8_t { Text, State, Time, Size, Number };

    void readTerm();
    [[nodiscard]] QString readField();
    [[nodiscard]] QString readValue(bool *wasQuoted);
    void readText(Term &term, bool wasQuoted);
    void readState(Term &term);
    void readNumber(Term &term, Measure measure);
    [[nodiscard]] std::optional<double> number(const QString &text, Measure measure);
    [[nodiscard]] Measure measureOf(const QString &field) const;
    void fail(qsizetype at, const QString &message);

    QString m_text;
    qsizetype m_at = 0;
    qsizetype m_valueAt = 0;
    CacheQuery m_query;
    std::optional<Error> m_error;
    qsizetype m_errorAt = 0;
};

} // namespace kagura
