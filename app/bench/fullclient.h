// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/vendorprovider.h"
#include "core/net/qttransport.h"

#include <memory>
#include <optional>

namespace kagura::bench {

//! A provider of ours in the OpenAI dialect, and calls of it in the application's event loop.
class FullClient
{
public:
    struct Outcome
    {
        double seconds = 0;
        qint64 texts = 0; //!< pieces of text that arrived
    };

    explicit FullClient(const QUrl &baseUrl);

    [[nodiscard]] QUrl callUrl() const; //!< where its calls go
    [[nodiscard]] std::unique_ptr<ChatReply> send();
    [[nodiscard]] std::optional<Outcome> run(); //!< empty: it failed

private:
    QtTransport m_transport;
    ProviderConfig m_config;
    VendorProvider m_provider;
};

} // namespace kagura::bench
