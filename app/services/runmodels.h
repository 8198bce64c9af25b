// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/providerregistry.h"
#include "core/llm/modelcatalogue.h"
#include "core/runs/modelport.h"

#include <QHash>

namespace kagura {

//! The configured providers as runs see them. What runs on this machine costs nothing.
//!
//! Thread: the engine thread. Lifetime: registry and catalogue outlive it. Errors: those of the registry.
class RunModels final : public ModelPort
{
public:
    RunModels(ProviderRegistry &providers, const ModelCatalogue &catalogue)
        : m_providers(providers)
        , m_catalogue(catalogue)
    {}

    void prepare(const QString &provider, QObject *context, Prepared done) override;
    [[nodiscard]] std::optional<qint64> costMicroUsd(const QString &provider,
                                                     const QString &model,
                                                     const Usage &usage) const override;

private:
    ProviderRegistry &m_providers;
    const ModelCatalogue &m_catalogue;
    QHash<QString, bool> m_isLocal; //!< of those that were prepared
};

} // namespace kagura
