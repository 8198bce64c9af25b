// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/auth/oauthgrant.h"
#include "core/auth/signinreply.h"
#include "core/auth/signoutreply.h"
#include "core/settings/tokensource.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>

namespace kagura {

class SecretStore;

//! The providers that a person has signed in to, and the access tokens of each, always fresh.
//!
//! Tokens rest in the keychain and nowhere else. token() renews one ahead of its end; all who ask
//! meanwhile wait for that one renewal. A refresh token that another process of ours has replaced is
//! read again before it is believed to be refused. While a token still lives, a renewal that fails for
//! want of a network stops nobody.
//!
//! Thread: the engine thread. Lifetime: transport, clock and keychain outlive it; it outlives its
//! replies' use. Errors: in the replies; Auth with isFinal when only another sign-in helps.
class SignIns final : public QObject, public TokenSource
{
    Q_OBJECT

public:
    //! How the servers of a provider are reached.
    using NetworkOf = std::function<NetworkProfile(const QString &provider)>;

    SignIns(Transport &transport, Clock &clock, SecretStore &keychain, QObject *parent = nullptr);
    ~SignIns() override;

    void setNetwork(NetworkOf networkOf) { m_networkOf = std::move(networkOf); }

    [[nodiscard]] bool isSignedIn(const QString &provider) const override;
    [[nodiscard]] bool isKept(const QString &provider) const; //!< beyond this session
    [[nodiscard]] std::unique_ptr<TokenReply> token(const QString &provider) override;

    [[nodiscard]] std::unique_ptr<SignInReply> signIn(const QString &provider,
                                                      const OAuthClient &client,
                                                      std::chrono::milliseconds patience);
    [[nodiscard]] std::unique_ptr<SignOutReply> signOut(const QString &provider);

    //! The name under which the keychain has the sign-in of a provider; no provider is called so.
    [[nodiscard]] static QString secretName(const QString &provider);
    //! The provider behind such a name; empty for another.
    [[nodiscard]] static QString providerOf(const QString &secretName);

Q_SIGNALS:
    void changed(const QString &provider); //!< signed in, or out
    void tokenFound(const kagura::Secret &token); //!< so that the log can be kept free of it

private:
    struct Account;

    [[nodiscard]] Account &accountOf(const QString &provider);
    [[nodiscard]] NetworkProfile networkOf(const QString &provider) const;
    [[nodiscard]] std::unique_ptr<SecretReply> keep(const QString &provider,
                                                    const OAuthGrant &grant);
    void take(Account &account, const OAuthGrant &grant, bool isNew);
    [[nodiscard]] bool isDue(const Account &account) const;
    void advance(const QString &provider);
    void read(const QString &provider);
    void renew(const QString &provider);
    void takeRenewal(const QString &provider);
    void settle(const QString &provider, const std::optional<Error> &failure = std::nullopt);
    void finishSignOut(const QString &provider, const QPointer<SignOutReply> &reply);

    Transport &m_transport;
    Clock &m_clock;
    SecretStore &m_keychain;
    NetworkOf m_networkOf;
    std::map<QString, std::unique_ptr<Account>> m_accounts;
};

} // namespace kagura
