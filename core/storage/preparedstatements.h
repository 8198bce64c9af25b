// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCache>
#include <QString>

#include <memory>

class QSqlQuery;

namespace kagura {

//! Statements of a connection that SQLite has read already: reading one takes longer than looking up a
//! row. Those that were used last are kept.
//!
//! Thread: the connection's. Lifetime: cleared before the connection closes. Errors: none.
class PreparedStatements final
{
public:
    PreparedStatements();
    ~PreparedStatements();
    Q_DISABLE_COPY_MOVE(PreparedStatements)

    struct Prepared
    {
        std::unique_ptr<QSqlQuery> query; //!< null: there is none
        int values = 0; //!< that it takes
    };

    //! Out of the store, so that a statement inside of its own rows gets another one.
    [[nodiscard]] Prepared take(const QString &sql);
    //! A query that has run well and is finished. What was bound to it is let go.
    void give(const QString &sql, Prepared prepared);
    void clear();

private:
    QCache<QString, Prepared> m_kept;
};

} // namespace kagura
