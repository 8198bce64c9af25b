// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace kagura {

//! What is wrong with a workflow file, where, and what to do about it.
struct WorkflowFault
{
    QString pointer; //!< a JSON Pointer; empty: the file as a whole
    QString message; //!< a sentence for the person who writes the file

    bool operator==(const WorkflowFault &) const = default;
};

using WorkflowFaults = QList<WorkflowFault>;

} // namespace kagura
