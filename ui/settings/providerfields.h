// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/providerconfig.h"

#include <QString>

#include <variant>

namespace kagura {

//! What the form of a provider holds, as it was typed.
//!
//! Times are whole seconds, limits whole numbers; empty means no limit. Headers are "Name: value" lines.
struct ProviderFields
{
    enum class Name : std::uint8_t {
        BaseUrl,
        ProxyUrl,
        CaFile,
        Headers,
        FirstByte,
        Idle,
        Total,
        Concurrency,
        Requests,
        Tokens
    };

    //! Which field cannot be used, and why, for the person who typed it.
    struct Fault
    {
        Name field = Name::BaseUrl;
        QString words;

        bool operator==(const Fault &) const = default;
    };

    QString baseUrl;
    NetworkProfile::Proxy proxy = NetworkProfile::Proxy::System;
    QString proxyUrl;
    QString caFile;
    QString headers;
    QString firstByte;
    QString idle;
    QString total;
    QString concurrency;
    QString requests;
    QString tokens;

    [[nodiscard]] static ProviderFields of(const ProviderConfig &config);

    //! The configuration with these fields in it, or the first field that cannot be used.
    [[nodiscard]] std::variant<ProviderConfig, Fault> appliedTo(ProviderConfig config) const;

    bool operator==(const ProviderFields &) const = default;
};

} // namespace kagura
