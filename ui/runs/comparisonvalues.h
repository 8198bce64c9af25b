// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"

namespace kagura {

//! \name Two runs beside each other, as values
//! @{

//! What a node came to in one of them.
struct ComparedSide
{
    std::optional<RunMark> mark = std::nullopt; //!< empty: it is not in that run
    QString output = {};
    std::optional<qint64> tokens = std::nullopt;
    std::optional<qint64> costMicroUsd = std::nullopt;
    std::chrono::milliseconds duration{0};

    bool operator==(const ComparedSide &) const = default;
};

struct ComparedNode
{
    QString path;
    ComparedSide before = {};
    ComparedSide after = {};

    [[nodiscard]] bool isSame() const
    {
        return before.mark == after.mark && before.output == after.output;
    }

    bool operator==(const ComparedNode &) const = default;
};

struct ShownComparison
{
    QString beforeTitle;
    QString afterTitle;
    QList<ComparedNode> nodes;

    bool operator==(const ShownComparison &) const = default;
};
//! @}

} // namespace kagura
