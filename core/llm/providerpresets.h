// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/llm/providerconfig.h"

#include <QByteArrayView>
#include <QList>

namespace kagura {

//! A provider that is known before anyone has configured it: all but the key.
struct ProviderPreset
{
    ProviderConfig config;
    QString title; //!< as the provider writes itself: "OpenAI"
    QUrl keyPage; //!< where a person gets a key; may be empty
    bool isLocal = false; //!< a server on this machine, at its usual port

    bool operator==(const ProviderPreset &) const = default;
};

//! Reads the presets file: `{"providers": [{"name", "title", "dialect", "base_url", "key_variable",
//! "needs_key", "key_page", "local", "capabilities": {…}}]}`. What an entry leaves out has the default
//! of ProviderConfig; local servers are reached without a proxy.
//!
//! Errors: Protocol that names the entry, for what is no JSON, or has no name, no known dialect, no http
//! or https URL, a name that was there before, or a capability that nobody knows.
[[nodiscard]] Result<QList<ProviderPreset>> readProviderPresets(QByteArrayView file);

} // namespace kagura
