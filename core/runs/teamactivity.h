// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/agentturns.h"
#include "core/runs/nodeactivity.h"

#include <map>
#include <memory>
#include <vector>

namespace kagura {

//! A node of the kind `team`: agents that talk in turns, each turn a node of its own in the journal.
//!
//! round_robin: one after the other. handoff: who speaks names who goes on. supervisor: the lead names
//! who speaks next, or ends it. debate: all at once, round by round, each with the last answers before it.
class TeamActivity final : public NodeActivity
{
    Q_OBJECT

public:
    TeamActivity(FrameRun &frame,
                 const WorkflowNode &node,
                 const TeamStep &step,
                 const QString &path);
    ~TeamActivity() override;

    void cancel() override;

protected:
    void start() override;

private:
    struct Turn
    {
        QString member;
        QString text;
    };

    void next();
    void askLead();
    void speak(const QString &member);
    void round();
    void ask(int turn, const QString &member, const QString &request, AgentTurns::Task task);
    void adopt(int turn, const QString &member, const Json &output);
    void heard(int turn, const QString &member, const AgentTurns::Answer &answer);
    void cancelTurns();
    void decide();
    void conclude(const QString &text);
    [[nodiscard]] QString transcript(const QString &member) const;
    [[nodiscard]] bool isAtEnd();

    const TeamStep &m_step;
    QList<Message> m_task;
    std::vector<Turn> m_turns; //!< that members have spoken
    std::map<int, std::unique_ptr<AgentTurns>> m_open;
    QString m_speaker; //!< of a handoff: who goes on
    int m_number = 0; //!< of turns that have begun, those of the lead with them
    int m_rounds = 0;
    bool m_isDeciding = false;
};

} // namespace kagura
