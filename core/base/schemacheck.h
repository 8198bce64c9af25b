// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <optional>

namespace kagura {

//! \name Parts of a JSON Schema
//! @{

//! The part that a `$ref` of the schema names: `#` or `#/…`. Null: there is none.
[[nodiscard]] const Json *schemaPart(const Json &schema, const std::string &ref);
//! "a text", "a list", "an object" … of a name of JSON Schema; empty: there is no such type.
[[nodiscard]] QString schemaTypeWords(const std::string &type);
//! @}

//! Looks at a schema itself: whether each of its words has the form that it must have, and whether all
//! that restricts is understood.
//!
//! Lifetime: of one look; the schema outlives it.
class SchemaCheck
{
public:
    explicit SchemaCheck(const Json &schema);

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    void part(const Json &schema, const QString &pointer, int depth);
    void word(const std::string &key, const Json &value, const QString &pointer, int depth);
    void scalarWord(const std::string &key, const Json &value, const QString &pointer);
    void parts(const Json &value, const QString &pointer, int depth);
    void fail(const QString &pointer, const QString &message);

    const Json &m_schema;
    int m_parts = 0;
    std::optional<Error> m_error;
};

} // namespace kagura
