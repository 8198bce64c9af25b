// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace kagura {

//! A condition in SQL and its values, in their order.
struct SqlCondition
{
    using Value = std::variant<qint64, double, QString>;

    QString text;
    QList<Value> values;

    bool operator==(const SqlCondition &) const = default;
};

//! Which entries of the cache are meant: one language for the browser, for bulk actions and for the
//! command line.
//!
//!     model:gpt-4o* agent:critic age:>7d hits:0 size:>100k tag:eval is:pinned "exact phrase" word
//!
//! All terms must hold; a minus in front turns one around. Text fields (model, provider, served, agent,
//! tag, finish, space, dialect, origin, key, note) know * for anything; numbers (age, idle, ttl, size,
//! hits, cost, input, output, sample, temperature, id) know >, >=, <, <=, low..high and a,b,c. Times end in s, m, h,
//! d or w, sizes in k, M or G. is: pinned, stale, trash, expired, fresh, tools, files, structured, used.
//! A bare word is searched for in request and answer as the beginning of a word, a phrase as it is.
//! Trash is meant only when it is named.
//!
//! Thread: a value. Lifetime: none. Errors: parse(): BadRequest with column and remedy.
class CacheQuery
{
public:
    //! column: where the trouble is, from 1; may be null.
    [[nodiscard]] static Result<CacheQuery> parse(const QString &text, int *column = nullptr);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }

    enum class Part : std::uint8_t {
        Whole,
        WithoutMatch, //!< what is left of it where match() is asked by other means
    };
    //! Over the table entry, without an alias.
    [[nodiscard]] SqlCondition condition(const QDateTime &now, Part part = Part::Whole) const;
    //! All words and phrases that must be there, as FTS5 reads them; empty: there are none.
    [[nodiscard]] QString match() const;

    //! Names of all fields, for completion and help.
    [[nodiscard]] static QStringList fields();
    [[nodiscard]] static QStringList states(); //!< what may stand behind "is:"

    bool operator==(const CacheQuery &) const = default;

private:
    friend class CacheQueryParser;

    enum class Compare : std::uint8_t { Equal, Glob, Less, AtMost, Greater, AtLeast, Range, OneOf };

    struct Term
    {
        QString field; //!< empty: full text
        Compare compare = Compare::Equal;
        QString text;
        double low = 0; //!< or the only number
        double high = 0;
        QList<double> choices = {}; //!< of OneOf
        bool isNegated = false;

        bool operator==(const Term &) const = default;
    };

    [[nodiscard]] static SqlCondition termCondition(const Term &term, const QDateTime &now);

    QList<Term> m_terms;
};

} // namespace kagura
