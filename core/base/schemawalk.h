// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/jsonschema.h"

namespace kagura {

//! Holds one value against one schema and collects what is wrong in words.
//!
//! Lifetime: of one value; the schema, which was checked, outlives it.
class SchemaWalk
{
public:
    explicit SchemaWalk(const Json &schema);

    void judge(const Json &part, const Json &value, const QString &pointer);
    [[nodiscard]] const JsonSchema::Faults &faults() const { return m_faults; }

private:
    void judgeType(const Json &part, const Json &value, const QString &pointer);
    void judgeChoice(const Json &part, const Json &value, const QString &pointer);
    void judgeNumber(const Json &part, const Json &value, const QString &pointer);
    void judgeText(const Json &part, const Json &value, const QString &pointer);
    void judgeList(const Json &part, const Json &value, const QString &pointer);
    void judgeObject(const Json &part, const Json &value, const QString &pointer);
    void judgeMembers(const Json &part, const Json &value, const QString &pointer);
    void judgeCombined(const Json &part, const Json &value, const QString &pointer);
    [[nodiscard]] bool follows(const Json &part, const Json &value);
    [[nodiscard]] bool matches(const std::string &pattern, const QString &text);
    void add(const QString &pointer, const QString &message);

    const Json &m_schema;
    JsonSchema::Faults m_faults;
    int m_depth = 0;
    int m_steps = 0;
};

} // namespace kagura
