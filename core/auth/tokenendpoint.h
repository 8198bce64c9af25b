// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/auth/oauthgrant.h"
#include "core/auth/pkce.h"
#include "core/base/result.h"
#include "core/net/httprequest.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QUrl>

namespace kagura {

//! \name What an authorization server is asked, and what its answers mean. All without a network.
//!
//! Requests are bounded in time and size; what they carry stands in the body, never in the address.
//! Source: RFC 6749, RFC 7009, RFC 7636; RFC 8252 for the loopback redirect.
//! @{
[[nodiscard]] QUrl authorizationUrl(const OAuthClient &client,
                                    const QUrl &redirectUri,
                                    const QByteArray &state,
                                    const QByteArray &challenge);

[[nodiscard]] HttpRequest redemption(const OAuthClient &client,
                                     const Secret &code,
                                     const QUrl &redirectUri,
                                     const Secret &verifier);
[[nodiscard]] HttpRequest renewal(const OAuthClient &client, const Secret &refreshToken);
[[nodiscard]] HttpRequest revocation(const OAuthClient &client, const OAuthTokens &tokens);

//! Errors: Auth when the server refuses the code, the refresh token (isFinal: it will not change its
//! mind) or the client; RateLimited, Server; Protocol for what is no answer of a token endpoint.
[[nodiscard]] Result<OAuthTokens> readTokens(const OAuthClient &client,
                                             int status,
                                             QByteArrayView body,
                                             const QDateTime &now);

//! What the browser brought back instead of a code: "access_denied" is Auth, and so on.
[[nodiscard]] Error authorizationError(const OAuthClient &client,
                                       const QString &code,
                                       const QString &description);
//! @}

} // namespace kagura
