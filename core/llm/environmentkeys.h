// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QProcessEnvironment>
#include <QString>

namespace kagura {

//! An environment variable that holds a key, by name: the value is read only when a call needs it.
struct EnvironmentKey
{
    QString variable; //!< "OPENAI_API_KEY"
    QString provider; //!< whose key it is: "openai"

    bool operator==(const EnvironmentKey &) const = default;
};

//! The variables in which the known providers' keys usually are, first come first served.
[[nodiscard]] QList<EnvironmentKey> usualKeyVariables();

//! Those of them that are set and not empty, at most one a provider.
[[nodiscard]] QList<EnvironmentKey> keysInEnvironment(const QProcessEnvironment &environment);

} // namespace kagura
