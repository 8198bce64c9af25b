// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachequery.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace kagura {

//! What people change of entries: pins, lifetimes, tags, notes. Each answers how many entries it meant.
//!
//! Thread: that of the connection, in a write; ResponseCache::reload() follows. Lifetime: shorter than
//! the connection. Errors: Storage.
class EditTable
{
public:
    explicit EditTable(Connection &connection);

    [[nodiscard]] Result<qint64> setPinned(const SqlCondition &condition, bool isPinned);
    //! Empty: never.
    [[nodiscard]] Result<qint64> setExpiry(const SqlCondition &condition,
                                           const std::optional<QDateTime> &expires);
    [[nodiscard]] Result<qint64> addTag(const SqlCondition &condition, const QString &tag);
    [[nodiscard]] Result<qint64> removeTag(const SqlCondition &condition, const QString &tag);
    [[nodiscard]] Result<qint64> setNote(const SqlCondition &condition, const QString &note);

private:
    [[nodiscard]] Result<qint64> set(const SqlCondition &condition,
                                     const QString &change,
                                     const std::optional<SqlCondition::Value> &value);

    Connection &m_connection;
};

//! The one entry of that id, whatever its state.
[[nodiscard]] SqlCondition entryOf(qint64 id);

} // namespace kagura
