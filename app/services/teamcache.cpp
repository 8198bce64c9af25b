// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/teamcache.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto KeyPatience = 1s; // of a call, while a keyring is asked

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

TeamCache::TeamCache(Settings &settings, KeySource &keys, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_keys(keys)
    , m_clock(clock)
{
    connect(&m_settings, &Settings::changed, this, &TeamCache::follow);
}

TeamCache::~TeamCache() = default;

SharedTier *TeamCache::tier() const
{
    return m_tier.get();
}

void TeamCache::follow(const QString &setting)
{
    const bool isOurs = setting == QLatin1String(settings::TeamServer.name)
        || setting == QLatin1String(settings::TeamName.name)
        || setting == QLatin1String(settings::TeamLimitMs.name);
    // Server and name are often changed one right after the other.
    if (isOurs && !std::exchange(m_isRenewalDue, true))
        QMetaObject::invokeMethod(this, &TeamCache::renew, Qt::QueuedConnection);
}

void TeamCache::setState(const TeamState &state)
{
    m_state = state;
    if (state.kind != TeamState::Kind::LookingForKey) {
        for (const auto &[context, done] : std::exchange(m_waiting, {})) {
            if (context)
                done();
        }
    }
    Q_EMIT changed();
}

void TeamCache::renew()
{
    m_isRenewalDue = false;
    m_tier.reset();
    m_keyReply.reset();
    m_passwordReply.reset();
    TeamState state;
    state.server = m_settings.value(settings::TeamServer);
    state.team = m_settings.value(settings::TeamName);
    if (state.server.isEmpty())
        return setState(state);
    state.kind = TeamState::Kind::Unusable;
    const Result<RedisAddress> address = RedisAddress::fromText(state.server);
    if (!address) {
        state.trouble = address.error().message;
        return setState(state);
    }
    if (!RedisTier::isTeamName(state.team)) {
        state.trouble = tr("A team's name is made of a-z, 0-9, dot, dash and underscore, at most "
                           "64 of them.");
        return setState(state);
    }
    m_address = *address;
    state.server = address->toText();
    state.kind = TeamState::Kind::LookingForKey;
    setState(state);
    m_keyReply = m_keys.findOwn(name(KeyName), name(KeyVariable));
    connect(m_keyReply.get(), &Handle::finished, this, &TeamCache::takeKey);
}

void TeamCache::takeKey()
{
    TeamState state = m_state;
    state.kind = TeamState::Kind::NoKey;
    if (m_keyReply->failure()) {
        state.trouble =
            tr("The key of the team cannot be read: %1").arg(m_keyReply->failure()->message);
        return setState(state);
    }
    if (m_keyReply->secret().isEmpty()) {
        state.trouble = tr("The key of the team is missing; `kagura-cli cache team key` stores the "
                           "one that the others use, `kagura-cli cache team new-key` makes one.");
        return setState(state);
    }
    Q_EMIT secretFound(m_keyReply->secret());
    const Result<TeamKey> key = TeamKey::fromText(m_keyReply->secret());
    if (!key) {
        state.kind = TeamState::Kind::Unusable;
        state.trouble = key.error().message;
        return setState(state);
    }
    findPassword(*key);
}

void TeamCache::findPassword(const TeamKey &key)
{
    m_passwordReply = m_keys.findOwn(name(PasswordName), name(PasswordVariable));
    connect(m_passwordReply.get(), &Handle::finished, this, [this, key] {
        if (m_passwordReply->failure()) {
            TeamState state = m_state;
            state.kind = TeamState::Kind::NoKey;
            state.trouble = tr("The password of the team's server cannot be read: %1")
                                .arg(m_passwordReply->failure()->message);
            return setState(state);
        }
        if (!m_passwordReply->secret().isEmpty())
            Q_EMIT secretFound(m_passwordReply->secret());
        build(key, m_passwordReply->secret());
    });
}

void TeamCache::build(const TeamKey &key, const Secret &password)
{
    RedisTier::Options options;
    options.server.address = m_address;
    options.server.password = password;
    options.team = m_state.team;
    options.limit = std::chrono::milliseconds(m_settings.value(settings::TeamLimitMs));
    m_tier = std::make_unique<RedisTier>(options, key, m_clock);
    TeamState state = m_state;
    state.kind = TeamState::Kind::Ready;
    state.fingerprint = key.fingerprint();
    setState(state);
}

void TeamCache::whenClear(QObject *context, std::function<void()> done)
{
    if (m_state.kind != TeamState::Kind::LookingForKey)
        return done();
    const auto once = [done = std::move(done), isDone = std::make_shared<bool>(false)] {
        if (!std::exchange(*isDone, true))
            done();
    };
    m_waiting.append({context, once});
    m_clock.callLater(KeyPatience, context, once);
}

void TeamCache::drain(std::chrono::milliseconds limit, QObject *context, std::function<void()> done)
{
    if (m_tier)
        m_tier->drain(limit, context, std::move(done));
    else
        done();
}

Error TeamCache::notReady() const
{
    return {Error::Kind::BadRequest,
            m_state.kind == TeamState::Kind::Off
                ? tr("No server is set; answers stay on this computer.")
                : m_state.trouble};
}

void TeamCache::look(QObject *context, std::function<void(const Result<RedisTier::Look> &)> done)
{
    if (m_tier)
        m_tier->look(context, std::move(done));
    else
        done(notReady());
}

void TeamCache::clear(QObject *context, std::function<void(const Result<qint64> &)> done)
{
    if (m_tier)
        m_tier->clear(context, std::move(done));
    else
        done(notReady());
}

Result<void> TeamCache::checkKey(const Secret &text)
{
    const Result<TeamKey> key = TeamKey::fromText(text);
    return key ? Result<void>() : Result<void>(key.error());
}

} // namespace kagura
