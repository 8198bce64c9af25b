// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/framerun.h"
#include "core/runs/nodeactivity.h"

#include <map>
#include <memory>
#include <vector>

namespace kagura {

//! A node of the kind `map`: its body for each item of a list, some at a time, results in the order of
//! the list.
class MapActivity final : public NodeActivity
{
    Q_OBJECT

public:
    MapActivity(FrameRun &frame,
                const RunGraph::Node &node,
                const MapStep &step,
                const QString &path);
    ~MapActivity() override;

    void cancel() override;

protected:
    void start() override;

private:
    void advance();
    void startItem(int index);
    void itemEnded(int index);
    void itemFailed(int index, const RunFailure &failure);
    void itemDone(int index, Json output);
    void noteItem(int index, RunEvent::Kind kind, Json data);
    [[nodiscard]] QString itemPath(int index) const;
    void conclude();

    const MapStep &m_step;
    const RunGraph &m_body;
    Json m_list = Json::array();
    Json m_outputs = Json::array();
    std::vector<bool> m_hasOutput;
    std::map<int, std::unique_ptr<FrameRun>> m_frames; //!< of items at work
    Json m_errors = Json::array();
    std::optional<RunFailure> m_failure; //!< of the first item that may not fail
    qint64 m_outputBytes = 0;
    int m_limit = 1;
    int m_next = 0;
    int m_doneCount = 0;
    bool m_isAdvancing = false;
    bool m_isCancelled = false;
};

} // namespace kagura
