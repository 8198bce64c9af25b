// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"
#include "core/agents/workflowfault.h"
#include "core/agents/workflowschema.h"

#include <QByteArrayView>

#include <optional>

namespace kagura {

//! Reads a workflow file: JSON, schema, expressions, and what the parts say of each other. A file is
//! taken whole or not at all, with everything that is wrong with it named at once.
//!
//! Limits: 4 MiB, 64 levels. Lifetime: the schema outlives it.
class WorkflowReader
{
public:
    explicit WorkflowReader(const WorkflowSchema &schema);

    struct Read
    {
        std::optional<Workflow> workflow; //!< empty: see faults
        WorkflowFaults faults;
    };
    [[nodiscard]] Read read(QByteArrayView file) const;

private:
    const WorkflowSchema &m_schema;
};

} // namespace kagura
