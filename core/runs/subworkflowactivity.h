// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/framerun.h"
#include "core/runs/nodeactivity.h"

#include <memory>

namespace kagura {

//! A node of the kind `workflow`: another workflow as a part of this one. Its file was kept with the run,
//! so that a resume runs what was begun.
class SubworkflowActivity final : public NodeActivity
{
    Q_OBJECT

public:
    SubworkflowActivity(FrameRun &frame,
                        const WorkflowNode &node,
                        const SubworkflowStep &step,
                        const QString &path);
    ~SubworkflowActivity() override;

    void cancel() override;

protected:
    void start() override;

private:
    void ended();

    const SubworkflowStep &m_step;
    std::shared_ptr<const Workflow> m_workflow;
    std::unique_ptr<RunGraph> m_graph;
    std::unique_ptr<FrameRun> m_run;
    bool m_isCancelled = false;
};

} // namespace kagura
