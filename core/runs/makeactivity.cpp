// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/agentactivity.h"
#include "core/runs/framerun.h"
#include "core/runs/humanactivity.h"
#include "core/runs/loopactivity.h"
#include "core/runs/mapactivity.h"
#include "core/runs/reduceactivity.h"
#include "core/runs/routeractivity.h"
#include "core/runs/subworkflowactivity.h"
#include "core/runs/teamactivity.h"
#include "core/runs/toolactivity.h"

namespace kagura {

namespace {

using Made = std::unique_ptr<NodeActivity>;

//! One function a kind of node; a new kind does not compile without its own.
struct Maker
{
    FrameRun &frame;
    const RunGraph::Node &node;
    const QString &path;

    template <typename Activity, typename Step>
    [[nodiscard]] Made plain(const Step &step) const
    {
        return std::make_unique<Activity>(frame, *node.node, step, path);
    }

    Made operator()(const AgentStep &step) const { return plain<AgentActivity>(step); }
    Made operator()(const ToolStep &step) const { return plain<ToolActivity>(step); }
    Made operator()(const TransformStep &) const { return {}; } // the frame does it by itself
    Made operator()(const RouterStep &step) const { return plain<RouterActivity>(step); }
    Made operator()(const MapStep &step) const
    {
        return std::make_unique<MapActivity>(frame, node, step, path);
    }
    Made operator()(const ReduceStep &step) const { return plain<ReduceActivity>(step); }
    Made operator()(const LoopStep &step) const
    {
        return std::make_unique<LoopActivity>(frame, node, step, path);
    }
    Made operator()(const TeamStep &step) const { return plain<TeamActivity>(step); }
    Made operator()(const HumanStep &step) const { return plain<HumanActivity>(step); }
    Made operator()(const SubworkflowStep &step) const { return plain<SubworkflowActivity>(step); }
};

} // namespace

std::unique_ptr<NodeActivity> makeActivity(FrameRun &frame,
                                           const RunGraph::Node &node,
                                           const QString &path)
{
    return std::visit(Maker{frame, node, path}, node.node->step);
}

} // namespace kagura
