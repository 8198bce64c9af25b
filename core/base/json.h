// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <nlohmann/json.hpp>

namespace kagura {

//! Objects keep their keys sorted, so that dumpJson() of equal values gives equal bytes.
using Json = nlohmann::json;

//! What a parser may meet before it gives up; a model or a foreign file decides what comes in.
struct JsonLimits
{
    int depth =
        256; //!< nlohmann_json parses any depth and then overflows the stack in dump() and copies
    qsizetype bytes = 64 * 1024 * 1024;
};

//! Parses UTF-8 text. Never throws.
//! Errors: Protocol with the byte offset, also for what is too deep or too large.
[[nodiscard]] Result<Json> parseJson(QByteArrayView text, const JsonLimits &limits = {});

//! Compact UTF-8; bytes that are no UTF-8 become U+FFFD instead of an exception.
[[nodiscard]] QByteArray dumpJson(const Json &value);

//! \name Reading foreign objects without exceptions: a missing key or another type gives the default.
//! @{
[[nodiscard]] QString jsonString(const Json &object, const char *key, const QString &fallback = {});
[[nodiscard]] std::optional<qint64> jsonInteger(const Json &object, const char *key);
[[nodiscard]] const Json &jsonMember(const Json &object,
                                     const char *key); //!< a null value where there is none
[[nodiscard]] QString toQString(const Json &string); //!< of a JSON string; empty for anything else
[[nodiscard]] Json toJson(const QString &text);
//! @}

} // namespace kagura
