// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dispatchonce.h"

#include <utility>

namespace kagura {

DispatchOnce::DispatchOnce(CallOptions &options)
{
    if (!options.beforeDispatch)
        return;
    const auto hook = std::make_shared<std::function<std::optional<Error>()>>(
        std::exchange(options.beforeDispatch, {}));
    options.beforeDispatch = [hook, hasRefused = m_hasRefused]() -> std::optional<Error> {
        if (!*hook)
            return std::nullopt;
        const std::optional<Error> refusal = std::exchange(*hook, {})();
        *hasRefused = refusal.has_value();
        return refusal;
    };
}

} // namespace kagura
