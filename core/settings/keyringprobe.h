// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <chrono>
#include <cstdint>
#include <functional>

namespace kagura {

//! What a keyring says about itself.
struct KeyringState
{
    enum class Kind : std::uint8_t {
        Unlocked,
        Locked,
        NoKeyring, //!< nothing there to ask: no session bus, or no service on it
        Unclear, //!< there is one, but it did not say
    };

    Kind kind = Kind::Unclear;
    QString reason; //!< English, one sentence

    bool operator==(const KeyringState &) const = default;
};

//! Asks the Secret Service over D-Bus whether its default collection is locked; what QtKeychain cannot
//! tell. Never unlocks and never prompts.
//!
//! Thread: ask() in one thread, the answer comes there; the blocking calls are made in a thread of its
//! own. Lifetime: waits for a running question: at most its time limit, or 25 s where the session bus
//! itself hangs while it is connected to. Errors: a KeyringState.
//! Source: freedesktop.org Secret Service API, ReadAlias and org.freedesktop.Secret.Collection.Locked.
class KeyringProbe
{
public:
    KeyringProbe();
    ~KeyringProbe();
    Q_DISABLE_COPY_MOVE(KeyringProbe)

    //! Calls then once, within little more than limit, unless context died before.
    void ask(std::chrono::milliseconds limit,
             QObject *context,
             std::function<void(KeyringState)> then);

private:
    QObject m_relay; //!< in the thread of the owner; its context may die while the question runs
    QThreadPool m_pool;
};

} // namespace kagura
