// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/secretreply.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace kagura {

//! Where keys rest, each under the name of its provider ("openai"). Nothing in here ever writes a key
//! to a file of ours.
//!
//! Thread: the engine thread. Lifetime: outlives its replies' use. Errors: in the replies.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        Unknown, //!< not asked yet
        Available,
        Locked, //!< a keyring that waits for its password
        Unavailable, //!< no keyring; stateReason() says what is missing
        SessionOnly, //!< memory: keys are gone with the process, and the window says so
    };

    ~SecretStore() override;

    [[nodiscard]] virtual std::unique_ptr<SecretReply> read(const QString &name) = 0;
    [[nodiscard]] virtual std::unique_ptr<SecretReply> write(const QString &name,
                                                             const Secret &secret) = 0;
    [[nodiscard]] virtual std::unique_ptr<SecretReply> remove(const QString &name) = 0;

    //! The keys that were stored and not removed, sorted: also those that a locked keyring hides.
    [[nodiscard]] virtual QStringList names() const = 0;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString stateReason() const { return m_stateReason; } //!< English, one sentence

Q_SIGNALS:
    void stateChanged();
    void namesChanged();

protected:
    explicit SecretStore(QObject *parent = nullptr);
    void setState(State state, const QString &reason);

private:
    State m_state = State::Unknown;
    QString m_stateReason;
};

[[nodiscard]] QString secretStateName(SecretStore::State state); //!< "available", "session_only"

} // namespace kagura
