// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/vendorprovider.h"
#include "core/net/qttransport.h"
#include "core/runs/modelport.h"

#include <functional>

namespace kagura::bench {

//! A model that answers at the next turn of the event loop, so that what is left is our own work. Its
//! calls have the identity that a real vendor's would have.
class InstantProvider final : public Provider
{
public:
    InstantProvider();
    ~InstantProvider() override;

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

    [[nodiscard]] int callCount() const { return m_callCount; }
    bool isSilent = false; //!< replies never end by themselves
    int answerBytes = 0; //!< above the usual short answer
    std::function<void()> called = [] {}; //!< at each call

private:
    QtTransport m_transport;
    VendorProvider m_vendor;
    int m_callCount = 0;
};

//! One provider for all names, free of charge.
class BenchModels final : public ModelPort
{
public:
    explicit BenchModels(Provider &provider)
        : m_provider(provider)
    {}

    void prepare(const QString &provider, QObject *context, Prepared done) override;
    [[nodiscard]] std::optional<qint64> costMicroUsd(const QString &provider,
                                                     const QString &model,
                                                     const Usage &usage) const override;

private:
    Provider &m_provider;
};

} // namespace kagura::bench
