// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/auth/oauthclient.h"
#include "core/base/result.h"

#include <QDateTime>

#include <chrono>

namespace kagura {

//! What a token endpoint gave.
struct OAuthTokens
{
    Secret access;
    Secret refresh; //!< empty: the sign-in ends with the access token
    QDateTime obtainedAt; //!< UTC
    std::chrono::seconds lifetime{0}; //!< of the access token

    //! Whether another access token should be had before the next call: a minute before its end, or a
    //! quarter of a short life. Also when the clock was set back behind the time when it came, since
    //! then nothing is known of its age.
    [[nodiscard]] bool isDueAt(const QDateTime &now) const;
    [[nodiscard]] bool isDueAfter(std::chrono::milliseconds age) const;
    [[nodiscard]] bool isOverAt(const QDateTime &now) const;

    bool operator==(const OAuthTokens &) const = default;
};

//! A sign-in as it is kept: everything that gets the next access token, and nothing else of it is
//! kept anywhere.
struct OAuthGrant
{
    OAuthClient client;
    OAuthTokens tokens;
    Secret account; //!< made once a sign-in: tells accounts apart while tokens come and go

    bool operator==(const OAuthGrant &) const = default;
};

//! \name For the keychain
//! @{
[[nodiscard]] Secret grantToSecret(const OAuthGrant &grant);
//! Errors: Auth that says to sign in again.
[[nodiscard]] Result<OAuthGrant> grantFromSecret(const Secret &secret);
//! @}

} // namespace kagura
