// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/llm/providerconfig.h"

#include <QList>

namespace kagura {

//! What is a default is left out, so that a later version may improve its defaults.
[[nodiscard]] Json providerToJson(const ProviderConfig &config);

//! Errors: BadRequest that names the field: no name, no known dialect, no http or https URL. Fields of
//! the wrong type or out of range read as their default; unknown ones are ignored.
[[nodiscard]] Result<ProviderConfig> providerFromJson(const Json &object);

[[nodiscard]] Json providersToJson(const QList<ProviderConfig> &configs);

//! Those that can be read; the first of several of one name. What cannot be read is skipped and logged.
[[nodiscard]] QList<ProviderConfig> providersFromJson(const Json &array);

} // namespace kagura
