// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/providerconfig.h"

#include <QByteArray>

#include <optional>

namespace kagura {

//! What a person chooses about a workflow when it is launched.
struct WorkflowChoices
{
    std::optional<ModelRef> model = std::nullopt; //!< in place of every model of it
    bool usesCache = true; //!< else every model is asked anew

    bool operator==(const WorkflowChoices &) const = default;
};

//! The workflow file with what was chosen written into it, so that a resume holds to it as well. A file
//! that is no JSON object is given back as it is: reading it says what is wrong.
[[nodiscard]] QByteArray withChoices(const QByteArray &file, const WorkflowChoices &choices);

} // namespace kagura
