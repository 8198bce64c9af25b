// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/signincommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"

#include <QCommandLineParser>
#include <QProcess>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int LongestWait = 3600;

} // namespace

void SignInArguments::declare(QCommandLineParser &parser)
{
    parser.addOption(
        {u"client-id"_s, u"sign-in: the OAuth client id; default: of the settings."_s, u"id"_s});
    parser.addOption(
        {u"with-secret"_s, u"sign-in: read the client secret from standard input, one line."_s});
    parser.addOption({u"no-browser"_s, u"sign-in: print the address and open nothing."_s});
    parser.addOption({u"wait"_s, u"sign-in: seconds until the browser has to be back; 300."_s,
                      u"seconds"_s, u"300"_s});
}

bool SignInArguments::areMeant(const QCommandLineParser &parser)
{
    const QString verb = parser.positionalArguments().value(0);
    return verb == "sign-in"_L1 || verb == "sign-out"_L1;
}

Result<SignInArguments> SignInArguments::read(const QCommandLineParser &parser)
{
    const QStringList positional = parser.positionalArguments();
    if (positional.size() != 2 || positional.at(1).isEmpty())
        return Error{Error::Kind::BadRequest, u"sign-in and sign-out take one provider"_s};
    SignInArguments arguments;
    arguments.provider = positional.at(1);
    arguments.isSignOut = positional.at(0) == "sign-out"_L1;
    arguments.clientId = parser.value(u"client-id"_s);
    arguments.hasSecret = parser.isSet(u"with-secret"_s);
    arguments.json = parser.isSet(u"json"_s);
    arguments.opensBrowser = !parser.isSet(u"no-browser"_s) && !arguments.json;
    bool isNumber = false;
    const int seconds = parser.value(u"wait"_s).toInt(&isNumber);
    if (!isNumber || seconds < 1 || seconds > LongestWait)
        return Error{Error::Kind::BadRequest,
                     u"--wait takes seconds, from 1 to %1"_s.arg(LongestWait)};
    arguments.patience = std::chrono::seconds(seconds);
    return arguments;
}

SignInCommand::SignInCommand(Services &services, SignInArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

SignInCommand::~SignInCommand() = default;

void SignInCommand::start()
{
    if (m_arguments.isSignOut) {
        if (m_services.signIns().isSignedIn(m_arguments.provider))
            signOut(false);
        else
            fail({Error::Kind::BadRequest,
                  u"nobody is signed in to %1"_s.arg(m_arguments.provider)});
        return;
    }
    const std::optional<ProviderConfig> provider = m_services.knownProvider(m_arguments.provider);
    if (!provider)
        fail({Error::Kind::BadRequest,
              u"no provider is called %1; `kagura-cli models` lists them"_s.arg(
                  m_arguments.provider)});
    else
        signIn(*provider);
}

void SignInCommand::signIn(const ProviderConfig &provider)
{
    m_provider = provider;
    m_client = m_services.signInClients().clientFor(provider);
    if (!m_arguments.clientId.isEmpty())
        m_client.clientId = m_arguments.clientId;
    if (m_arguments.hasSecret) {
        QByteArray line = terminal::readSecretLine(u"Client secret (not shown): "_s);
        m_client.clientSecret = Secret(line);
        m_services.redactor().add(m_client.clientSecret);
        wipe(line);
    }
    m_signIn = m_services.signIns().signIn(provider.name, m_client, m_arguments.patience);
    connect(m_signIn.get(), &SignInReply::browserWanted, this, &SignInCommand::openBrowser);
    connect(m_signIn.get(), &SignInReply::waiting, this, [this] {
        say({{"event", "waiting_for_keyring"}},
            u"waiting for the keyring; it may be asking for its password"_s);
    });
    connect(m_signIn.get(), &Handle::finished, this, &SignInCommand::judgeSignIn);
}

void SignInCommand::openBrowser(const QUrl &url)
{
    const QString address = url.toString(QUrl::FullyEncoded);
    say({{"event", "browser"}, {"url", toJson(address)}},
        u"open this address in a browser of this computer:\n%1"_s.arg(address));
    // Where there is no such program or no desktop, the printed address is the way.
    if (m_arguments.opensBrowser)
        QProcess::startDetached(u"xdg-open"_s, {address});
}

void SignInCommand::judgeSignIn()
{
    if (m_signIn->failure()) {
        fail(*m_signIn->failure());
        return;
    }
    if (m_signIn->keychainFailure()) {
        say({{"event", "not_kept"}, {"message", toJson(m_signIn->keychainFailure()->message)}},
            u"%1; without a keychain the sign-in cannot be kept, so it is taken back"_s.arg(
                m_signIn->keychainFailure()->message));
        signOut(true);
        return;
    }
    m_services.signInClients().rememberClientId(m_provider.name, m_client.clientId);
    m_services.saveProvider(m_provider);
    say({{"event", "signed_in"}, {"provider", toJson(m_provider.name)}},
        u"signed in to %1; the tokens are in the keychain"_s.arg(m_provider.name));
    Q_EMIT finished(ExitSucceeded);
}

void SignInCommand::signOut(bool isUndo)
{
    m_signOut = m_services.signIns().signOut(m_arguments.provider);
    connect(m_signOut.get(), &Handle::finished, this, [this, isUndo] {
        if (isUndo)
            Q_EMIT finished(ExitFailed);
        else
            judgeSignOut();
    });
}

void SignInCommand::judgeSignOut()
{
    if (m_signOut->failure()) {
        fail(*m_signOut->failure());
        return;
    }
    const bool isRevoked = m_signOut->isRevoked();
    say({{"event", "signed_out"},
         {"provider", toJson(m_arguments.provider)},
         {"revoked", isRevoked}},
        isRevoked
            ? u"signed out of %1; its tokens are void"_s.arg(m_arguments.provider)
            : u"signed out of %1 here, but its server could not be told (%2); revoke the access on its own pages, too"_s
                  .arg(m_arguments.provider, m_signOut->revocationFailure()->message));
    Q_EMIT finished(ExitSucceeded);
}

void SignInCommand::say(const Json &event, const QString &words) const
{
    if (m_arguments.json)
        terminal::writeOut(dumpJson(event) + '\n');
    else
        terminal::writeError(words);
}

void SignInCommand::fail(const Error &error)
{
    if (m_arguments.json || error.kind != Error::Kind::Cancelled)
        say({{"event", "error"},
             {"kind", toJson(errorKindName(error.kind))},
             {"message", toJson(error.message)}},
            error.message);
    Q_EMIT finished(exitCodeFor(error));
}

void SignInCommand::interrupt()
{
    if (m_signOut)
        m_signOut->cancel();
    else if (m_signIn)
        m_signIn->cancel();
    else
        Q_EMIT finished(ExitCancelled);
}

} // namespace kagura
