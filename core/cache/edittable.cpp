// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/edittable.h"

#include "core/cache/browsertable.h"
#include "core/storage/statement.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

EditTable::EditTable(Connection &connection)
    : m_connection(connection)
{}

Result<qint64> EditTable::set(const SqlCondition &condition,
                              const QString &change,
                              const std::optional<SqlCondition::Value> &value)
{
    Statement statement(m_connection,
                        u"UPDATE entry SET %1 WHERE %2"_s.arg(change, condition.text));
    if (value)
        bindAll(statement, {*value});
    bindAll(statement, condition.values);
    if (const Result<void> done = statement.run(); !done)
        return done.error();
    return m_connection.changedRows();
}

Result<qint64> EditTable::setPinned(const SqlCondition &condition, bool isPinned)
{
    return set(condition, u"pinned = ?"_s, SqlCondition::Value(qint64(isPinned)));
}

Result<qint64> EditTable::setExpiry(const SqlCondition &condition,
                                    const std::optional<QDateTime> &expires)
{
    if (!expires)
        return set(condition, u"expires_ms = NULL"_s, std::nullopt);
    return set(condition, u"expires_ms = ?"_s, SqlCondition::Value(expires->toMSecsSinceEpoch()));
}

Result<qint64> EditTable::addTag(const SqlCondition &condition, const QString &tag)
{
    // The condition stands in a query of its own: it speaks of the columns of entry alone.
    Statement statement(m_connection,
                        u"INSERT INTO tag(tag, id) SELECT ?, id FROM entry WHERE %1 "
                        "ON CONFLICT DO UPDATE SET tag = excluded.tag"_s.arg(condition.text));
    bindAll(statement, {SqlCondition::Value(tag)});
    bindAll(statement, condition.values);
    if (const Result<void> done = statement.run(); !done)
        return done.error();
    return m_connection.changedRows();
}

Result<qint64> EditTable::removeTag(const SqlCondition &condition, const QString &tag)
{
    Statement statement(
        m_connection,
        u"DELETE FROM tag WHERE tag = ? AND id IN (SELECT id FROM entry WHERE %1)"_s.arg(
            condition.text));
    bindAll(statement, {SqlCondition::Value(tag)});
    bindAll(statement, condition.values);
    if (const Result<void> done = statement.run(); !done)
        return done.error();
    return m_connection.changedRows();
}

Result<qint64> EditTable::setNote(const SqlCondition &condition, const QString &note)
{
    return set(condition, u"note = ?"_s, SqlCondition::Value(note));
}

SqlCondition entryOf(qint64 id)
{
    return {u"id = ?"_s, {id}};
}

} // namespace kagura
