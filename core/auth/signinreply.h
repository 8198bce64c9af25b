// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/auth/oauthflow.h"
#include "core/settings/secretreply.h"

#include <memory>

namespace kagura {

//! A sign-in of one provider, from the question to the keychain.
//!
//! A success means that the provider can be called now. Where the keychain would not take the tokens
//! they are in memory for this session, and keychainFailure() says why.
//!
//! Thread: the engine thread. Lifetime: the caller's; deleting it ends the sign-in. Errors: those of
//! OAuthFlow.
class SignInReply final : public Handle
{
    Q_OBJECT

public:
    ~SignInReply() override;

    [[nodiscard]] bool isKept() const { return isFinished() && !failure() && !m_keychainFailure; }
    [[nodiscard]] const std::optional<Error> &keychainFailure() const { return m_keychainFailure; }

    void cancel() override;

Q_SIGNALS:
    void browserWanted(const QUrl &url); //!< once: open this address
    void codeArrived();
    void waiting(); //!< for the keyring, which may be asking the person for a password

private:
    friend class SignIns;
    using Keep = std::function<std::unique_ptr<SecretReply>(const OAuthGrant &)>;

    SignInReply(std::unique_ptr<OAuthFlow> flow, Keep keep);
    void keepTokens();

    std::unique_ptr<OAuthFlow> m_flow;
    Keep m_keep;
    std::unique_ptr<SecretReply> m_writing;
    std::optional<Error> m_keychainFailure;
};

} // namespace kagura
