// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"
#include "core/runs/modelcall.h"
#include "core/runs/nodeactivity.h"
#include "core/runs/toolcallrun.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace kagura {

//! An agent at one task: asks its model, has the tools called that it wants, asks again, until there is
//! an answer; takes the next model where one cannot answer; has an answer that does not follow its
//! schema repaired once, and begins again as often as the node allows.
//!
//! Thread: the engine thread. Lifetime: the activity's that made it. Errors: in its end.
class AgentTurns final : public QObject
{
    Q_OBJECT

public:
    struct Task
    {
        QString path;
        int attempt = 1;
        QString agent; //!< its name in the workflow
        QString system; //!< empty: the agent's own
        QList<Message> messages;
        std::optional<Json> schema = std::nullopt;
        QList<ToolSpec> extraTools = {}; //!< whose calls are an answer, not work
        bool mustChoose = false; //!< one of extraTools has to be called
        int sample = 0;
        Json introduction = Json::object();
    };
    struct Answer
    {
        QString text;
        Json output; //!< the text, or what it says as JSON
        ToolCall chosen = {}; //!< of extraTools; without a name where there was none
        Usage usage;
        QString model;
        Json toolCalls = Json::array();
        bool isCached = true; //!< no call left for it
    };
    //! The failure is empty after a success, its type `cancelled` after cancel().
    using Ended = std::function<void(const Answer &answer, const RunFailure &failure)>;

    AgentTurns(RunContext &context, const Workflow &workflow, const WorkflowNode &node, Task task);
    ~AgentTurns() override;

    //! ended is called once, never from within begin().
    void begin(Ended ended);
    void cancel();
    [[nodiscard]] int attempt() const { return m_task.attempt; }

    //! What it would ask first: what a fingerprint is made of.
    [[nodiscard]] Json firstRequest() const;

private:
    [[nodiscard]] const QString &modelName() const;
    [[nodiscard]] ChatRequest request() const;
    void ask();
    void heard(const Result<ModelCall::Answer> &answer);
    void failed(const Error &error);
    void callTools(const QList<ToolCall> &calls);
    void toolEnded(std::size_t index, const QString &text, bool isError);
    void finish(const ChatAnswer &answer);
    void repair(const ChatAnswer &answer, const QString &fault);
    void end(const RunFailure &failure);

    RunContext &m_context;
    const Workflow &m_workflow;
    const WorkflowNode &m_node;
    const WorkflowAgent &m_agent;
    Task m_task;
    WorkflowRetry m_retry;
    QStringList m_models;
    QList<Message> m_messages;
    Answer m_answer;
    Ended m_ended;
    std::unique_ptr<ModelCall> m_call;
    std::vector<std::unique_ptr<ToolCallRun>> m_tools;
    QList<ToolResultPart> m_results;
    int m_openTools = 0;
    int m_toolCount = 0;
    int m_turns = 0;
    int m_model = 0;
    bool m_hasRepaired = false;
};

//! The messages of a prompt with the values put in. Errors: those of its expressions.
[[nodiscard]] Result<QList<Message>> renderPrompt(const WorkflowPrompt &prompt,
                                                  const ExpressionScope &scope);

} // namespace kagura
