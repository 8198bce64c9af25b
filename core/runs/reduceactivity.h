// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/agentturns.h"
#include "core/runs/nodeactivity.h"

#include <memory>
#include <vector>

namespace kagura {

//! A node of the kind `reduce`: one value of a list, by rule or by a model, which may read it in groups.
class ReduceActivity final : public NodeActivity
{
    Q_OBJECT

public:
    ReduceActivity(FrameRun &frame,
                   const WorkflowNode &node,
                   const ReduceStep &step,
                   const QString &path);
    ~ReduceActivity() override;

    void cancel() override;

protected:
    void start() override;

private:
    void byRule();
    [[nodiscard]] Result<Json> keyOf(const Json &item, std::size_t index) const;
    void vote();
    void best();
    void ask();
    void heard(std::size_t group, const AgentTurns::Answer &answer, const RunFailure &failure);

    const ReduceStep &m_step;
    Json m_items = Json::array();
    Json m_level = Json::array(); //!< answers of the groups under way
    std::vector<std::unique_ptr<AgentTurns>> m_groups;
    std::size_t m_open = 0;
    QString m_fingerprint;
    bool m_isCached = true;
};

} // namespace kagura
