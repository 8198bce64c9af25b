// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/secret.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace kagura {

//! What an authorization server knows this program as, and where it is asked.
//!
//! There is no built-in client: whoever uses the program brings one of their own. What a desktop
//! program holds cannot be kept from its user, so the secret proves nothing; some servers want it all
//! the same, and it is treated as one.
struct OAuthClient
{
    QString title; //!< "Google"
    QUrl authorizationUrl; //!< where the browser goes
    QUrl tokenUrl;
    QUrl revocationUrl; //!< empty: tokens of this server cannot be revoked
    QString clientId;
    Secret clientSecret;
    QStringList scopes;
    QList<QPair<QString, QString>> parameters; //!< more of them for the authorization URL
    quint16 redirectPort = 0; //!< 0: any free one

    bool operator==(const OAuthClient &) const = default;
};

//! Google's installed-app flow for the Gemini API; it gives a refresh token at every sign-in.
[[nodiscard]] OAuthClient googleClient(const QString &clientId, const Secret &clientSecret);

//! Why this client cannot be used; empty: it can. Every address has to be https, or http to this
//! computer. Errors: BadRequest that names the field.
[[nodiscard]] std::optional<Error> faultOf(const OAuthClient &client);

//! \name For the settings. The secret is never among it.
//! @{
[[nodiscard]] Json oauthClientToJson(const OAuthClient &client);
//! What object says, over what base says.
[[nodiscard]] OAuthClient oauthClientFromJson(const Json &object, const OAuthClient &base = {});
//! @}

} // namespace kagura
