// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/tokensource.h"

namespace kagura {

TokenReply::TokenReply() = default;
TokenReply::~TokenReply() = default;

void TokenReply::cancel()
{
    fail({Error::Kind::Cancelled, QStringLiteral("cancelled")});
}

void TokenReply::succeed(const Secret &token, const Secret &account)
{
    if (isFinished())
        return;
    m_token = token;
    m_account = account;
    finish();
}

void TokenReply::fail(const Error &error)
{
    finish(error);
}

TokenSource::~TokenSource() = default;

} // namespace kagura
