// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runvalueref.h"

namespace kagura {

Json RunValueRef::toJson() const
{
    if (value)
        return {{"value", *value}};
    if (hash.isEmpty())
        return nullptr;
    return {{"$blob", hash.toStdString()}, {"bytes", bytes}};
}

RunValueRef RunValueRef::fromJson(const Json &json)
{
    RunValueRef ref;
    if (!json.is_object())
        return ref;
    if (const auto value = json.find("value"); value != json.end()) {
        ref.value = *value;
        return ref;
    }
    ref.hash = jsonString(json, "$blob");
    ref.bytes = jsonInteger(json, "bytes").value_or(0);
    return ref;
}

} // namespace kagura
