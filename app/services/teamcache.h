// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/redis/redistier.h"
#include "core/settings/keysource.h"
#include "core/settings/settings.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

namespace kagura {

//! How the shared tier of this process is.
struct TeamState
{
    enum class Kind : std::uint8_t {
        Off, //!< no server is set: answers stay on this computer
        LookingForKey,
        NoKey, //!< or it cannot be read
        Unusable, //!< the settings or the key are not what they should be
        Ready, //!< calls ask it; whether it answers is another matter, see TeamCache::look()
    };

    Kind kind = Kind::Off;
    QString server; //!< its address, as it was typed where it is no address
    QString team;
    QString fingerprint; //!< of the key; empty: there is none
    QString trouble; //!< what is wrong, and what to do

    bool operator==(const TeamState &) const = default;
};

//! The tier of answers that the machines of a team share, as the settings and the keychain want it.
//!
//! Off until a server is set. Its key is looked for when that is, and again when settings or key change;
//! calls that come meanwhile wait a second for it, and then go without.
//!
//! Thread: the engine thread. Lifetime: settings, keys and clock outlive it. Errors: state().
class TeamCache final : public QObject
{
    Q_OBJECT

public:
    //! \name Names in the keychain, and variables that may stand in for them
    //! @{
    static constexpr const char *KeyName = "team-cache";
    static constexpr const char *KeyVariable = "KAGURA_TEAM_KEY";
    static constexpr const char *PasswordName = "team-cache-password";
    static constexpr const char *PasswordVariable = "KAGURA_TEAM_PASSWORD";
    //! @}

    TeamCache(Settings &settings, KeySource &keys, Clock &clock, QObject *parent = nullptr);
    ~TeamCache() override;

    [[nodiscard]] const TeamState &state() const { return m_state; }
    [[nodiscard]] SharedTier *tier() const; //!< null unless Ready

    //! Reads settings and key again; state() is LookingForKey until changed(), unless it is off.
    void renew();

    //! Calls done once it is clear whether there is a tier, at most a second later; at once where it is.
    void whenClear(QObject *context, std::function<void()> done);

    //! Calls done once nothing waits to be shared any more, or after limit.
    void drain(std::chrono::milliseconds limit, QObject *context, std::function<void()> done);

    //! \name For a person; only while Ready
    //! @{
    void look(QObject *context, std::function<void(const Result<RedisTier::Look> &)> done);
    void clear(QObject *context, std::function<void(const Result<qint64> &)> done);
    //! @}

    //! Whether text is a key of a team, before it is stored.
    [[nodiscard]] static Result<void> checkKey(const Secret &text);

Q_SIGNALS:
    void changed();
    void secretFound(const kagura::Secret &secret); //!< so that the log can be kept free of it

private:
    void follow(const QString &setting);
    void setState(const TeamState &state);
    void takeKey();
    void findPassword(const TeamKey &key);
    void build(const TeamKey &key, const Secret &password);
    [[nodiscard]] Error notReady() const;

    Settings &m_settings;
    KeySource &m_keys;
    Clock &m_clock;
    TeamState m_state;
    RedisAddress m_address;
    std::unique_ptr<KeyReply> m_keyReply;
    std::unique_ptr<KeyReply> m_passwordReply;
    std::unique_ptr<RedisTier> m_tier;
    QList<std::pair<QPointer<QObject>, std::function<void()>>>
        m_waiting; // for a state that is clear
    bool m_isRenewalDue = false;
};

} // namespace kagura
