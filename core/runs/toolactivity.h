// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/nodeactivity.h"
#include "core/runs/toolcallrun.h"

#include <memory>

namespace kagura {

//! A node of the kind `tool`: one call of a tool, without a model.
class ToolActivity final : public NodeActivity
{
    Q_OBJECT

public:
    ToolActivity(FrameRun &frame,
                 const WorkflowNode &node,
                 const ToolStep &step,
                 const QString &path);
    ~ToolActivity() override;

    void cancel() override;

protected:
    void start() override;

private:
    void call();
    void called(const Json &output, const std::optional<RunFailure> &failure);

    const ToolStep &m_step;
    Json m_args;
    std::unique_ptr<ToolCallRun> m_call;
    QString m_fingerprint;
};

} // namespace kagura
