// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/keyscommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"
#include "core/base/json.h"
#include "core/llm/environmentkeys.h"

#include <QProcessEnvironment>
#include <QRegularExpression>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Result<KeysArguments> KeysArguments::read(const QStringList &positional, bool json)
{
    static const QRegularExpression name(u"^[A-Za-z0-9._-]+$"_s);
    const QString verb = positional.value(0);
    if (verb == "list"_L1 && positional.size() == 1)
        return KeysArguments{Action::List, {}, json};
    if ((verb == "set"_L1 || verb == "remove"_L1) && positional.size() == 2
        && name.match(positional.at(1)).hasMatch())
        return KeysArguments{verb == "set"_L1 ? Action::Set : Action::Remove, positional.at(1),
                             json};
    return Error{
        Error::Kind::BadRequest,
        u"keys takes `list`, `set PROVIDER`, `remove PROVIDER`, `sign-in PROVIDER` or `sign-out PROVIDER`; a key itself is read from standard input"_s};
}

KeysCommand::KeysCommand(Services &services, KeysArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

KeysCommand::~KeysCommand() = default;

void KeysCommand::start()
{
    switch (m_arguments.action) {
    case KeysArguments::Action::List:
        list();
        break;
    case KeysArguments::Action::Set:
        set();
        break;
    case KeysArguments::Action::Remove:
        follow(m_services.keys().keychain().remove(m_arguments.provider),
               u"the key of %1 is removed from the keychain"_s.arg(m_arguments.provider));
        break;
    }
}

void KeysCommand::interrupt()
{
    if (m_reply)
        m_reply->cancel();
    else
        Q_EMIT finished(ExitCancelled);
}

void KeysCommand::list()
{
    struct Row
    {
        QString provider;
        QString where;
    };
    QList<Row> rows;
    for (const QString &name : m_services.keys().keychain().names()) {
        const QString signedIn = SignIns::providerOf(name);
        rows.append(signedIn.isEmpty() ? Row{name, u"keychain"_s}
                                       : Row{signedIn, u"keychain: sign-in"_s});
    }
    for (const EnvironmentKey &key : keysInEnvironment(QProcessEnvironment::systemEnvironment()))
        rows.append({key.provider, u"environment: "_s + key.variable});
    for (const Row &row : std::as_const(rows)) {
        if (m_arguments.json)
            terminal::writeOut(
                dumpJson({{"provider", toJson(row.provider)}, {"where", toJson(row.where)}})
                + '\n');
        else
            terminal::writeOut(row.provider.leftJustified(20).toUtf8() + ' ' + row.where.toUtf8()
                               + '\n');
    }
    if (rows.isEmpty() && !m_arguments.json)
        terminal::writeError(u"no keys; `kagura-cli keys set openai` stores one in the keychain"_s);
    Q_EMIT finished(ExitSucceeded);
}

void KeysCommand::set()
{
    QByteArray line =
        terminal::readSecretLine(u"Key for %1 (not shown): "_s.arg(m_arguments.provider));
    if (line.isEmpty()) {
        terminal::writeError(u"no key was given; it is read from standard input, one line"_s);
        Q_EMIT finished(ExitUsage);
        return;
    }
    const Secret secret(line);
    wipe(line);
    follow(m_services.keys().keychain().write(m_arguments.provider, secret),
           u"the key of %1 is in the keychain"_s.arg(m_arguments.provider));
}

void KeysCommand::follow(std::unique_ptr<SecretReply> reply, const QString &success)
{
    m_reply = std::move(reply);
    connect(m_reply.get(), &SecretReply::waiting, this, [] {
        terminal::writeError(u"waiting for the keyring; it may be asking for its password"_s);
    });
    connect(m_reply.get(), &Handle::finished, this, [this, success] {
        if (!m_reply->failure()) {
            if (!m_arguments.json)
                terminal::writeError(success);
            Q_EMIT finished(ExitSucceeded);
            return;
        }
        if (m_reply->outcome() == SecretReply::Outcome::Unavailable)
            terminal::writeError(
                u"%1. Put the key into an environment variable instead, or hand it over with --key-fd."_s
                    .arg(m_reply->failure()->message));
        else if (m_reply->failure()->kind != Error::Kind::Cancelled)
            terminal::writeError(m_reply->failure()->message);
        Q_EMIT finished(exitCodeFor(*m_reply->failure()));
    });
}

} // namespace kagura
