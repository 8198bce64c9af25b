// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/agentturns.h"
#include "core/runs/nodeactivity.h"

#include <memory>
#include <vector>

namespace kagura {

//! A node of the kind `agent`: one answer, or several independent ones of the same question.
class AgentActivity final : public NodeActivity
{
    Q_OBJECT

public:
    AgentActivity(FrameRun &frame,
                  const WorkflowNode &node,
                  const AgentStep &step,
                  const QString &path);
    ~AgentActivity() override;

    void cancel() override;

protected:
    void start() override;

private:
    void heard(std::size_t sample, const AgentTurns::Answer &answer, const RunFailure &failure);
    void conclude();

    const AgentStep &m_step;
    std::vector<std::unique_ptr<AgentTurns>> m_samples;
    std::vector<AgentTurns::Answer> m_answers;
    QString m_fingerprint;
    std::size_t m_open = 0;
};

//! The outcome that an earlier run had with that fingerprint; empty: none, or it is to be made anew.
[[nodiscard]] std::optional<NodeOutcome> donatedOutcome(const RunContext &context,
                                                        const QString &fingerprint,
                                                        const QString &path);
//! Of what makes a result what it is.
[[nodiscard]] QString fingerprintOf(const QString &kind, Json parts);
[[nodiscard]] NodeOutcome outcomeOf(const RunFailure &failure);

} // namespace kagura
