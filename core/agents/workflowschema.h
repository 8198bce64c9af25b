// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflowfault.h"
#include "core/base/json.h"

#include <memory>

namespace kagura {

//! The schema that is shipped for workflow files. The file is looked at around its nodes first and then
//! node by node, each against the schema of its own kind, so that a fault names one field and not ten
//! kinds that a node is not.
//!
//! Lifetime: reading the schema takes some milliseconds; keep it where many files are looked at.
class WorkflowSchema
{
public:
    WorkflowSchema();
    ~WorkflowSchema();
    WorkflowSchema(const WorkflowSchema &) = delete;
    WorkflowSchema &operator=(const WorkflowSchema &) = delete;

    //! Empty: the file follows. Nodes within nodes are looked at as well.
    [[nodiscard]] WorkflowFaults faults(const Json &file) const;

    //! The schema as it is shipped, for editors and other programs.
    [[nodiscard]] static QByteArray text();

private:
    struct Compiled;

    [[nodiscard]] WorkflowFaults judged(const Compiled &compiled,
                                        const Json &value,
                                        const QString &pointer) const;
    [[nodiscard]] WorkflowFaults graphFaults(const Json &graph, const QString &pointer) const;
    [[nodiscard]] WorkflowFaults nodeFaults(const Json &node, const QString &pointer) const;

    Json m_schema;
    std::unique_ptr<Compiled> m_file;
    std::map<std::string, std::unique_ptr<Compiled>> m_kinds;
};

} // namespace kagura
