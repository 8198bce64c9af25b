// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace kagura {

//! Where a Redis or Valkey server is: redis://[user@]host[:port][/database], rediss:// for TLS.
//!
//! Thread: a value. Lifetime: none. Errors: fromText(): BadRequest that names what is wrong; a password
//! in the text is refused, and never repeated.
struct RedisAddress
{
    static constexpr quint16 UsualPort = 6379;
    static constexpr int LargestDatabase = 1'000'000;

    QString host;
    quint16 port = UsualPort;
    int database = 0;
    QString user; //!< empty: the server's default one
    bool isEncrypted = false;

    [[nodiscard]] static Result<RedisAddress> fromText(const QString &text);
    [[nodiscard]] QString toText() const; //!< the port always, the database where it is not 0

    bool operator==(const RedisAddress &) const = default;
};

} // namespace kagura
