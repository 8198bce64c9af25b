// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httprequest.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kagura {

//! What makes two calls the same call: cache keys and joining both start from it. Known only to the
//! vendor provider, which alone knows the body that goes on the wire.
struct CallIdentity
{
    QString dialect; //!< "openai-chat"
    QString origin; //!< originOf(base URL), or the constant "guide"
    QString scope; //!< which account: an HMAC of its key, never the key; empty without one
    QString model; //!< as sent
    QByteArray body; //!< the encoded request, keys sorted
    QList<HttpHeader> headers; //!< those that change the answer (versions, betas), no credentials
    int sampleIndex = 0;

    //! SHA-256 over all of it, in hex.
    [[nodiscard]] QByteArray digest() const;

    bool operator==(const CallIdentity &) const = default;
};

} // namespace kagura
