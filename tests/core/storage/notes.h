// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <optional>

namespace kagura::test {

inline constexpr std::chrono::seconds Patience{30};

//! The table that the tests of this room keep, and what they do with it.
[[nodiscard]] inline Schema noteSchema(int version = 1)
{
    Schema schema{QStringLiteral("notes"), {}};
    schema.steps.append(Schema::Step{
        {QStringLiteral("CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL)")}});
    for (int i = 2; i <= version; ++i)
        schema.steps.append(Schema::Step{{QStringLiteral("CREATE TABLE extra%1(id INTEGER)").arg(i),
                                          QStringLiteral("INSERT INTO extra%1 VALUES(1)").arg(i)}});
    return schema;
}

[[nodiscard]] inline Result<qint64> addNote(Connection &connection, const QString &text)
{
    const Result<void> done =
        connection.execute(QStringLiteral("INSERT INTO notes(text) VALUES(?)"), text);
    if (!done)
        return done.error();
    return connection.integer(QStringLiteral("SELECT last_insert_rowid()"));
}

[[nodiscard]] inline Result<qint64> countNotes(Connection &connection)
{
    return connection.integer(QStringLiteral("SELECT count(*) FROM notes"));
}

//! Runs work as a write and waits for its answer.
template <typename Work>
[[nodiscard]] auto writeNow(Database &database,
                            Work work,
                            Database::Durability durability = Database::Durability::Normal)
{
    using Answer = std::invoke_result_t<Work, Connection &>;
    std::optional<Answer> answer;
    QEventLoop loop; // QTest::qWaitFor() would look only every ten milliseconds
    database.write(durability, std::move(work), &loop, [&](const Answer &result) {
        answer.emplace(result);
        loop.quit();
    });
    QTimer::singleShot(Patience, &loop, &QEventLoop::quit);
    loop.exec();
    if (!answer)
        return Answer(Error{Error::Kind::Timeout, QStringLiteral("the writer did not answer")});
    return *answer;
}

template <typename Work>
[[nodiscard]] auto readNow(Database &database, Work work)
{
    using Answer = std::invoke_result_t<Work, Connection &>;
    std::optional<Answer> answer;
    QEventLoop loop;
    database.read(std::move(work), &loop, [&](const Answer &result) {
        answer.emplace(result);
        loop.quit();
    });
    QTimer::singleShot(Patience, &loop, &QEventLoop::quit);
    loop.exec();
    if (!answer)
        return Answer(Error{Error::Kind::Timeout, QStringLiteral("no reader answered")});
    return *answer;
}

//! -1 where it cannot be read.
[[nodiscard]] inline qint64 noteCount(Database &database)
{
    const Result<qint64> count = readNow(database, countNotes);
    return count ? *count : -1;
}

} // namespace kagura::test
