// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/runplan.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kagura {

//! A workflow that is shipped, with what is known about its use. It runs on the offline Guide as it is;
//! whoever uses it names models of their own.
struct WorkflowTemplate
{
    struct Evidence
    {
        QString text;
        QString source;

        bool operator==(const Evidence &) const = default;
    };

    QString id;
    QString name;
    QString description;
    QString label; //!< a warning or a rank in a few words; may be empty
    QList<Evidence> evidence; //!< published; empty: there is none, and label says so
    QString worthIt; //!< when several calls are worth more than one
    QString notWorthIt;
    PlanRange calls; //!< of models, with the inputs that it comes with
    bool runsAtOnce = false; //!< most of its calls wait for no other
    bool isDefault = false; //!< the one to begin with
    QByteArray file; //!< `kagura/1`

    bool operator==(const WorkflowTemplate &) const = default;
};

//! All of them, the one to begin with first.
[[nodiscard]] QList<WorkflowTemplate> workflowTemplates();

} // namespace kagura
