// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/filledcache.h"

#include "core/cache/answerlog.h"
#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/storage/schema.h"

#include <array>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int TransactionSize = 5000;
constexpr int MinutesApart = 1;
constexpr qint64 AnswerWords = 60;

const std::array Models = {"gpt-4o-mini", "gpt-4o", "claude-sonnet", "claude-haiku", "gemini-pro"};
const std::array Agents = {"triage", "contracts", "judge", "translate", "review", "captions", ""};
const std::array Words = {"harbour", "lantern", "invoice", "meadow", "river",  "signal", "winter",
                          "granite", "orchard", "compass", "letter", "violet", "engine", "paper"};

QString wordsOf(int number, qint64 count)
{
    QStringList words;
    quint32 state = static_cast<quint32>(number) * 2654435761U + 12345U;
    for (qint64 i = 0; i < count; ++i) {
        state = state * 1664525U + 1013904223U;
        words.append(QString::fromLatin1(Words.at((state >> 16) % Words.size())));
    }
    return words.join(u' ');
}

} // namespace

CacheKey FilledCache::keyOf(int number)
{
    return Digest::of({"entry ", QByteArray::number(number)});
}

QDateTime FilledCache::now()
{
    return QDateTime::fromMSecsSinceEpoch(1'760'000'000'000, Qt::UTC);
}

NewCacheEntry FilledCache::entry(int number)
{
    const QString question = u"Question %1: "_s.arg(number) + wordsOf(number, 12);
    const QString answer = wordsOf(number + 7, AnswerWords);
    NewCacheEntry fresh;
    CacheEntry &entry = fresh.answer.entry;
    entry.key = keyOf(number);
    entry.dialect = u"openai-chat"_s;
    entry.origin = u"https://api.example.com:443/v1"_s;
    entry.scope = u"5c09"_s;
    entry.provider = u"example"_s;
    entry.model = QString::fromLatin1(Models.at(static_cast<std::size_t>(number) % Models.size()));
    entry.agent = QString::fromLatin1(Agents.at(static_cast<std::size_t>(number) % Agents.size()));
    entry.created = now().addSecs(-60LL * MinutesApart * (number % 500'000));
    entry.finish = FinishReason::Stop;
    entry.usage.inputTokens = 400 + number % 900;
    entry.usage.outputTokens = AnswerWords;
    entry.costMicroUsd = 900 + number % 4000;
    entry.firstContent = std::chrono::milliseconds(410);
    entry.duration = std::chrono::milliseconds(3400);
    entry.requestHead = question.left(200);
    entry.answerHead = answer.left(200);
    AnswerLog log;
    log.add(TextDelta{answer}, entry.firstContent);
    log.add(Finish{FinishReason::Stop, u"stop"_s}, entry.duration);
    fresh.answer.log = log.bytes();
    fresh.request = R"({"messages":[{"role":"user","content":")" + question.toUtf8() + R"("}]})";
    return fresh;
}

FilledCache::FilledCache(int entries)
{
    if (const Result<void> filled = fill(entries); !filled)
        m_trouble = filled.error().message;
}

Result<void> FilledCache::fill(int entries)
{
    Result<std::unique_ptr<Connection>> opened =
        Connection::open(path(), Connection::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    m_connection = std::move(opened).value();
    if (const Result<void> made = migrate(*m_connection, {cacheSchema()}); !made)
        return made;
    EntryTable table(*m_connection);
    for (int i = 0; i < entries; ++i) {
        if (i % TransactionSize == 0) {
            if (const Result<void> begun = m_connection->execute(u"BEGIN"_s); !begun)
                return begun;
        }
        const Result<EntryTable::Stored> stored = table.insert(entry(i), 0);
        if (!stored)
            return stored.error();
        if (*stored != EntryTable::Stored::Yes)
            return Error{Error::Kind::Internal, u"an entry was not stored"_s};
        if (i % TransactionSize == TransactionSize - 1 || i == entries - 1) {
            if (const Result<void> done = m_connection->execute(u"COMMIT"_s); !done)
                return done;
        }
    }
    return {};
}

} // namespace kagura::bench
