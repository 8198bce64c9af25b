// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/signins.h"

#include "core/auth/tokenendpoint.h"
#include "core/base/logging.h"
#include "core/settings/secretstore.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView Suffix("/sign-in");

//! A handle is not deleted inside its own signal.
template <typename T>
void letGo(std::unique_ptr<T> &handle)
{
    if (handle)
        handle.release()->deleteLater();
}

} // namespace

struct SignIns::Account
{
    std::optional<OAuthGrant> grant;
    std::optional<std::chrono::microseconds> since; //!< monotonic; of tokens that came while we run
    std::unique_ptr<SecretReply> reading;
    std::unique_ptr<SecretReply> writing;
    std::unique_ptr<HttpFetch> renewing;
    QList<QPointer<TokenReply>> waiting;
    bool isRereading =
        false; //!< the refresh token was refused; another process may have a newer one
    bool isRefused = false; //!< and had none
};

SignIns::SignIns(Transport &transport, Clock &clock, SecretStore &keychain, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
    , m_keychain(keychain)
{}

SignIns::~SignIns() = default;

QString SignIns::secretName(const QString &provider)
{
    return provider + Suffix;
}

QString SignIns::providerOf(const QString &secretName)
{
    return secretName.endsWith(Suffix) ? secretName.chopped(Suffix.size()) : QString();
}

SignIns::Account &SignIns::accountOf(const QString &provider)
{
    std::unique_ptr<Account> &account = m_accounts[provider];
    if (!account)
        account = std::make_unique<Account>();
    return *account;
}

NetworkProfile SignIns::networkOf(const QString &provider) const
{
    return m_networkOf ? m_networkOf(provider) : NetworkProfile();
}

bool SignIns::isSignedIn(const QString &provider) const
{
    const auto account = m_accounts.find(provider);
    return (account != m_accounts.cend() && account->second->grant) || isKept(provider);
}

bool SignIns::isKept(const QString &provider) const
{
    return m_keychain.names().contains(secretName(provider));
}

std::unique_ptr<TokenReply> SignIns::token(const QString &provider)
{
    auto reply = std::make_unique<TokenReply>();
    Account &account = accountOf(provider);
    account.waiting.append(reply.get());
    if (account.isRefused && isKept(provider)) {
        account.grant.reset(); // somebody may have signed in again with another program of ours
        account.isRefused = false;
    }
    QMetaObject::invokeMethod(
        this, [this, provider] { advance(provider); }, Qt::QueuedConnection);
    return reply;
}

std::unique_ptr<SignInReply> SignIns::signIn(const QString &provider,
                                             const OAuthClient &client,
                                             std::chrono::milliseconds patience)
{
    auto flow = std::make_unique<OAuthFlow>(m_transport, m_clock, client,
                                            OAuthFlow::Options{patience, networkOf(provider)});
    return std::unique_ptr<SignInReply>(
        new SignInReply(std::move(flow), [this, provider](const OAuthGrant &grant) {
            std::unique_ptr<SecretReply> writing = keep(provider, grant);
            Account &account = accountOf(provider);
            letGo(account.reading); // both knew the one before
            letGo(account.renewing);
            account.isRefused = account.isRereading = false;
            take(account, grant, true);
            advance(provider);
            Q_EMIT changed(provider);
            return writing;
        }));
}

std::unique_ptr<SecretReply> SignIns::keep(const QString &provider, const OAuthGrant &grant)
{
    return m_keychain.write(secretName(provider), grantToSecret(grant));
}

void SignIns::take(Account &account, const OAuthGrant &grant, bool isNew)
{
    account.grant = grant;
    account.since = isNew ? std::optional(m_clock.monotonic()) : std::nullopt;
    for (const Secret &secret :
         {grant.tokens.access, grant.tokens.refresh, grant.client.clientSecret}) {
        if (!secret.isEmpty())
            Q_EMIT tokenFound(secret);
    }
}

// By the wall clock, which knows of sleep, and by the other one, which nobody can set.
bool SignIns::isDue(const Account &account) const
{
    const OAuthTokens &tokens = account.grant->tokens;
    return tokens.access.isEmpty() || tokens.isDueAt(m_clock.wall())
        || (account.since
            && tokens.isDueAfter(std::chrono::duration_cast<std::chrono::milliseconds>(
                m_clock.monotonic() - *account.since)));
}

void SignIns::advance(const QString &provider)
{
    Account &account = accountOf(provider);
    account.waiting.removeIf([](const auto &reply) { return !reply || reply->isFinished(); });
    if (account.waiting.isEmpty() || account.reading || account.renewing)
        return;
    if (!account.grant)
        read(provider);
    else if (!isDue(account))
        settle(provider);
    else
        renew(provider);
}

void SignIns::read(const QString &provider)
{
    Account &account = accountOf(provider);
    account.reading = m_keychain.read(secretName(provider));
    SecretReply *reading = account.reading.get();
    connect(reading, &SecretReply::waiting, this, [this, provider] {
        const auto waiting = accountOf(provider).waiting;
        for (const auto &reply : waiting) {
            if (reply)
                Q_EMIT reply->waiting();
        }
    });
    connect(reading, &Handle::finished, this, [this, provider, reading] {
        Account &owner = accountOf(provider);
        const std::optional<Error> failure = reading->failure();
        const Secret secret = reading->secret();
        const bool isMissing = reading->outcome() == SecretReply::Outcome::Missing;
        letGo(owner.reading);
        const bool isSecondLook = std::exchange(owner.isRereading, false);
        if (isMissing) {
            owner.grant.reset();
            settle(provider,
                   Error{Error::Kind::Auth,
                         u"nobody is signed in to %1; sign in again"_s.arg(provider)});
            return;
        }
        if (failure) {
            settle(provider, failure);
            return;
        }
        const Result<OAuthGrant> grant = grantFromSecret(secret);
        if (!grant) {
            settle(provider, grant.error());
            return;
        }
        owner.isRefused =
            isSecondLook && owner.grant && owner.grant->tokens.refresh == grant->tokens.refresh;
        take(owner, *grant, false);
        advance(provider);
    });
}

void SignIns::renew(const QString &provider)
{
    Account &account = accountOf(provider);
    const OAuthGrant &grant = *account.grant;
    if (grant.tokens.refresh.isEmpty() || account.isRefused) {
        Error ended{Error::Kind::Auth,
                    u"the sign-in at %1 has ended; sign in again"_s.arg(grant.client.title)};
        ended.isFinal = true;
        settle(provider, ended);
        return;
    }
    HttpRequest request = renewal(grant.client, grant.tokens.refresh);
    request.network = networkOf(provider);
    account.renewing = std::make_unique<HttpFetch>(m_transport, std::move(request));
    connect(account.renewing.get(), &Handle::finished, this,
            [this, provider] { takeRenewal(provider); });
}

void SignIns::takeRenewal(const QString &provider)
{
    Account &account = accountOf(provider);
    OAuthGrant grant = *account.grant;
    Result<OAuthTokens> tokens = account.renewing->failure()
        ? Result<OAuthTokens>(*account.renewing->failure())
        : readTokens(grant.client, account.renewing->status(), account.renewing->body(),
                     m_clock.wall());
    letGo(account.renewing);
    if (!tokens) {
        const bool isRefusal = tokens.error().kind == Error::Kind::Auth && tokens.error().isFinal;
        if (isRefusal && isKept(provider)) {
            account.isRereading = true;
            read(provider);
            return;
        }
        account.isRefused = isRefusal;
        const bool isAlive =
            !isRefusal && !grant.tokens.access.isEmpty() && !grant.tokens.isOverAt(m_clock.wall());
        settle(provider, isAlive ? std::nullopt : std::optional(tokens.error()));
        return;
    }
    if (tokens->refresh.isEmpty())
        tokens.value().refresh = grant.tokens.refresh;
    const bool wasKept = isKept(provider);
    grant.tokens = std::move(tokens).value();
    take(account, grant, true);
    if (wasKept) {
        // Nobody waits for it: without it the next start has to renew once more.
        account.writing = keep(provider, grant);
        connect(account.writing.get(), &Handle::finished, this, [this, provider] {
            Account &owner = accountOf(provider);
            if (owner.writing->failure())
                qCWarning(logSettings) << owner.writing->failure()->message;
            letGo(owner.writing);
        });
    }
    settle(provider);
}

void SignIns::settle(const QString &provider, const std::optional<Error> &failure)
{
    Account &account = accountOf(provider);
    const auto waiting = std::exchange(account.waiting, {});
    const Secret access = account.grant ? account.grant->tokens.access : Secret();
    const Secret mark = account.grant ? account.grant->account : Secret();
    for (const auto &reply : waiting) {
        if (!reply)
            continue;
        if (failure)
            reply->fail(*failure);
        else
            reply->succeed(access, mark);
    }
}

std::unique_ptr<SignOutReply> SignIns::signOut(const QString &provider)
{
    std::unique_ptr<SignOutReply> reply(new SignOutReply(m_transport, [this, provider] {
        m_accounts.erase(provider);
        std::unique_ptr<SecretReply> removal = m_keychain.remove(secretName(provider));
        connect(removal.get(), &Handle::finished, this,
                [this, provider] { Q_EMIT changed(provider); });
        return removal;
    }));
    QMetaObject::invokeMethod(
        this,
        [this, provider, guard = QPointer<SignOutReply>(reply.get())] {
            finishSignOut(provider, guard);
        },
        Qt::QueuedConnection);
    return reply;
}

void SignIns::finishSignOut(const QString &provider, const QPointer<SignOutReply> &reply)
{
    if (!reply)
        return;
    Account &account = accountOf(provider);
    letGo(account.renewing);
    settle(provider, Error{Error::Kind::Cancelled, u"signed out of %1 meanwhile"_s.arg(provider)});
    const auto revoke = [this, provider](SignOutReply &owner, const OAuthGrant &grant) {
        if (grant.client.revocationUrl.isEmpty()) {
            owner.revoke(std::nullopt);
            return;
        }
        HttpRequest request = revocation(grant.client, grant.tokens);
        request.network = networkOf(provider);
        owner.revoke(request);
    };
    if (account.grant) {
        revoke(*reply, *account.grant);
        return;
    }
    letGo(account.reading);
    account.reading = m_keychain.read(secretName(provider));
    SecretReply *reading = account.reading.get();
    connect(reading, &Handle::finished, this, [this, provider, reply, reading, revoke] {
        const std::optional<Error> failure = reading->failure();
        const Secret secret = reading->secret();
        const bool isMissing = reading->outcome() == SecretReply::Outcome::Missing;
        letGo(accountOf(provider).reading);
        if (!reply)
            return;
        const Result<OAuthGrant> grant =
            failure ? Result<OAuthGrant>(*failure) : grantFromSecret(secret);
        if (failure && !isMissing)
            reply->giveUp(*failure);
        else if (!grant)
            reply->revoke(std::nullopt);
        else
            revoke(*reply, *grant);
    });
}

} // namespace kagura
