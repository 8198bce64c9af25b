// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QByteArray>

namespace kagura {

//! The one form of a JSON value that all who hash it agree on: no spaces, the names of an object in the
//! order of their UTF-16 units, the fewest escapes, numbers as ECMAScript prints them. Text is not
//! touched in any other way: no trimming, no Unicode normalisation.
//!
//! Integers that a double cannot hold keep all of their digits; the standard would round them, and two
//! different ones would become equal.
//!
//! Errors: Protocol for what has no such form: text that is no UTF-8, numbers that are not finite, and
//! what is nested deeper than JsonLimits allow.
//! Source: RFC 8785.
[[nodiscard]] Result<QByteArray> canonicalJson(const Json &value);

//! A finite number as ECMAScript's Number::toString prints it; -0 is "0".
[[nodiscard]] QByteArray canonicalNumber(double number);

//! parseJson() for what others wrote and we hash: an object that says a name twice is refused, because
//! readers differ in which of the two they believe.
//! Errors: Protocol.
[[nodiscard]] Result<Json> parseUniqueJson(QByteArrayView text, const JsonLimits &limits = {});

} // namespace kagura
