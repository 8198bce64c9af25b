// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QList>

#include <memory>

namespace kagura {

//! A JSON Schema that values are held against: arguments of tools, answers of models, inputs of runs.
//!
//! Knows the words that such schemas use: types, bounds, `enum` and `const`, `properties` with
//! `required`, `additionalProperties`, `patternProperties`, `propertyNames` and `dependentRequired`,
//! `items` and `prefixItems`, `contains`, `allOf`, `anyOf`, `oneOf`, `not`, `if`, and `$ref` within the
//! schema itself. Words that only describe are passed over. A schema with a word that would restrict
//! and is not known here is refused, as everything would pass it.
//!
//! Schemas and values may both come from strangers: depth, work, patterns and what they may try are
//! bounded, and nothing is ever loaded. That is why this is no valijson, which looks at our own schema of
//! workflow files: its version 1.0 matches `pattern` and `format` with std::regex and takes no other
//! engine. Measured: `^(a|b)*$` over 50,000 letters and `"format": "date"` over 400,000 digits overflow
//! the stack, `^(a+)+$` takes 2.9 s for 26 letters and twice as long for each more.
//!
//! Thread: const members any. Lifetime: a value; copies share what was read.
//! Errors: read(): BadRequest that names the place in the schema.
class JsonSchema
{
public:
    struct Fault
    {
        QString pointer; //!< into the value; empty: the value as a whole
        QString message; //!< "this must be a text, not a number"

        bool operator==(const Fault &) const = default;
    };
    using Faults = QList<Fault>;

    [[nodiscard]] static Result<JsonSchema> read(const Json &schema);

    //! Empty: the value follows. Ends with the twentieth.
    [[nodiscard]] Faults faults(const Json &value) const;
    [[nodiscard]] const Json &json() const { return *m_schema; }

private:
    explicit JsonSchema(std::shared_ptr<const Json> schema);

    std::shared_ptr<const Json> m_schema;
};

//! All faults as one sentence: "/topic: this must be a text, not a number; `count` is missing".
[[nodiscard]] QString faultSentence(const JsonSchema::Faults &faults);

} // namespace kagura
