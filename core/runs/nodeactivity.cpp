// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/nodeactivity.h"

#include "core/runs/framerun.h"

#include <algorithm>
#include <utility>

namespace kagura {

NodeActivity::NodeActivity(FrameRun &frame, const WorkflowNode &node, const QString &path)
    : m_frame(frame)
    , m_context(frame.context())
    , m_node(node)
    , m_path(path)
{
    // An attempt that a kill cut off goes on; whoever wants another one has it noted before.
    if (const NodeRecord *known = record())
        m_attempt = std::max(1, known->attempts);
}

NodeActivity::~NodeActivity() = default;

void NodeActivity::begin(Ended ended)
{
    m_ended = std::move(ended);
    start();
}

void NodeActivity::end(NodeOutcome outcome)
{
    if (const Ended ended = std::exchange(m_ended, {}))
        ended(std::move(outcome));
}

void NodeActivity::note(RunEvent::Kind kind, Json data)
{
    m_context.recorder().note(kind, m_path, m_attempt, std::move(data));
}

void NodeActivity::noteStarted(Json data)
{
    const NodeRecord *known = record();
    if (known && isTerminal(known->stand))
        return; // it is only made again from what the journal has
    data.update(introduction());
    note(RunEvent::Kind::NodeStarted, std::move(data));
}

Json NodeActivity::introduction() const
{
    Json data = {{"kind", toJson(nodeKindName(m_node))}};
    if (!m_node.title.isEmpty())
        data["title"] = toJson(m_node.title);
    return data;
}

const NodeRecord *NodeActivity::record() const
{
    return m_context.state().find(m_path);
}

} // namespace kagura
