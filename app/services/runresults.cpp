// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/runresults.h"

namespace kagura {

Json storedValue(const StoredRun &run, const RunValueRef &ref)
{
    if (ref.value)
        return *ref.value;
    if (ref.hash.isEmpty())
        return nullptr;
    const auto bytes = run.values.constFind(ref.hash);
    if (bytes != run.values.constEnd())
        if (Result<Json> value = parseJson(*bytes))
            return std::move(value).value();
    return ref.toJson();
}

} // namespace kagura
