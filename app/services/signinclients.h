// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/auth/oauthclient.h"
#include "core/llm/providerconfig.h"
#include "core/settings/settings.h"

namespace kagura {

//! Whom each provider knows this person's Kagura as: what the settings say, on top of what is known of
//! Google. Client secrets are not among it; they rest in the keychain with the tokens.
//!
//! Thread: that of the settings. Lifetime: the settings outlive it. Errors: none.
class SignInClients
{
public:
    explicit SignInClients(Settings &settings)
        : m_settings(settings)
    {}

    //! Without a client id where nobody has given one yet.
    [[nodiscard]] OAuthClient clientFor(const ProviderConfig &provider) const;
    //! Whether a person could sign in there, given a client id.
    [[nodiscard]] bool isOffered(const ProviderConfig &provider) const;
    //! For the next sign-in.
    void rememberClientId(const QString &provider, const QString &clientId);

private:
    Settings &m_settings;
};

} // namespace kagura
