// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QString>

#include <optional>

namespace kagura {

//! The body of a request as a cache sees it: all that may change the answer, and nothing else.
//!
//! Everything on the wire counts, known or not, but for a short list of names that only move the
//! answer (streaming, billing, the provider's own caches). Embedded files become their hash; ids of
//! tool calls become numbers in the order in which they appear, as providers make them up anew.
struct RequestShape
{
    Json body;
    bool hasTools = false;
    bool hasFiles = false; //!< an embedded image, sound or document
    bool hasRemoteInput = false; //!< names something that the provider fetches and that may change
    bool hasSchema = false; //!< the answer must follow a JSON Schema
    bool hasSeed = false;
    std::optional<double> temperature; //!< empty: the provider's own

    //! wire: the decoded body; dialect as CallIdentity spells it.
    [[nodiscard]] static RequestShape of(Json wire, const QString &dialect);

    //! All but the body.
    [[nodiscard]] RequestShape withoutBody() const
    {
        return {Json(), hasTools, hasFiles, hasRemoteInput, hasSchema, hasSeed, temperature};
    }

    bool operator==(const RequestShape &) const = default;
};

//! A body that is cut where requests differ for different reasons.
struct RequestParts
{
    Json system = Json::array();
    Json tools = Json::object(); //!< declarations and choice
    Json messages = Json::array();
    Json parameters = Json::object(); //!< all the rest

    [[nodiscard]] static RequestParts of(const Json &body);

    bool operator==(const RequestParts &) const = default;
};

} // namespace kagura
