// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflowfault.h"
#include "core/base/json.h"

namespace kagura {

//! Says in words what keeps a value from following a JSON Schema of ours: which key is unknown and which
//! was perhaps meant, what is missing, what is of the wrong type or out of its bounds.
//!
//! It knows the words that the workflow schema uses; whether a value follows is for others to judge.
//!
//! Lifetime: the schema outlives it.
class SchemaWords
{
public:
    //! schema: with its `definitions`.
    explicit SchemaWords(const Json &schema);

    //! part: a schema within it.
    [[nodiscard]] WorkflowFaults faults(const Json &part,
                                        const Json &value,
                                        const QString &pointer) const;

private:
    struct Walk;
    void describe(const Json &part, const Json &value, const QString &pointer, Walk &walk) const;
    void describeObject(const Json &part,
                        const Json &value,
                        const QString &pointer,
                        Walk &walk) const;
    void describeList(const Json &part,
                      const Json &value,
                      const QString &pointer,
                      Walk &walk) const;
    void describeScalar(const Json &part,
                        const Json &value,
                        const QString &pointer,
                        Walk &walk) const;
    void describeAlternatives(const Json &part,
                              const Json &value,
                              const QString &pointer,
                              Walk &walk) const;
    [[nodiscard]] const Json &resolved(const Json &part) const;

    const Json &m_schema;
};

} // namespace kagura
