// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionscope.h"
#include "core/runs/nodeactivity.h"
#include "core/runs/rungraph.h"

#include <QPointer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace kagura {

//! One graph while it is run: the whole workflow, one item of a map, one iteration of a loop.
//!
//! A node begins when those that it waits for have ended, and never waits for any other. What the
//! journal already has is taken from it: a resume is a run that finds most of its nodes done.
//!
//! Thread: the engine thread. Lifetime: workflow, graph and the frame around outlive it; whoever made it
//! lets it go later, not from within its end. Errors: failure().
class FrameRun final : public QObject, public ExpressionScope
{
    Q_OBJECT

public:
    //! prefix: of its nodes' paths, `review[17].`; outer: whose names are known here as well; may be null.
    FrameRun(RunContext &context,
             const Workflow &workflow,
             const RunGraph &graph,
             FrameRun *outer,
             const QString &prefix,
             std::map<std::string, Json> roots);
    ~FrameRun() override;

    //! ended is called once, never from within begin().
    void begin(std::function<void()> ended);
    void cancel();
    //! Nodes whose turn came while the run was paused begin.
    void proceed();

    //! The first failure that neither the workflow nor a person has dealt with.
    [[nodiscard]] const std::optional<RunFailure> &failure() const { return m_failure; }
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }
    //! Failures that the workflow tolerated, and nodes that a person cancelled.
    [[nodiscard]] int toleratedCount() const { return m_toleratedCount; }
    void tolerate(int count) { m_toleratedCount += count; }
    //! Its failure is for the node around it to judge, also where the workflow ends with the first one.
    void setTolerant() { m_isTolerant = true; }

    //! \name What a person does with one node
    //! @{
    [[nodiscard]] Result<void> cancelNode(const QString &path);
    [[nodiscard]] Result<void> skipNode(const QString &path);
    //! Of one that has ended badly: it and what was skipped because of it are to run again.
    [[nodiscard]] Result<void> retryNode(const QString &path);
    //! @}

    [[nodiscard]] const Json *root(const std::string &name) const override;
    [[nodiscard]] const Json *node(const std::string &id) const override;

    [[nodiscard]] RunContext &context() const { return m_context; }
    [[nodiscard]] const Workflow &workflow() const { return m_workflow; }
    [[nodiscard]] const RunGraph &graph() const { return m_graph; }
    [[nodiscard]] const QString &prefix() const { return m_prefix; }

private:
    enum class Stand : std::uint8_t { Pending, Active, Succeeded, Failed, Cancelled, Skipped };
    struct Slot
    {
        Stand stand = Stand::Pending;
        QString label = {};
        bool isBranch = false; //!< of Failed: its failure has a branch of its own
        bool isToBeSkipped = false; //!< once its activity has ended
        Json result = {};
        std::unique_ptr<NodeActivity> activity = {};
    };
    enum class Verdict : std::uint8_t { Wait, Run, Skip };
    struct Judgement
    {
        Verdict verdict = Verdict::Wait;
        QString reason = {};
    };

    void process();
    void consider(int index);
    [[nodiscard]] Judgement judge(int index) const;
    [[nodiscard]] bool isMet(const RunGraph::Need &need) const;
    [[nodiscard]] bool adopt(int index, const NodeRecord &record);
    void launch(int index);
    void transform(int index, const TransformStep &step);
    void settle(int index, NodeOutcome outcome);
    void completeResult(int index);
    void settleFailure(int index, NodeOutcome outcome);
    void fail(const RunFailure &failure);
    void skip(int index, const QString &reason);
    void markCancelled(int index);
    void conclude(int index, Stand stand);
    void note(int index, RunEvent::Kind kind, Json data = Json::object());
    [[nodiscard]] QString pathOf(int index) const;
    [[nodiscard]] int indexOf(const QString &path) const;
    [[nodiscard]] Slot &at(int index) { return m_slots[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Slot &at(int index) const
    {
        return m_slots[static_cast<std::size_t>(index)];
    }
    void scheduleEnd();

    RunContext &m_context;
    QPointer<RunContext> m_isContextAlive; //!< what is let go later may outlive the run
    const Workflow &m_workflow;
    const RunGraph &m_graph;
    FrameRun *m_outer;
    QString m_prefix;
    std::map<std::string, Json> m_roots;
    std::vector<Slot> m_slots;
    std::deque<int> m_queue;
    std::function<void()> m_ended;
    std::optional<RunFailure> m_failure;
    int m_openCount;
    int m_toleratedCount = 0;
    bool m_isProcessing = false;
    bool m_isCancelled = false;
    bool m_isEndScheduled = false;
    bool m_isTolerant;
};

//! The activity that runs that node, which is no transform.
[[nodiscard]] std::unique_ptr<NodeActivity> makeActivity(FrameRun &frame,
                                                         const RunGraph::Node &node,
                                                         const QString &path);

} // namespace kagura
