// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace kagura {

//! The secret that the machines of a team have in common, and what is made of it. Whoever has it can
//! read and write the team's shared answers; the server that keeps them has it not.
//!
//! Its parts (for names, for scopes, for sealing) are derived by HKDF-SHA256, so that none tells
//! anything of another.
//!
//! Thread: a value; copies share the bytes. Lifetime: as long as any copy. Errors: fromText(): BadRequest,
//! without repeating the text.
//! Source: RFC 5869.
class TeamKey
{
public:
    TeamKey() = default;

    //! A new one, of 32 random bytes.
    [[nodiscard]] static TeamKey create();
    //! What toText() gave; spaces around and inside are ignored, a mistyped letter is noticed.
    [[nodiscard]] static Result<TeamKey> fromText(const Secret &text);

    [[nodiscard]] bool isEmpty() const { return m_root.isEmpty(); }

    //! For the keychain, and to be handed to the others of the team.
    [[nodiscard]] Secret toText() const;
    //! Eight letters that tell two keys apart and reveal nothing of either.
    [[nodiscard]] QString fingerprint() const;

    //! \name Made of it
    //! @{
    //! HMAC-SHA-256 in hex: the same in the whole team, and meaningless outside.
    [[nodiscard]] QByteArray nameOf(QByteArrayView text) const;
    [[nodiscard]] QString scopeOf(const QString &account) const;
    //! AES-256-GCM: nonce, ciphertext, tag. place is bound to it: what is opened elsewhere is refused.
    [[nodiscard]] QByteArray seal(QByteArrayView text, QByteArrayView place) const;
    //! Errors: Protocol for what was not sealed with this key for that place.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed, QByteArrayView place) const;
    //! @}

    bool operator==(const TeamKey &) const = default;

private:
    explicit TeamKey(const Secret &root);

    Secret m_root;
    Secret m_names;
    Secret m_scopes;
    Secret m_sealing;
};

} // namespace kagura
