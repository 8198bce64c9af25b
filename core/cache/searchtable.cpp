// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/searchtable.h"

#include "core/cache/answerlog.h"
#include "core/cache/requestshape.h"
#include "core/storage/statement.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype LongestText = 256 * 1024; // of one entry and side

// Names under which dialects keep text; what else a message holds is not prose.
bool isProse(const std::string &name)
{
    return name == "content" || name == "text" || name == "parts" || name == "output"
        || name == "system" || name == "instructions" || name == "thinking";
}

void collect(const Json &value, QString &text)
{
    if (text.size() > LongestText)
        return;
    if (value.is_string()) {
        text += toQString(value) + u'\n';
    } else if (value.is_array()) {
        for (const Json &element : value)
            collect(element, text);
    } else if (value.is_object()) {
        for (const auto &[name, member] : value.items()) {
            if (isProse(name))
                collect(member, text);
        }
    }
}

QString answerText(const QByteArray &log)
{
    const Result<QList<TimedEvent>> events = AnswerLog::decode(log);
    QString text;
    if (!events)
        return text;
    for (const TimedEvent &one : *events) {
        if (const auto *delta = std::get_if<TextDelta>(&one.event))
            text += delta->text;
    }
    return text.left(LongestText);
}

} // namespace

QString proseOf(const Json &value)
{
    QString text;
    collect(value, text);
    return text.trimmed();
}

QString searchableText(const Json &body)
{
    const RequestParts parts = RequestParts::of(body);
    QString text;
    collect(parts.messages, text);
    collect(parts.system, text);
    return text.left(LongestText);
}

SearchTable::SearchTable(Connection &connection)
    : m_connection(connection)
{}

Result<int> SearchTable::indexSome(int limit)
{
    struct Row
    {
        qint64 id;
        QString request;
        QString answer;
    };
    QList<Row> found;
    {
        Statement rows(m_connection,
                       u"SELECT entry.id, payload.request, payload.answer FROM entry JOIN payload "
                       "ON payload.id = entry.id WHERE entry.id > (SELECT searched FROM balance) "
                       "ORDER BY entry.id LIMIT ?"_s);
        rows.bind(limit);
        while (rows.next()) {
            const Result<Json> body = parseJson(rows.bytes(1));
            found.append({rows.integer(0), body ? searchableText(*body) : QString(),
                          answerText(rows.bytes(2))});
        }
        if (!rows.outcome())
            return rows.outcome().error();
    }
    for (const Row &row : found) {
        Result<void> done =
            m_connection.execute(u"INSERT INTO search(rowid, request, answer) VALUES(?,?,?)"_s,
                                 row.id, row.request, row.answer);
        if (done)
            done = m_connection.execute(u"UPDATE balance SET searched = ?"_s, row.id);
        if (!done)
            return done.error();
    }
    return static_cast<int>(found.size());
}

} // namespace kagura
