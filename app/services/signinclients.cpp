// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/signinclients.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

OAuthClient usualClient(const ProviderConfig &provider)
{
    if (provider.dialect == DialectId::Gemini)
        return googleClient({}, {});
    OAuthClient client;
    client.title = provider.name;
    return client;
}

} // namespace

OAuthClient SignInClients::clientFor(const ProviderConfig &provider) const
{
    const std::string name = provider.name.toStdString();
    return oauthClientFromJson(jsonMember(m_settings.json(settings::SignIns), name.c_str()),
                               usualClient(provider));
}

bool SignInClients::isOffered(const ProviderConfig &provider) const
{
    OAuthClient client = clientFor(provider);
    if (client.clientId.isEmpty())
        client.clientId = u"to be given"_s;
    return !faultOf(client);
}

void SignInClients::rememberClientId(const QString &provider, const QString &clientId)
{
    Json clients = m_settings.json(settings::SignIns);
    if (!clients.is_object())
        clients = Json::object();
    Json &client = clients[provider.toStdString()];
    if (!client.is_object())
        client = Json::object();
    client["client_id"] = toJson(clientId);
    m_settings.setJson(settings::SignIns, clients);
}

} // namespace kagura
