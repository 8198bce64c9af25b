// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/oauthflow.h"

#include "core/auth/tokenendpoint.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

OAuthFlow::OAuthFlow(Transport &transport,
                     Clock &clock,
                     const OAuthClient &client,
                     const Options &options)
    : m_transport(transport)
    , m_clock(clock)
    , m_client(client)
    , m_options(options)
    , m_listener(std::make_unique<RedirectListener>(
          [this](const QUrlQuery &query) { return judge(query); }))
{
    std::optional<Error> fault = faultOf(m_client);
    if (!fault) {
        if (const Result<void> listening = m_listener->listen(m_client.redirectPort); !listening)
            fault = listening.error();
    }
    if (fault) {
        QMetaObject::invokeMethod(
            this, [this, fault] { end(fault); }, Qt::QueuedConnection);
        return;
    }
    connect(m_listener.get(), &RedirectListener::judged, this, &OAuthFlow::redeem);
    connect(m_listener.get(), &RedirectListener::strayed, this, [this] {
        end(Error{
            Error::Kind::Protocol,
            u"the browser came back to another page than the one it was sent to; the answer was not used"_s});
    });
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!isFinished())
                Q_EMIT browserWanted(authorizationUrl(m_client, m_listener->redirectUri(),
                                                      m_state.reveal(), m_pkce.challenge));
        },
        Qt::QueuedConnection);
    m_clock.callLater(m_options.patience, this, [this] {
        if (!m_fetch)
            end(Error{
                Error::Kind::Timeout,
                u"the browser did not come back in time; it may have been closed before the end"_s});
    });
}

OAuthFlow::~OAuthFlow() = default;

void OAuthFlow::cancel()
{
    end(Error{Error::Kind::Cancelled, u"cancelled"_s});
}

bool OAuthFlow::judge(const QUrlQuery &query)
{
    // The state first: without it, nothing else of the answer is meant for us.
    const QStringList states = query.allQueryItemValues(u"state"_s, QUrl::FullyDecoded);
    const QStringList codes = query.allQueryItemValues(u"code"_s, QUrl::FullyDecoded);
    if (states.size() != 1 || !(Secret(states.constFirst().toUtf8()) == m_state)) {
        m_verdict = Error{
            Error::Kind::Auth,
            u"the browser brought an answer to another question than the one that was asked; it was not used"_s};
    } else if (query.hasQueryItem(u"error"_s)) {
        m_verdict = authorizationError(m_client, valueOf(query, u"error"_s),
                                       valueOf(query, u"error_description"_s));
    } else if (codes.size() != 1 || codes.constFirst().isEmpty()) {
        m_verdict = Error{Error::Kind::Protocol,
                          u"the browser came back without the code that ends a sign-in"_s};
    } else {
        m_code = Secret(codes.constFirst().toUtf8());
    }
    return !m_verdict;
}

void OAuthFlow::redeem()
{
    if (isFinished())
        return;
    if (m_verdict) {
        end(m_verdict);
        return;
    }
    HttpRequest request = redemption(m_client, m_code, m_listener->redirectUri(), m_pkce.verifier);
    request.network = m_options.network;
    m_code = {};
    m_fetch = std::make_unique<HttpFetch>(m_transport, std::move(request));
    connect(m_fetch.get(), &Handle::finished, this, &OAuthFlow::settle);
    Q_EMIT codeArrived();
}

void OAuthFlow::settle()
{
    if (m_fetch->failure()) {
        end(m_fetch->failure());
        return;
    }
    Result<OAuthTokens> tokens =
        readTokens(m_client, m_fetch->status(), m_fetch->body(), m_clock.wall());
    if (!tokens) {
        end(tokens.error());
        return;
    }
    m_tokens = std::move(tokens).value();
    end();
}

void OAuthFlow::end(std::optional<Error> failure)
{
    if (isFinished())
        return;
    if (failure && m_fetch)
        m_fetch->disconnect(this);
    // Kept until the end of this object, so that the browser gets the whole of its page.
    m_listener->disconnect(this);
    m_listener->stop();
    finish(std::move(failure));
}

} // namespace kagura
