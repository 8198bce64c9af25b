// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runoutline.h"

#include <QElapsedTimer>
#include <QHash>

#include <chrono>
#include <utility>
#include <vector>

namespace kagura {

//! \name The items of a map in little room
//! @{

//! A cell of a strip: one item, or as many as have to share it.
struct StripCell
{
    int first = 0; //!< item
    int count = 1;
    RunMark mark = RunMark::Pending; //!< of several, the one that matters most

    bool operator==(const StripCell &) const = default;
};

//! At most most cells for all the items, of equal size but for the last.
[[nodiscard]] std::vector<StripCell> stripCells(const std::vector<RunMark> &items, int most);

//! How many calls below that node were under way, as steps: from that moment on, so many.
[[nodiscard]] std::vector<std::pair<std::chrono::milliseconds, int>> callsInFlight(
    const RunOutline &outline, int node, std::chrono::milliseconds now);
//! @}

//! The strips of maps as they were drawn last. They are made anew a few times a second at most: with
//! thousands of items, that is what a frame has no time for.
class StripCache
{
public:
    struct Strip
    {
        std::vector<StripCell> cells;
        std::vector<std::pair<std::chrono::milliseconds, int>> calls;
    };

    void clear() { m_strips.clear(); }
    [[nodiscard]] const Strip &of(const RunOutline &outline,
                                  int node,
                                  int most,
                                  std::chrono::milliseconds now);

private:
    struct Kept
    {
        Strip strip;
        int most = 0;
        int items = 0;
        QElapsedTimer age;
    };

    QHash<int, Kept> m_strips; //!< by node
};

} // namespace kagura
