// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/base/secret.h"

#include <QMap>

#include <cstdint>
#include <memory>

namespace kagura {

class SecretReply;
class SecretStore;
class MemorySecretStore;
class TokenReply;
class TokenSource;

//! The key of one provider, or why there is none.
//!
//! Success with origin() None means that nothing is stored anywhere: a provider that needs no key goes
//! on, another one asks for it. A failure means that a key may exist and could not be read.
class KeyReply final : public Handle
{
    Q_OBJECT

public:
    enum class Origin : std::uint8_t { None, Environment, Descriptor, Keychain, Session, SignIn };

    ~KeyReply() override;

    [[nodiscard]] const Secret &secret() const { return m_secret; }
    [[nodiscard]] Origin origin() const { return m_origin; }
    //! Of a SignIn, whose secret is an access token of some minutes: what stays the same.
    [[nodiscard]] const Secret &account() const { return m_account; }
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; } //!< for the keyring

    void cancel() override;

Q_SIGNALS:
    void waiting();

private:
    friend class KeySource;
    KeyReply();
    void settle(Origin origin, const Secret &secret, std::optional<Error> failure = std::nullopt);

    std::unique_ptr<SecretReply> m_keychainReply;
    std::unique_ptr<TokenReply> m_tokenReply;
    Secret m_secret;
    Secret m_account;
    Origin m_origin = Origin::None;
    bool m_isWaiting = false;
};

//! Finds the key of a provider, in this order: the environment variable of that provider, a key that
//! came through an inherited descriptor, a sign-in, the keychain, the memory of this session.
//!
//! Thread: the engine thread. Lifetime: the stores outlive it, it outlives its replies' use. Errors: in
//! the reply.
class KeySource
{
public:
    KeySource(SecretStore &keychain, MemorySecretStore &session);
    ~KeySource();
    Q_DISABLE_COPY_MOVE(KeySource)

    //! A key that was handed over with --key-fd, for that provider; an empty name: for whoever asks.
    void setDescriptorKey(const QString &provider, const Secret &secret);

    //! Where access tokens come from; it outlives this. A sign-in that fails is a failure: no key that
    //! was pasted long ago is used in its place.
    void setTokens(TokenSource &tokens) { m_tokens = &tokens; }

    //! variable: the environment variable that may hold the key; empty: none.
    [[nodiscard]] std::unique_ptr<KeyReply> find(const QString &provider, const QString &variable);

    //! A secret that is no provider's key: only the environment variable, the keychain and this session
    //! are asked, and the keychain only where something of that name was stored.
    [[nodiscard]] std::unique_ptr<KeyReply> findOwn(const QString &name, const QString &variable);

    [[nodiscard]] SecretStore &keychain() const { return m_keychain; }
    [[nodiscard]] MemorySecretStore &session() const { return m_session; }

private:
    void findToken(KeyReply &reply, const QString &provider);
    void findStored(KeyReply &reply, const QString &name);
    static void settleLater(KeyReply &reply, KeyReply::Origin origin, const Secret &secret);

    SecretStore &m_keychain;
    MemorySecretStore &m_session;
    TokenSource *m_tokens = nullptr;
    QMap<QString, Secret> m_descriptorKeys;
};

[[nodiscard]] QString keyOriginName(KeyReply::Origin origin); //!< "environment"

} // namespace kagura
