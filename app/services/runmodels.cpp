// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/runmodels.h"

#include "core/net/httprequest.h"

namespace kagura {

void RunModels::prepare(const QString &provider, QObject *context, Prepared done)
{
    if (!m_isLocal.contains(provider)) {
        for (const ProviderConfig &config : m_providers.configs())
            m_isLocal.insert(config.name, isLoopback(config.baseUrl));
    }
    m_providers.prepare(provider, context, std::move(done));
}

std::optional<qint64> RunModels::costMicroUsd(const QString &provider,
                                              const QString &model,
                                              const Usage &usage) const
{
    if (m_isLocal.value(provider))
        return 0;
    return m_catalogue.costMicroUsd(provider, model, usage);
}

} // namespace kagura
