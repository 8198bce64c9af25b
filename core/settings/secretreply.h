// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/base/secret.h"

#include <cstdint>

namespace kagura {

//! The answer of a SecretStore, once it comes: a keyring may ask the person for a password first.
//!
//! finished() comes exactly once and never before the function that made the reply has returned. After
//! a success outcome() is Done, and a read holds its secret(). Otherwise failure() says in words what
//! outcome() says in kind. isWaiting() turns true when the keyring takes so long that it is probably
//! asking; show that as "waiting for the keyring", not as an error.
//!
//! Thread: that of the store. Lifetime: the caller's; deleting it leaves the keyring call to end unheard.
//! Errors: Auth for Missing, Storage for the rest, Cancelled.
class SecretReply final : public Handle
{
    Q_OBJECT

public:
    enum class Outcome : std::uint8_t {
        Pending,
        Done,
        Missing, //!< the store is open and has no such key
        Locked, //!< the store is locked; nothing is known about the key
        LockedOrMissing, //!< the keyring says "not found" in both cases and does not say which
        Unavailable, //!< there is no store to ask, or it did not answer in time
        Failed, //!< the store refused; failure() has its words
        Cancelled,
    };

    explicit SecretReply(QObject *parent = nullptr);
    ~SecretReply() override;

    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] const Secret &secret() const { return m_secret; } //!< of a read that is Done
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

    //! Ends the reply; what the keyring was asked to do may still happen.
    void cancel() override;

    //! \name For the stores
    //! @{
    void succeed(const Secret &secret = {});
    void fail(Outcome outcome, const QString &message);
    void setWaiting();
    //! @}

Q_SIGNALS:
    void waiting(); //!< at most once, before finished()

private:
    Secret m_secret;
    Outcome m_outcome = Outcome::Pending;
    bool m_isWaiting = false;
};

} // namespace kagura
