// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/tool.h"

#include <utility>

namespace kagura {

Tool::~Tool() = default;

void ToolReply::succeed(Json output)
{
    if (!isFinished())
        m_output = std::move(output);
    finish();
}

} // namespace kagura
