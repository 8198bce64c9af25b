// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/nodeoutcome.h"
#include "core/runs/runcontext.h"

#include <QObject>

#include <functional>

namespace kagura {

class FrameRun;

//! A node at work: made by the graph around it when its turn has come, ended by itself once.
//!
//! Thread: the engine thread. Lifetime: the frame's, which lets it go later once it has ended.
//! Errors: in its outcome.
class NodeActivity : public QObject
{
    Q_OBJECT

public:
    using Ended = std::function<void(NodeOutcome outcome)>;

    NodeActivity(FrameRun &frame, const WorkflowNode &node, const QString &path);
    ~NodeActivity() override;

    void begin(Ended ended);
    virtual void cancel() = 0;

    [[nodiscard]] const QString &path() const { return m_path; }

protected:
    virtual void start() = 0;
    //! Ends it; later calls are ignored. May be called within start().
    void end(NodeOutcome outcome);
    [[nodiscard]] bool hasEnded() const { return !m_ended; }

    void note(RunEvent::Kind kind, Json data = Json::object());
    //! Says once that it has begun, and as what.
    void noteStarted(Json data = Json::object());

    [[nodiscard]] FrameRun &frame() const { return m_frame; }
    [[nodiscard]] RunContext &context() const { return m_context; }
    [[nodiscard]] const WorkflowNode &node() const { return m_node; }
    //! What the journal has of it; null: nothing yet.
    [[nodiscard]] const NodeRecord *record() const;
    [[nodiscard]] int attempt() const { return m_attempt; }
    void nextAttempt() { ++m_attempt; }
    //! `kind` and `title`, which the first event of a node says.
    [[nodiscard]] Json introduction() const;

private:
    FrameRun &m_frame;
    RunContext &m_context;
    const WorkflowNode &m_node;
    QString m_path;
    Ended m_ended;
    int m_attempt = 1;
};

} // namespace kagura
