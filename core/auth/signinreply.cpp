// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/signinreply.h"

#include "core/auth/pkce.h"

#include <utility>

namespace kagura {

SignInReply::SignInReply(std::unique_ptr<OAuthFlow> flow, Keep keep)
    : m_flow(std::move(flow))
    , m_keep(std::move(keep))
{
    connect(m_flow.get(), &OAuthFlow::browserWanted, this, &SignInReply::browserWanted);
    connect(m_flow.get(), &OAuthFlow::codeArrived, this, &SignInReply::codeArrived);
    connect(m_flow.get(), &Handle::finished, this, &SignInReply::keepTokens);
}

SignInReply::~SignInReply() = default;

void SignInReply::cancel()
{
    if (m_writing)
        m_writing->cancel(); // the sign-in itself has happened
    else
        m_flow->cancel();
}

void SignInReply::keepTokens()
{
    if (m_flow->failure()) {
        finish(m_flow->failure());
        return;
    }
    m_writing = m_keep({m_flow->client(), m_flow->tokens(), Secret(randomUrlToken())});
    connect(m_writing.get(), &SecretReply::waiting, this, &SignInReply::waiting);
    connect(m_writing.get(), &Handle::finished, this, [this] {
        m_keychainFailure = m_writing->failure();
        finish();
    });
}

} // namespace kagura
