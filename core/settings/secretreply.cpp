// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/secretreply.h"

namespace kagura {

SecretReply::SecretReply(QObject *parent)
    : Handle(parent)
{}

SecretReply::~SecretReply() = default;

void SecretReply::cancel()
{
    if (!isFinished()) {
        m_outcome = Outcome::Cancelled;
        finish(Error{Error::Kind::Cancelled, QStringLiteral("cancelled")});
    }
}

void SecretReply::succeed(const Secret &secret)
{
    if (isFinished())
        return;
    m_outcome = Outcome::Done;
    m_secret = secret;
    finish();
}

void SecretReply::fail(Outcome outcome, const QString &message)
{
    if (isFinished())
        return;
    m_outcome = outcome;
    finish(Error{outcome == Outcome::Missing ? Error::Kind::Auth : Error::Kind::Storage, message});
}

void SecretReply::setWaiting()
{
    if (isFinished() || m_isWaiting)
        return;
    m_isWaiting = true;
    Q_EMIT waiting();
}

} // namespace kagura
