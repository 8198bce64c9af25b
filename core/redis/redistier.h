// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/cache/sharedtier.h"
#include "core/redis/breaker.h"
#include "core/redis/redisconnection.h"
#include "core/redis/teamkey.h"

#include <chrono>
#include <functional>
#include <memory>

namespace kagura {

class RedisSweep;

//! The shared tier on a Redis or Valkey server.
//!
//! Entries are kg:v1:<team>:<64 hex digits>, sealed by the team's key with their own name and the
//! generation of their call bound to them, and expire in the server itself. One more key,
//! kg:v1:<team>:generation, is read with every look-up in the same round trip; a clear changes it first
//! and then takes away what has the team's prefix. So an answer whose call began before a clear cannot
//! be read after it, whenever it arrives. Nothing else of the server is touched.
//!
//! Thread: one. Lifetime: the clock outlives it; what waits to be stored when it goes is lost, see
//! drain(). Errors: those of SharedTier; clear() and look() have their own.
class RedisTier final : public SharedTier
{
    Q_OBJECT

public:
    struct Options
    {
        RedisConnection::Options server;
        QString team = QStringLiteral("team"); //!< see isTeamName()
        std::chrono::milliseconds limit{50}; //!< for a look-up
        int failures = 5; //!< in a row, then it is left alone
        std::chrono::milliseconds pause{30'000}; //!< for so long
        std::chrono::milliseconds longestLife =
            std::chrono::hours(24 * 30); //!< also of what never expires
    };

    RedisTier(const Options &options, const TeamKey &key, Clock &clock, QObject *parent = nullptr);
    ~RedisTier() override;

    //! 1 to 64 of a-z, 0-9, dot, dash and underscore: nothing that SCAN takes for a pattern.
    [[nodiscard]] static bool isTeamName(const QString &name);

    [[nodiscard]] QString scopeOf(const QString &account) const override;
    void find(const CacheKey &key, QObject *context, Found done) override;
    void begin(QObject *context, Found done) override;
    void store(const CacheKey &key,
               const SharedAnswer &answer,
               const Generation &generation) override;

    [[nodiscard]] const Breaker &breaker() const { return m_breaker; }

    //! Calls done once nothing waits to be stored any more, or after limit.
    void drain(std::chrono::milliseconds limit, QObject *context, std::function<void()> done);

    //! \name For a person, who waits; not held to the limit
    //! @{
    //! Takes every entry of the team away, on all machines; how many there were.
    void clear(QObject *context, std::function<void(const Result<qint64> &)> done);

    struct Look
    {
        QString server; //!< "Redis 7.0.15"
        std::chrono::microseconds roundTrip{0};
        qint64 entries = 0; //!< of the team
    };
    void look(QObject *context, std::function<void(const Result<Look> &)> done);
    //! @}

    //! The name of an entry in the server.
    [[nodiscard]] QByteArray nameOf(const CacheKey &key) const;

private:
    struct Question;

    [[nodiscard]] QByteArray generationName() const { return m_prefix + "generation"; }
    void ask(const QList<QByteArray> &names, QObject *context, Found done);
    void answer(const std::shared_ptr<Question> &question, const Result<RedisValue> &reply);
    [[nodiscard]] Finding findingOf(const QByteArray &name, const RedisValue &reply) const;
    void finish(const std::shared_ptr<Question> &question, const Finding &finding);
    void failed();

    Clock &m_clock;
    Options m_options;
    TeamKey m_key;
    QByteArray m_prefix;
    RedisConnection m_connection;
    Breaker m_breaker;
};

} // namespace kagura
