// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <optional>

namespace kagura {

//! What a run may use up; empty: as much as it likes.
struct RunBudget
{
    std::optional<qint64> maxCostMicroUsd = std::nullopt;
    std::optional<qint64> maxTokens = std::nullopt;
    std::optional<qint64> maxLlmCalls = std::nullopt;
    std::optional<qint64> maxToolCalls = std::nullopt;
    std::optional<qint64> maxWallMs = std::nullopt;

    [[nodiscard]] Json toJson() const;
    [[nodiscard]] static RunBudget fromJson(const Json &json);
    //! Takes what the other says and keeps the rest.
    void update(const RunBudget &other);

    bool operator==(const RunBudget &) const = default;
};

//! What has been used up.
struct RunSpent
{
    qint64 llmCalls = 0; //!< that went to a provider
    qint64 toolCalls = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 costMicroUsd = 0; //!< as far as prices are known
    qint64 openMicroUsd =
        0; //!< reserved for calls that have not ended, or that may have been billed
    qint64 savedMicroUsd = 0; //!< by the cache
    bool hasUnknownCost = false;

    bool operator==(const RunSpent &) const = default;
};

} // namespace kagura
