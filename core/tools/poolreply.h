// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/tool.h"

#include <functional>

namespace kagura {

//! A call whose work is done in a thread of the pool. The work must not touch what may die meanwhile;
//! a cancelled one is not waited for.
class PoolReply final : public ToolReply
{
    Q_OBJECT

public:
    explicit PoolReply(std::function<Result<Json>()> work);

    void cancel() override;
};

} // namespace kagura
