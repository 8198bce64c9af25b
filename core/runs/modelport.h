// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/provider.h"

#include <functional>
#include <optional>

namespace kagura {

//! Where a run finds the models that its workflow names, and what they cost.
//!
//! Thread: the engine thread. Lifetime: outlives the runs; a provider outlives its replies.
class ModelPort
{
public:
    ModelPort() = default;
    virtual ~ModelPort() = default;
    Q_DISABLE_COPY_MOVE(ModelPort)

    using Prepared = std::function<void(const Result<Provider *> &)>;
    //! Calls back in the thread of context, never before this has returned.
    virtual void prepare(const QString &provider, QObject *context, Prepared done) = 0;

    //! In millionths of a US dollar; empty where a price is not known.
    [[nodiscard]] virtual std::optional<qint64> costMicroUsd(const QString &provider,
                                                             const QString &model,
                                                             const Usage &usage) const = 0;
};

} // namespace kagura
