// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

namespace kagura {

//! Proof that who redeems an authorization code is who asked for it. The verifier stays here until
//! then; its challenge goes along with the question.
//!
//! Source: RFC 7636, method S256.
struct Pkce
{
    Secret verifier; //!< 43 characters of 256 random bits
    QByteArray challenge;

    bool operator==(const Pkce &) const = default;
};

[[nodiscard]] Pkce makePkce();
[[nodiscard]] QByteArray pkceChallenge(QByteArrayView verifier);

//! 256 bits from the system's random source, in letters that a URL takes as they are.
[[nodiscard]] QByteArray randomUrlToken();

} // namespace kagura
