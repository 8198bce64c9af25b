// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/agentturns.h"
#include "core/runs/nodeactivity.h"

#include <memory>

namespace kagura {

//! A node of the kind `router`: exactly one label, by conditions, or chosen by a model.
class RouterActivity final : public NodeActivity
{
    Q_OBJECT

public:
    RouterActivity(FrameRun &frame,
                   const WorkflowNode &node,
                   const RouterStep &step,
                   const QString &path);
    ~RouterActivity() override;

    void cancel() override;

protected:
    void start() override;

private:
    void choose(const QString &label);
    [[nodiscard]] QList<Message> question(QList<Message> messages) const;

    const RouterStep &m_step;
    std::unique_ptr<AgentTurns> m_turns;
    QString m_fingerprint;
    QString m_from;
};

} // namespace kagura
