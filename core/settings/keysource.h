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

//! The key of one provider, or why there is none.
//!
//! Success with origin() None means that nothing is stored anywhere: a provider that needs no key goes
//! on, another one asks for it. A failure means that a key may exist and could not be read.
class KeyReply final : public Handle
{
    Q_OBJECT

public:
    enum class Origin : std::uint8_t { None, Environment, Descriptor, Keychain, Session };

    ~KeyReply() override;

    [[nodiscard]] const Secret &secret() const { return m_secret; }
    [[nodiscard]] Origin origin() const { return m_origin; }
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; } //!< for the keyring

    void cancel() override;

Q_SIGNALS:
    void waiting();

private:
    friend class KeySource;
    KeyReply();
    void settle(Origin origin, const Secret &secret, std::optional<Error> failure = std::nullopt);

    std::unique_ptr<SecretReply> m_keychainReply;
    Secret m_secret;
    Origin m_origin = Origin::None;
    bool m_isWaiting = false;
};

//! Finds the key of a provider, in this order: the environment variable of that provider, a key that
//! came through an inherited descriptor, the keychain, the memory of this session.
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

    //! variable: the environment variable that may hold the key; empty: none.
    [[nodiscard]] std::unique_ptr<KeyReply> find(const QString &provider, const QString &variable);

    [[nodiscard]] SecretStore &keychain() const { return m_keychain; }
    [[nodiscard]] MemorySecretStore &session() const { return m_session; }

private:
    SecretStore &m_keychain;
    MemorySecretStore &m_session;
    QMap<QString, Secret> m_descriptorKeys;
};

[[nodiscard]] QString keyOriginName(KeyReply::Origin origin); //!< "environment"

} // namespace kagura
