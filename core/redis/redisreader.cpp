// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/redisreader.h"

#include <hiredis/hiredis.h>
#include <vector>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int LargestList = 100'000;
constexpr qsizetype AroundAnswer = 4096; // names, lengths, a list of a few

Error broken(const QString &what)
{
    return {Error::Kind::Protocol, u"the Redis server broke its protocol: "_s + what};
}

// hiredis makes room for as many items as a server announces, before one of them has come.
const redisReplyObjectFunctions *checkedFunctions(const redisReader &reader)
{
    static const redisReplyObjectFunctions usual = *reader.fn;
    static redisReplyObjectFunctions checked = [] {
        redisReplyObjectFunctions functions = usual;
        // The type of the number differs between the versions of hiredis.
        functions.createArray = [](const redisReadTask *task, auto count) -> void * {
            if (count > static_cast<decltype(count)>(LargestList))
                return nullptr;
            return usual.createArray(task, count);
        };
        return functions;
    }();
    return &checked;
}

RedisValue valueOf(const redisReply &reply)
{
    RedisValue value;
    const auto textOf = [&reply] {
        return QByteArray(reply.str, static_cast<qsizetype>(reply.len));
    };
    switch (reply.type) {
    case REDIS_REPLY_STRING:
        value.kind = RedisValue::Kind::Text;
        value.text = textOf();
        break;
    case REDIS_REPLY_STATUS:
        value.kind = RedisValue::Kind::Status;
        value.text = textOf();
        break;
    case REDIS_REPLY_INTEGER:
        value.kind = RedisValue::Kind::Integer;
        value.integer = reply.integer;
        break;
    case REDIS_REPLY_ARRAY:
        value.kind = RedisValue::Kind::List;
        for (std::size_t i = 0; i < reply.elements; ++i)
            value.items.append(reply.element[i] ? valueOf(*reply.element[i]) : RedisValue());
        break;
    case REDIS_REPLY_NIL:
        break;
    case REDIS_REPLY_ERROR:
        value.kind = RedisValue::Kind::Failure;
        value.text = textOf();
        break;
    default: // of a later protocol, which nobody asked for
        value.kind = RedisValue::Kind::Failure;
        value.text = "ERR an answer of unknown type";
        break;
    }
    return value;
}

} // namespace

void RedisReader::Free::operator()(redisReader *reader) const
{
    redisReaderFree(reader);
}

RedisReader::RedisReader(qsizetype largestAnswer)
    : m_reader(redisReaderCreate())
    , m_largestAnswer(largestAnswer + AroundAnswer)
{
    // hiredis does not change it; it only says so in later versions.
    m_reader->fn = const_cast<redisReplyObjectFunctions *>(checkedFunctions(*m_reader));
}

RedisReader::~RedisReader() = default;

Result<QList<RedisValue>> RedisReader::add(QByteArrayView bytes)
{
    const auto give = [this](const QString &what) {
        m_isBroken = true;
        return broken(what);
    };
    if (m_isBroken)
        return broken(u"it was not read any further"_s);
    if (redisReaderFeed(m_reader.get(), bytes.data(), static_cast<std::size_t>(bytes.size()))
        != REDIS_OK)
        return give(QString::fromUtf8(m_reader->errstr));
    m_waiting += bytes.size();
    QList<RedisValue> values;
    for (;;) {
        void *raw = nullptr;
        if (redisReaderGetReply(m_reader.get(), &raw) != REDIS_OK)
            return give(QString::fromUtf8(m_reader->errstr));
        if (raw == nullptr)
            break;
        const std::unique_ptr<redisReply, decltype(&freeReplyObject)> reply(
            static_cast<redisReply *>(raw), &freeReplyObject);
        values.append(valueOf(*reply));
        m_waiting = static_cast<qsizetype>(m_reader->len - m_reader->pos);
    }
    if (m_waiting > m_largestAnswer)
        return give(u"an answer is too large"_s);
    return values;
}

QByteArray RedisReader::commandBytes(const QList<QByteArray> &words)
{
    std::vector<const char *> texts;
    std::vector<std::size_t> sizes;
    for (const QByteArray &word : words) {
        texts.push_back(word.constData());
        sizes.push_back(static_cast<std::size_t>(word.size()));
    }
    char *raw = nullptr;
    const auto size =
        redisFormatCommandArgv(&raw, static_cast<int>(words.size()), texts.data(), sizes.data());
    if (size < 0)
        return {};
    QByteArray bytes(raw, static_cast<qsizetype>(size));
    redisFreeCommand(raw);
    return bytes;
}

} // namespace kagura
