// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/filledcache.h"

#include "core/cache/answerlog.h"
#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/cache/searchtable.h"
#include "core/storage/schema.h"

#include <array>
#include <cmath>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int TransactionSize = 5000;
constexpr int MinutesApart = 1;
constexpr qint64 AnswerWords = 60;

const std::array Models = {"gpt-4o-mini", "gpt-4o", "claude-sonnet", "claude-haiku", "gemini-pro"};
const std::array Agents = {"triage", "contracts", "judge", "translate", "review", "captions", ""};
const std::array Syllables = {"ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no",  "pu",
                              "ra", "se", "ti", "vo", "wu", "xa", "ye", "zi", "cho", "sha"};
constexpr int Vocabulary = 5000;
constexpr int ToolBytes = 2600; // the description of an agent's tools: most of a request
constexpr int RareEvery = 100; // one entry in so many is of the rare model

// As words are in texts: the n-th most common one comes with a frequency of 1/n.
QString wordsOf(int number, qint64 count)
{
    QStringList words;
    quint32 state = static_cast<quint32>(number) * 2654435761U + 12345U;
    for (qint64 i = 0; i < count; ++i) {
        state = state * 1664525U + 1013904223U;
        const double uniform = (state >> 8) / double(1U << 24);
        words.append(FilledCache::word(static_cast<int>(std::pow(double(Vocabulary), uniform))));
    }
    return words.join(u' ');
}

} // namespace

CacheKey FilledCache::keyOf(int number)
{
    return Digest::of({"entry ", QByteArray::number(number)});
}

QString FilledCache::word(int rank)
{
    QString word;
    for (int rest = rank + 400; rest > 0; rest /= int(Syllables.size()))
        word += QLatin1String(Syllables.at(static_cast<std::size_t>(rest) % Syllables.size()));
    return word;
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
    entry.model = number % RareEvery == RareEvery / 2
        ? rareModel()
        : QString::fromLatin1(Models.at(static_cast<std::size_t>(number) % Models.size()));
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
    static const QByteArray tools(ToolBytes, 'd');
    fresh.request = R"({"messages":[{"role":"user","content":")" + question.toUtf8()
        + R"("}],"tools":[{"description":")" + tools + R"("}]})";
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
    // As the app writes what can be had again.
    if (const Result<void> set = m_connection->execute(u"PRAGMA synchronous=NORMAL"_s); !set)
        return set;
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

Result<void> FilledCache::indexText()
{
    SearchTable search(*m_connection);
    while (true) {
        Result<void> done = m_connection->execute(u"BEGIN"_s);
        if (!done)
            return done;
        const Result<int> some = search.indexSome(TransactionSize);
        if (!some)
            return some.error();
        done = m_connection->execute(u"COMMIT"_s);
        if (!done || *some == 0)
            return done;
    }
}

} // namespace kagura::bench
