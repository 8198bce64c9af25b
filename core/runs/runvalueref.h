// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QString>

#include <optional>

namespace kagura {

//! A value of a run as its events hold it: itself where it is short, else the hash by which the journal
//! has it. As JSON: `{"value":…}`, or `{"$blob":"sha256","bytes":n}`.
struct RunValueRef
{
    std::optional<Json> value = std::nullopt;
    QString hash = {}; //!< empty where there is a value, or nothing at all
    qint64 bytes = 0; //!< of its JSON, where there is a hash

    [[nodiscard]] bool isEmpty() const { return !value && hash.isEmpty(); }

    [[nodiscard]] Json toJson() const;
    //! Empty for what is none.
    [[nodiscard]] static RunValueRef fromJson(const Json &json);

    bool operator==(const RunValueRef &) const = default;
};

} // namespace kagura
