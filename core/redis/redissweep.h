// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/redis/redisconnection.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <chrono>
#include <functional>

namespace kagura {

//! Walks over all keys of a server that have a prefix, over a connection of its own: with SCAN, page by
//! page, so that others are served meanwhile. One walk each; it deletes itself at its end.
//!
//! Thread: one. Lifetime: its parent's at most. Errors: those of the connection; Protocol for a server
//! that makes no sense or does not come to an end; in the results.
class RedisSweep final : public QObject
{
    Q_OBJECT

public:
    //! prefix: without the characters of a pattern, up to and with its last colon.
    RedisSweep(const RedisConnection::Options &server, const QByteArray &prefix, QObject *parent);
    ~RedisSweep() override;

    //! Begins another generation, and then takes the entries away by UNLINK; how many there were.
    void clear(QObject *context, std::function<void(const Result<qint64> &)> done);

    struct Seen
    {
        QString server; //!< "Redis 7.0.15"
        std::chrono::microseconds roundTrip{0};
        qint64 entries = 0;
    };
    void look(Clock &clock, QObject *context, std::function<void(const Result<Seen> &)> done);

private:
    using Then = std::function<void(const RedisValue &)>;

    void send(const QList<QByteArray> &words, Then then);
    void scan(const QByteArray &cursor);
    void takePage(const RedisValue &page);
    void end(const std::optional<Error> &error);

    RedisConnection m_connection;
    QByteArray m_prefix;
    QPointer<QObject> m_context;
    std::function<void(const std::optional<Error> &)> m_done;
    bool m_isClearing = false;
    bool m_isEnded = false;
    int m_pages = 0;
    QSet<QByteArray> m_names; //!< SCAN may name one twice
    qint64 m_removed = 0;
    Seen m_seen;
};

} // namespace kagura
