// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>

namespace kagura {

//! What a Redis server answered to one command.
struct RedisValue
{
    enum class Kind : std::uint8_t {
        Nil,
        Status, //!< "OK"
        Failure, //!< the server's error, in its words
        Integer,
        Text,
        List,
    };

    Kind kind = Kind::Nil;
    QByteArray text; //!< of Status, Failure and Text
    qint64 integer = 0;
    QList<RedisValue> items; //!< of List

    bool operator==(const RedisValue &) const = default;
};

} // namespace kagura
