// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/redissweep.h"

#include <openssl/rand.h>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int PageSize = 1000; // keys that the server looks at for one page
constexpr int MostPages = 1'000'000;
constexpr qsizetype HexLength = 64;
constexpr qsizetype GenerationSize = 16;

QString serverName(const QByteArray &info)
{
    QString redis;
    for (const QByteArray &line : info.split('\n')) {
        const QByteArray text = line.trimmed();
        // Valkey says both, the other one for the sake of old clients.
        if (text.startsWith("valkey_version:"))
            return u"Valkey "_s + QString::fromLatin1(text.mid(15, 32));
        if (text.startsWith("redis_version:"))
            redis = u"Redis "_s + QString::fromLatin1(text.mid(14, 32));
    }
    return redis.isEmpty() ? u"a server that does not name itself"_s : redis;
}

} // namespace

RedisSweep::RedisSweep(const RedisConnection::Options &server,
                       const QByteArray &prefix,
                       QObject *parent)
    : QObject(parent)
    , m_connection(server)
    , m_prefix(prefix)
{}

RedisSweep::~RedisSweep() = default;

void RedisSweep::clear(QObject *context, std::function<void(const Result<qint64> &)> done)
{
    m_context = context;
    m_isClearing = true;
    m_done = [this, done = std::move(done)](const std::optional<Error> &error) {
        done(error ? Result<qint64>(*error) : Result<qint64>(m_removed));
    };
    QByteArray generation(GenerationSize, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(generation.data()), GenerationSize) != 1)
        return end(Error{Error::Kind::Internal, u"there are no random numbers"_s});
    // From here on nothing that is there can be read, whether or not the walk comes to its end.
    send({"SET", m_prefix + "generation", generation.toHex()},
         [this](const RedisValue &) { scan("0"); });
}

void RedisSweep::look(Clock &clock,
                      QObject *context,
                      std::function<void(const Result<Seen> &)> done)
{
    m_context = context;
    m_done = [this, done = std::move(done)](const std::optional<Error> &error) {
        m_seen.entries = m_names.size();
        done(error ? Result<Seen>(*error) : Result<Seen>(m_seen));
    };
    send({"PING"}, [this, &clock](const RedisValue &) {
        send({"PING"}, [this, &clock, begun = clock.monotonic()](const RedisValue &) {
            m_seen.roundTrip = clock.monotonic() - begun;
            send({"INFO", "server"}, [this](const RedisValue &info) {
                m_seen.server = serverName(info.text);
                scan("0");
            });
        });
    });
}

void RedisSweep::send(const QList<QByteArray> &words, Then then)
{
    const bool isSent = m_connection.send(
        words, this, [this, then = std::move(then)](const Result<RedisValue> &reply) {
            if (m_isEnded)
                return;
            if (reply)
                then(*reply);
            else
                end(reply.error());
        });
    if (!isSent)
        end(Error{Error::Kind::Internal, u"a command is too large"_s});
}

void RedisSweep::scan(const QByteArray &cursor)
{
    send({"SCAN", cursor, "MATCH", m_prefix + '*', "COUNT", QByteArray::number(PageSize)},
         [this](const RedisValue &page) { takePage(page); });
}

void RedisSweep::takePage(const RedisValue &page)
{
    const bool isPage = page.kind == RedisValue::Kind::List && page.items.size() == 2;
    if (!isPage || ++m_pages > MostPages)
        return end(Error{Error::Kind::Protocol, u"the Redis server cannot list its keys"_s});
    const QByteArray cursor = page.items.at(0).text;
    QList<QByteArray> names;
    for (const RedisValue &name : page.items.at(1).items) {
        // The server's word alone is not enough to take something away.
        if (!name.text.startsWith(m_prefix) || name.text.size() != m_prefix.size() + HexLength)
            continue;
        if (m_isClearing)
            names.append(name.text);
        else
            m_names.insert(name.text);
    }
    const auto next = [this, cursor] {
        if (cursor == "0")
            end(std::nullopt);
        else
            scan(cursor);
    };
    if (names.isEmpty())
        return next();
    send(QList<QByteArray>{"UNLINK"} + names, [this, next](const RedisValue &removed) {
        m_removed += removed.integer;
        next();
    });
}

void RedisSweep::end(const std::optional<Error> &error)
{
    if (std::exchange(m_isEnded, true))
        return;
    if (m_context)
        QMetaObject::invokeMethod(
            m_context,
            [self = QPointer<RedisSweep>(this), error] {
                if (self)
                    self->m_done(error);
            },
            Qt::QueuedConnection);
    // After the call above, which is in the queue before it.
    QMetaObject::invokeMethod(this, &QObject::deleteLater, Qt::QueuedConnection);
}

} // namespace kagura
