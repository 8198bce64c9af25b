// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/llm/providerconfig.h"
#include "core/settings/keysource.h"
#include "ui/widgets/notice.h"

#include <optional>

namespace kagura {

//! \name What the window says of connecting a provider.
//! @{
//! What a call adds to the base URL: "/chat/completions".
[[nodiscard]] QString callPath(DialectId dialect);
//! How a test ended: what happened, why, and what is next.
[[nodiscard]] NoticeText testWords(const std::optional<Error> &failure,
                                   int modelCount,
                                   qint64 milliseconds);
//! Where the key of that provider is kept.
[[nodiscard]] QString keyWords(const ProviderConfig &config, KeyReply::Origin origin);
//! @}

} // namespace kagura
