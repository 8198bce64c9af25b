// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret.h"

#include <utility>

namespace kagura {

//! What an account is called with: a key, or the access token of a sign-in.
struct AccountKey
{
    AccountKey() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): most accounts have a key and nothing else
    AccountKey(Secret key)
        : secret(std::move(key))
    {}

    Secret secret;
    bool isAccessToken = false; //!< sent as a bearer, whatever header the dialect has for keys
    Secret account; //!< of an access token, which changes by the hour: what stays the same
};

} // namespace kagura
