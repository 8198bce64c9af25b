// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/signindesk.h"

#include <utility>

namespace kagura {

namespace {

constexpr std::chrono::minutes Patience(5);

} // namespace

SignInDesk::SignInDesk(QObject *parent)
    : QObject(parent)
{}

SignInDesk::~SignInDesk() = default;

void SignInDesk::start(Services &services)
{
    m_services = &services;
}

void SignInDesk::signIn(const QString &provider,
                        const QString &clientId,
                        const Secret &clientSecret)
{
    cancel();
    const std::optional<ProviderConfig> config = m_services->knownProvider(provider);
    if (!config)
        return; // removed meanwhile
    OAuthClient client = m_services->signInClients().clientFor(*config);
    client.clientId = clientId;
    client.clientSecret = clientSecret;
    m_services->redactor().add(clientSecret);
    m_signIn = m_services->signIns().signIn(provider, client, Patience);
    connect(m_signIn.get(), &SignInReply::browserWanted, this, &SignInDesk::browserWanted);
    connect(m_signIn.get(), &SignInReply::waiting, this, &SignInDesk::keyringWaits);
    connect(m_signIn.get(), &Handle::finished, this, [this, provider, clientId] {
        if (m_signIn->failure()) {
            if (m_signIn->failure()->kind != Error::Kind::Cancelled)
                Q_EMIT failed(*m_signIn->failure());
            return;
        }
        m_services->signInClients().rememberClientId(provider, clientId);
        Q_EMIT signedIn(provider, m_signIn->isKept());
    });
}

void SignInDesk::cancel()
{
    if (m_signIn)
        m_signIn->cancel();
}

void SignInDesk::signOut(const QString &provider)
{
    m_signOut = m_services->signIns().signOut(provider);
    connect(m_signOut.get(), &Handle::finished, this, [this, provider] {
        if (m_signOut->failure())
            Q_EMIT signOutFailed(*m_signOut->failure());
        else
            Q_EMIT signedOut(provider, m_signOut->isRevoked());
    });
}

} // namespace kagura
