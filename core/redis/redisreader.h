// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/redis/redisvalue.h"

#include <QByteArrayView>
#include <QList>

#include <memory>

struct redisReader;

namespace kagura {

//! The bytes of a Redis server as values, by hiredis; and its commands as bytes.
//!
//! The server is not trusted: an answer that is larger than the limit, or a list of more items than it
//! could hold, ends the reading.
//!
//! Thread: one at a time. Lifetime: that of one connection. Errors: Protocol; nothing is read after one.
//! Source: Redis serialization protocol specification, version 2.
class RedisReader
{
public:
    //! largestAnswer: bytes of one answer, with what is around it.
    explicit RedisReader(qsizetype largestAnswer);
    ~RedisReader();
    Q_DISABLE_COPY_MOVE(RedisReader)

    //! The answers that are complete with these bytes, in order.
    [[nodiscard]] Result<QList<RedisValue>> add(QByteArrayView bytes);

    //! The words may hold any bytes.
    [[nodiscard]] static QByteArray commandBytes(const QList<QByteArray> &words);

private:
    struct Free
    {
        void operator()(redisReader *reader) const;
    };

    std::unique_ptr<redisReader, Free> m_reader;
    qsizetype m_largestAnswer;
    qsizetype m_waiting = 0; // bytes of the answer that is not complete
    bool m_isBroken = false;
};

} // namespace kagura
