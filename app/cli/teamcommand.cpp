// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/teamcommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Action = TeamArguments::Action;

struct ActionName
{
    const char *name;
    Action action;
    bool takesValue;
};

constexpr std::array Actions = {
    ActionName{"server", Action::Server, true},      ActionName{"name", Action::Name, true},
    ActionName{"key", Action::Key, false},           ActionName{"new-key", Action::NewKey, false},
    ActionName{"password", Action::Password, false}, ActionName{"forget", Action::Forget, false},
    ActionName{"clear", Action::Clear, false},
};

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

QString kindName(TeamState::Kind kind)
{
    switch (kind) {
    case TeamState::Kind::Off:
        return u"off"_s;
    case TeamState::Kind::LookingForKey:
        return u"looking_for_key"_s;
    case TeamState::Kind::NoKey:
        return u"no_key"_s;
    case TeamState::Kind::Unusable:
        return u"unusable"_s;
    case TeamState::Kind::Ready:
        break;
    }
    return u"ready"_s;
}

Json objectOf(const TeamState &state)
{
    return {{"state", toJson(kindName(state.kind))},
            {"server", toJson(state.server)},
            {"team", toJson(state.team)},
            {"key_fingerprint", toJson(state.fingerprint)}};
}

} // namespace

bool TeamArguments::areMeant(const QCommandLineParser &parser)
{
    return parser.positionalArguments().value(0) == "team"_L1;
}

Result<TeamArguments> TeamArguments::read(const QCommandLineParser &parser)
{
    const QStringList given = parser.positionalArguments().mid(1);
    TeamArguments team;
    team.json = parser.isSet(u"json"_s);
    team.isConfirmed = parser.isSet(u"yes"_s);
    if (given.isEmpty())
        return team;
    const auto *const action =
        std::find_if(Actions.cbegin(), Actions.cend(), [&given](const ActionName &one) {
            return given.constFirst() == QLatin1String(one.name);
        });
    if (action == Actions.cend())
        return usage(
            u"cache team takes nothing, or one of server ADDRESS, name NAME, key, new-key, "
            "password, forget and clear, not %1"_s.arg(given.constFirst()));
    if (given.size() != (action->takesValue ? 2 : 1))
        return usage(
            action->takesValue
                ? u"cache team %1 takes one value"_s.arg(given.constFirst())
                : u"cache team %1 takes nothing more; a secret is read from standard input"_s.arg(
                    given.constFirst()));
    team.action = action->action;
    team.value = given.value(1);
    if (team.action == Action::Name && !RedisTier::isTeamName(team.value))
        return usage(u"a team's name is made of a-z, 0-9, dot, dash and underscore"_s);
    if (team.action == Action::Server && team.value == "off"_L1)
        team.value.clear();
    if (team.action == Action::Server && !team.value.isEmpty()) {
        const Result<RedisAddress> address = RedisAddress::fromText(team.value);
        if (!address)
            return address.error();
        team.value = address->toText();
    }
    return team;
}

TeamCommand::TeamCommand(Services &services, TeamArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

TeamCommand::~TeamCommand() = default;

void TeamCommand::start()
{
    switch (m_arguments.action) {
    case Action::Show:
        return m_services.team().whenClear(this, [this] { show(); });
    case Action::Server:
    case Action::Name:
        return change();
    case Action::Key:
    case Action::Password:
        return storeKey();
    case Action::NewKey:
        return makeKey();
    case Action::Forget:
        return forget();
    case Action::Clear:
        return m_services.team().whenClear(this, [this] { clear(); });
    }
}

void TeamCommand::interrupt()
{
    if (!std::exchange(m_isEnded, true))
        Q_EMIT finished(ExitCancelled);
}

void TeamCommand::show()
{
    const TeamState state = m_services.team().state();
    if (state.kind == TeamState::Kind::Off)
        return end(objectOf(state),
                   u"off: answers stay on this computer; `kagura-cli cache team server "
                   "redis://HOST` shares them"_s);
    if (state.kind != TeamState::Kind::Ready)
        return fail({Error::Kind::BadRequest, state.trouble});
    m_services.team().look(this, [this, state](const Result<RedisTier::Look> &look) {
        if (!look)
            return fail(look.error());
        Json object = objectOf(state);
        object["product"] = toJson(look->server);
        object["entries"] = look->entries;
        object["round_trip_us"] = static_cast<qint64>(look->roundTrip.count());
        end(object,
            u"%1 at %2, %3 ms away: %4 answers of team %5, key %6"_s.arg(look->server, state.server)
                .arg(double(look->roundTrip.count()) / 1000, 0, 'f', 1)
                .arg(look->entries)
                .arg(state.team, state.fingerprint));
    });
}

void TeamCommand::change()
{
    Settings &settings = m_services.settings();
    const bool isServer = m_arguments.action == Action::Server;
    settings.setValue(isServer ? settings::TeamServer : settings::TeamName, m_arguments.value);
    if (const Result<void> written = settings.flush(); !written)
        return fail(written.error());
    if (!isServer)
        return end({{"team", toJson(m_arguments.value)}}, u"the team is "_s + m_arguments.value);
    end({{"server", toJson(m_arguments.value)}},
        m_arguments.value.isEmpty()
            ? u"answers stay on this computer from now on"_s
            : u"answers of other machines' providers are shared at %1, once there is a key; "
              "`kagura-cli cache team` says whether it works"_s.arg(m_arguments.value));
}

void TeamCommand::storeKey()
{
    const bool isKey = m_arguments.action == Action::Key;
    QByteArray line = terminal::readSecretLine(isKey ? u"Key of the team (not shown): "_s
                                                     : u"Password of the server (not shown): "_s);
    const Secret secret = line.isEmpty() ? Secret() : Secret(line);
    wipe(line);
    if (secret.isEmpty())
        return fail(usage(u"nothing was given; it is read from standard input, one line"_s));
    if (isKey) {
        if (const Result<void> checked = TeamCache::checkKey(secret); !checked)
            return fail(checked.error());
    }
    keep(QString::fromLatin1(isKey ? TeamCache::KeyName : TeamCache::PasswordName), secret,
         isKey ? u"the key of the team is in the keychain"_s
               : u"the password of the server is in the keychain"_s);
}

void TeamCommand::makeKey()
{
    const TeamKey key = TeamKey::create();
    if (key.isEmpty())
        return fail({Error::Kind::Internal, u"the system gave no random numbers"_s});
    QByteArray text = key.toText().reveal();
    terminal::writeOut(m_arguments.json ? dumpJson({{"key", toJson(QString::fromLatin1(text))},
                                                    {"key_fingerprint", toJson(key.fingerprint())}})
                               + '\n'
                                        : text + '\n');
    wipe(text);
    terminal::writeError(
        u"Hand this key to the others of the team, and to nobody else: whoever has "
        "it can read and write the team's answers."_s);
    m_reply = m_services.keychain().write(QString::fromLatin1(TeamCache::KeyName), key.toText());
    connect(m_reply.get(), &Handle::finished, this, [this] {
        terminal::writeError(
            m_reply->failure() ? u"The keychain did not take it: %1. Set it as %2 instead."_s.arg(
                m_reply->failure()->message, QString::fromLatin1(TeamCache::KeyVariable))
                               : u"It is in the keychain of this computer."_s);
        Q_EMIT finished(ExitSucceeded);
    });
}

void TeamCommand::forget()
{
    const QString name = QString::fromLatin1(TeamCache::KeyName);
    m_reply = m_services.keychain().remove(name);
    connect(m_reply.get(), &Handle::finished, this, [this] {
        if (m_reply->failure())
            return fail(*m_reply->failure());
        end({{"forgotten", true}}, u"the key of the team is removed from the keychain"_s);
    });
}

void TeamCommand::clear()
{
    if (!m_arguments.isConfirmed)
        return fail(usage(u"this takes the shared answers away from everybody in the team, and "
                          "cannot be undone; say --yes if that is meant"_s));
    m_services.team().clear(this, [this](const Result<qint64> &entries) {
        if (!entries)
            return fail(entries.error());
        end({{"action", "cleared"}, {"entries", *entries}},
            u"%1 shared answers were taken away; those on this computer are still there"_s.arg(
                *entries));
    });
}

void TeamCommand::keep(const QString &name, const Secret &secret, const QString &success)
{
    m_reply = m_services.keychain().write(name, secret);
    connect(m_reply.get(), &SecretReply::waiting, this, [] {
        terminal::writeError(u"waiting for the keyring; it may be asking for its password"_s);
    });
    connect(m_reply.get(), &Handle::finished, this, [this, success] {
        if (m_reply->failure())
            return fail(
                {m_reply->failure()->kind,
                 u"%1. Set %2 or %3 instead."_s.arg(
                     m_reply->failure()->message, QString::fromLatin1(TeamCache::KeyVariable),
                     QString::fromLatin1(TeamCache::PasswordVariable))});
        end({{"stored", true}}, success);
    });
}

void TeamCommand::end(const Json &object, const QString &words)
{
    if (std::exchange(m_isEnded, true))
        return;
    terminal::writeOut(m_arguments.json ? dumpJson(object) + '\n' : words.toUtf8() + '\n');
    Q_EMIT finished(ExitSucceeded);
}

void TeamCommand::fail(const Error &error)
{
    if (std::exchange(m_isEnded, true))
        return;
    terminal::writeFailure(error, m_arguments.json);
    Q_EMIT finished(error.kind == Error::Kind::BadRequest ? ExitUsage : exitCodeFor(error));
}

} // namespace kagura
