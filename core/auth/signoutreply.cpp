// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/signoutreply.h"

#include "core/base/json.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

SignOutReply::SignOutReply(Transport &transport, Remove remove)
    : m_transport(transport)
    , m_remove(std::move(remove))
{}

SignOutReply::~SignOutReply() = default;

void SignOutReply::cancel()
{
    if (m_removal)
        m_removal->cancel();
    finish(Error{Error::Kind::Cancelled, u"cancelled"_s});
}

void SignOutReply::revoke(const std::optional<HttpRequest> &request)
{
    if (isFinished())
        return;
    if (!request) {
        m_revocationFailure =
            Error{Error::Kind::BadRequest, u"this server has no address for taking tokens back"_s};
        removeTokens();
        return;
    }
    m_fetch = std::make_unique<HttpFetch>(m_transport, *request);
    connect(m_fetch.get(), &Handle::finished, this, &SignOutReply::judge);
}

void SignOutReply::judge()
{
    if (isFinished())
        return;
    // A token that the server does not know any more is void already.
    const Result<Json> answer = parseJson(m_fetch->body(), {16, 64 * 1024});
    const bool isUnknown = answer && jsonString(*answer, "error") == "invalid_token"_L1;
    if (m_fetch->failure())
        m_revocationFailure = m_fetch->failure();
    else if (m_fetch->status() == 200 || isUnknown)
        m_isRevoked = true;
    else
        m_revocationFailure =
            Error{Error::Kind::Server,
                  u"the server answered HTTP %1 when the tokens were to be taken back"_s.arg(
                      m_fetch->status()),
                  m_fetch->status()};
    removeTokens();
}

void SignOutReply::removeTokens()
{
    m_removal = m_remove();
    connect(m_removal.get(), &Handle::finished, this, [this] {
        const bool isGone = m_removal->outcome() == SecretReply::Outcome::Missing;
        finish(isGone ? std::nullopt : m_removal->failure());
    });
}

} // namespace kagura
