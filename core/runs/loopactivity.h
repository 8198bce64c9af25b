// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/framerun.h"
#include "core/runs/nodeactivity.h"

#include <memory>

namespace kagura {

//! A node of the kind `loop`: its body again and again, with variables, until a condition holds or a bound
//! is reached.
class LoopActivity final : public NodeActivity
{
    Q_OBJECT

public:
    LoopActivity(FrameRun &frame,
                 const RunGraph::Node &node,
                 const LoopStep &step,
                 const QString &path);
    ~LoopActivity() override;

    void cancel() override;

protected:
    void start() override;

private:
    void iterate();
    void iterationEnded();
    void conclude(bool isAtLimit);

    const LoopStep &m_step;
    const RunGraph &m_body;
    Json m_vars = Json::object();
    std::unique_ptr<FrameRun> m_iteration;
    int m_index = 0;
    bool m_isCancelled = false;
};

} // namespace kagura
