// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/ledger.h"

#include "core/chat/conversationtable.h"
#include "core/storage/statement.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// A failed answer that named no tokens took none that anybody knows of, and is no hole.
const auto Sums =
    u"SELECT count(*), "
    "total(coalesce(input_tokens, 0) + coalesce(cache_read_tokens, 0) "
    "+ coalesce(cache_write_tokens, 0)), total(coalesce(output_tokens, 0)), "
    "total((input_tokens IS NULL OR output_tokens IS NULL) AND state <> 'failed'), "
    "total(coalesce(cost_micro_usd, 0)), "
    "total(cost_micro_usd IS NULL AND (state <> 'failed' OR output_tokens IS NOT NULL)), "
    "total(coalesce(json_extract(extra, '$.cache.saved_micro_usd'), 0)) "
    "FROM messages WHERE role = 'assistant' AND state <> 'streaming' AND %1"_s;

Result<Spending> sum(Statement &row)
{
    Spending spending;
    if (row.next()) {
        spending.answers = row.integer(0);
        spending.inputTokens = row.integer(1);
        spending.outputTokens = row.integer(2);
        spending.uncounted = row.integer(3);
        spending.costMicroUsd = row.integer(4);
        spending.unpriced = row.integer(5);
        spending.savedMicroUsd = row.integer(6);
    }
    if (!row.outcome())
        return row.outcome().error();
    return spending;
}

} // namespace

Ledger::Ledger(Database &database)
    : m_database(database)
{}

ReadToken Ledger::of(const QString &conversation, QObject *context, Done done)
{
    return m_database.read(
        [conversation](Connection &connection) {
            Statement row(connection, Sums.arg(u"conversation = ?"_s));
            row.bind(conversation);
            return sum(row);
        },
        context, std::move(done));
}

ReadToken Ledger::since(const QDateTime &time, QObject *context, Done done)
{
    return m_database.read(
        [from = toStoredTime(time)](Connection &connection) {
            Statement row(connection, Sums.arg(u"created_ms >= ?"_s));
            row.bind(from);
            return sum(row);
        },
        context, std::move(done));
}

QString Ledger::index()
{
    return u"CREATE INDEX messages_spent ON messages(created_ms) WHERE role = 'assistant'"_s;
}

} // namespace kagura
