// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <memory>
#include <optional>

class QSqlQuery;
class QVariant;

namespace kagura {

//! One SQL statement on its way: bind the values in their order, then next() until it is false, then
//! ask outcome().
//!
//! It is finished when it is destroyed: an unfinished statement would keep checkpoints and VACUUM from
//! working.
//!
//! Thread: the connection's. Lifetime: shorter than the connection. Errors: outcome(): Storage, Cancelled.
class Statement final
{
public:
    Statement(Connection &connection, const QString &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    //! \name Values
    //! Text is never NULL, not even a QString that is: SQLite would refuse it in a NOT NULL column.
    //! @{
    void bind(const QString &text);
    void bind(const QByteArray &bytes);
    void bind(double number);
    void bind(bool flag);
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) void bind(Integer number)
    {
        bindInteger(static_cast<qint64>(number));
    }
    template <typename T>
    void bind(const std::optional<T> &value)
    {
        if (value)
            bind(*value);
        else
            bindNull();
    }
    void bindNull();
    //! @}

    //! Goes to the next row; the first call runs the statement. False at the end and after a failure.
    [[nodiscard]] bool next();
    //! For a statement without rows.
    [[nodiscard]] Result<void> run();
    [[nodiscard]] const Result<void> &outcome() const { return m_outcome; }

    //! \name Columns of the row, from 0
    //! @{
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;
    [[nodiscard]] std::optional<QString> optionalText(int column) const;
    //! @}

private:
    void bindInteger(qint64 number);
    void start();
    void fail(const Error &error);
    void failWithQuery();

    Connection &m_connection;
    std::unique_ptr<QSqlQuery> m_query;
    QString m_sql;
    Result<void> m_outcome;
    int m_bound = 0;
    std::optional<int> m_expected; // values; of a statement that ran before
    bool m_isStarted = false;
};

template <typename... Values>
Result<void> Connection::execute(const QString &sql, const Values &...values)
{
    Statement statement(*this, sql);
    (statement.bind(values), ...);
    return statement.run();
}

template <typename... Values>
Result<qint64> Connection::integer(const QString &sql, const Values &...values)
{
    Statement statement(*this, sql);
    (statement.bind(values), ...);
    const qint64 number = statement.next() ? statement.integer(0) : 0;
    if (!statement.outcome())
        return statement.outcome().error();
    return number;
}

} // namespace kagura
