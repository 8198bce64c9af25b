// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/cache/digest.h"
#include "core/cache/requestshape.h"
#include "core/llm/callidentity.h"

#include <QList>
#include <QString>

namespace kagura {

//! Entries of different spaces never meet.
struct CacheSpace
{
    QString name = QStringLiteral("default");
    qint64 epoch = 0; //!< one more makes all older entries unreachable at once
    QString salt;

    bool operator==(const CacheSpace &) const = default;
};

//! The key of a request, version 1, and what was hashed.
//!
//! SHA-256 over "kagura-cache/v1", a zero byte, and the canonical JSON of dialect, origin, scope,
//! model, body (see RequestShape), semantic headers, sample index and space. The same request gives
//! the same key in every process; the key of the account is in it only as the scope, an HMAC.
struct RequestKey
{
    static constexpr int Version = 1;

    CacheKey key;
    RequestShape shape;

    //! A body that is no JSON is taken as it is. Errors: Protocol for a body without canonical form.
    [[nodiscard]] static Result<RequestKey> of(const CallIdentity &identity,
                                               const CacheSpace &space = {});

    //! \name The same again, from what is kept of a call
    //! @{
    //! What the key has of a call that no column of an entry says: headers, epoch, salt. Canonical JSON;
    //! empty where there is none of them.
    [[nodiscard]] static QByteArray restOf(const CallIdentity &identity, const CacheSpace &space);
    //! identity: without body and headers; body: RequestShape::body; rest: as of restOf().
    //! Errors: Protocol for a rest or a body that is none.
    [[nodiscard]] static Result<CacheKey> again(const CallIdentity &identity,
                                                const QString &space,
                                                const QByteArray &rest,
                                                Json body);
    //! @}

    bool operator==(const RequestKey &) const = default;
};

//! Hashes of the parts of a request, by which a miss is explained; never used to find an answer.
struct KeyAnatomy
{
    Digest origin; //!< dialect, origin and scope
    Digest system;
    Digest tools;
    Digest parameters;
    QList<Digest> prefixes; //!< one a message: of it and all before it

    [[nodiscard]] static KeyAnatomy of(const CallIdentity &identity, const Json &body);

    //! How many messages both begin with.
    [[nodiscard]] qsizetype sharedMessages(const KeyAnatomy &other) const;

    bool operator==(const KeyAnatomy &) const = default;
};

} // namespace kagura
