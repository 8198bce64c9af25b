// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/secretstore.h"

#include <array>

namespace kagura {

namespace {

// In the order of SecretStore::State.
constexpr std::array<const char *, 5> StateNames = {"unknown", "available", "locked", "unavailable",
                                                    "session_only"};

} // namespace

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
{}

SecretStore::~SecretStore() = default;

void SecretStore::setState(State state, const QString &reason)
{
    if (state == m_state && reason == m_stateReason)
        return;
    m_state = state;
    m_stateReason = reason;
    Q_EMIT stateChanged();
}

QString secretStateName(SecretStore::State state)
{
    return QString::fromLatin1(StateNames.at(static_cast<std::size_t>(state)));
}

} // namespace kagura
