// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/answerlog.h"
#include "core/cache/cacheschema.h"
#include "core/cache/responsecache.h"
#include "core/storage/database.h"
#include "tests/support/fakeclock.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace kagura::test {

//! An answer of that text with a key of its own.
[[nodiscard]] inline NewCacheEntry newEntry(const QString &text,
                                            const QDateTime &created,
                                            const QString &model = QStringLiteral("m"))
{
    NewCacheEntry fresh;
    CacheEntry &entry = fresh.answer.entry;
    entry.key = Digest::of({text.toUtf8(), "/", model.toUtf8()});
    entry.dialect = QStringLiteral("openai-chat");
    entry.origin = QStringLiteral("https://a:443/v1");
    entry.scope = QStringLiteral("aa");
    entry.provider = QStringLiteral("p");
    entry.model = model;
    entry.created = created;
    entry.finish = FinishReason::Stop;
    entry.usage.inputTokens = 10;
    entry.usage.outputTokens = 20;
    entry.requestHead = QStringLiteral("about ") + text;
    entry.answerHead = text;
    AnswerLog log;
    log.add(TextDelta{text}, std::chrono::milliseconds(5));
    log.add(Finish{FinishReason::Stop, QStringLiteral("stop")}, std::chrono::milliseconds(9));
    fresh.answer.log = log.bytes();
    fresh.request = "{\"messages\":[\"" + text.toUtf8() + "\"]}";
    return fresh;
}

//! All that is known of the entry with that key.
[[nodiscard]] inline CacheEntry wholeEntry(Connection &connection, const CacheKey &key)
{
    Statement row(connection,
                  QStringLiteral("SELECT %1 FROM entry WHERE key = ? AND state < 2")
                      .arg(EntryTable::columns()));
    row.bind(key.toBytes());
    return row.next() ? EntryTable::read(row) : CacheEntry();
}

//! A folder with a cache's database in it, a clock that stands still, and a cache over both.
class CacheFixture final
{
    QTemporaryDir m_folder; // first: it goes last

public:
    //! path: of a database that is somewhere else.
    explicit CacheFixture(const ResponseCache::Options &options = {}, const QString &path = {})
        : m_options(options)
        , m_path(path.isEmpty() ? m_folder.filePath(QStringLiteral("cache.db")) : path)
    {
        open();
    }

    void open()
    {
        database = makeDatabase();
        cache = std::make_unique<ResponseCache>(clock, database.get(), m_options);
    }
    void close()
    {
        cache.reset();
        database.reset();
    }
    //! The same process again: memory is empty, the disk is not.
    void reopen()
    {
        close();
        open();
    }

    [[nodiscard]] std::unique_ptr<Database> makeDatabase() const
    {
        Database::Options options;
        options.path = path();
        options.schemas = {cacheSchema()};
        return std::make_unique<Database>(options);
    }

    [[nodiscard]] QString path() const { return m_path; }

    //! Runs work in the writer's thread and waits for it.
    template <typename Work>
    auto write(Work work)
    {
        return wait<std::invoke_result_t<Work, Connection &>>([&](QObject *context, auto done) {
            database->write(Database::Durability::Normal, work, context, done);
        });
    }

    //! The same in a reader's thread.
    template <typename Work>
    auto read(Work work)
    {
        return wait<std::invoke_result_t<Work, Connection &>>(
            [&](QObject *context, auto done) { database->read(work, context, done); });
    }

    [[nodiscard]] qint64 integer(const QString &sql)
    {
        const Result<qint64> number =
            write([sql](Connection &connection) { return connection.integer(sql); });
        return number ? *number : -1;
    }
    [[nodiscard]] bool execute(const QString &sql)
    {
        return write([sql](Connection &connection) { return connection.execute(sql); }).has_value();
    }

    [[nodiscard]] CacheEntry entry(const CacheKey &key)
    {
        const auto found = write([key](Connection &connection) -> Result<CacheEntry> {
            return wholeEntry(connection, key);
        });
        return found ? *found : CacheEntry();
    }

    [[nodiscard]] ResponseCache::Finding find(const CacheKey &key) const
    {
        ResponseCache::Finding finding;
        finding.reason = CacheReason::TierTimeout; // unless it answers
        QEventLoop loop;
        cache->find(key, &loop, [&](const ResponseCache::Finding &found) {
            finding = found;
            loop.quit();
        });
        QTimer::singleShot(std::chrono::seconds(20), &loop, &QEventLoop::quit);
        loop.exec();
        return finding;
    }

    //! Stores, and waits until it is on disk.
    void store(const NewCacheEntry &entry)
    {
        cache->store(entry, find(entry.answer.entry.key).token);
        settle();
    }

    //! Until all that was posted is written, and its answers have arrived.
    void settle()
    {
        database->flush();
        static_cast<void>(integer(QStringLiteral("SELECT 1")));
    }

    template <typename Answer, typename Call>
    [[nodiscard]] static Answer wait(Call call)
    {
        std::optional<Answer> answer;
        QEventLoop loop;
        call(&loop, [&](const Answer &result) {
            answer.emplace(result);
            loop.quit();
        });
        QTimer::singleShot(std::chrono::seconds(20), &loop, &QEventLoop::quit);
        loop.exec();
        return answer ? *answer : Answer(Error{Error::Kind::Timeout, QStringLiteral("no answer")});
    }

    FakeClock clock;
    std::unique_ptr<Database> database;
    std::unique_ptr<ResponseCache> cache;

private:
    ResponseCache::Options m_options;
    QString m_path;
};

} // namespace kagura::test
