// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"
#include "core/runs/runcontext.h"
#include "core/tools/toolregistry.h"
#include "core/tools/toolrequest.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace kagura {

//! One call of a tool: held against its schema, approved by a person where the workflow wants that,
//! announced in the journal, done, and its outcome written down.
//!
//! A call that may do something twice is announced durably before it begins. Where a process ended
//! between that and the outcome, nobody knows whether it happened, and a person has to say.
//!
//! Thread: the engine thread. Lifetime: the caller's; deleting it ends the call silently.
class ToolCallRun final : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        QString path;
        int attempt = 1;
        QString call; //!< unique in the run, and the same on a resume
        WorkflowTool tool;
        QByteArray arguments; //!< JSON
        Json introduction = Json::object();
    };
    //! The output, or a failure of type `tool_error`, `budget`, `cancelled` …
    using Ended = std::function<void(const Json &output, const std::optional<RunFailure> &failure)>;

    ToolCallRun(RunContext &context, Order order);
    ~ToolCallRun() override;

    //! ended is called once, never from within begin().
    void begin(Ended ended);
    void cancel();

private:
    void askForApproval();
    [[nodiscard]] Result<void> approved(const Json &answer);
    void doubt();
    [[nodiscard]] Result<void> resolved(const Json &answer);
    void askForSlot();
    void announce();
    void run();
    void settle();
    void failLater(const RunFailure &failure);
    void end(const Json &output, const std::optional<RunFailure> &failure);
    void note(RunEvent::Kind kind, Json data = Json::object());
    void giveSlotBack();
    void setWorking(bool isWorking);

    RunContext &m_context;
    QPointer<RunContext> m_isContextAlive; //!< what is let go later may outlive the run
    Order m_order;
    Tool *m_tool = nullptr;
    std::optional<ToolRequest> m_request;
    ToolEffect m_effect = ToolEffect::NonIdempotent;
    Ended m_ended;
    std::unique_ptr<ToolReply> m_reply;
    bool m_hasSlot = false;
    bool m_isWorking = false;
};

} // namespace kagura
