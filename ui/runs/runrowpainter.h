// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runlook.h"
#include "ui/runs/runoutline.h"
#include "ui/runs/runstrip.h"
#include "ui/runs/timescale.h"

#include <QRect>

class QPainter;

namespace kagura {

//! Draws the rows of a run: what a node is on the left, when it was what on the right.
//!
//! Thread: the GUI thread. Lifetime: for one round of painting; what it is given outlives it. Errors: none.
class RunRowPainter
{
public:
    struct Frame
    {
        int columnsWidth = 0; //!< the timeline begins there
        int width = 0;
        TimeScale scale;
        std::chrono::milliseconds now{0};
        bool isTicking = false;
    };
    struct Flags
    {
        bool isSelected = false;
        bool isFocused = false;
        bool isHovered = false;
    };

    RunRowPainter(const RunLook &look,
                  const RunOutline &outline,
                  StripCache &strips,
                  const Frame &frame)
        : m_look(look)
        , m_outline(outline)
        , m_strips(strips)
        , m_frame(frame)
    {}

    //! What is behind a row; the grid stands between both.
    void paintGround(QPainter &painter, const QRect &place, const Flags &flags) const;
    //! markedItem: of a strip the item that holds what is selected; -1: none.
    void paintRow(QPainter &painter,
                  const RunOutline::Row &row,
                  const QRect &place,
                  int markedItem) const;
    void paintHead(QPainter &painter, const QRect &place) const;
    //! The lines of the time axis behind the rows, and that of now before them.
    void paintGrid(QPainter &painter, const QRect &place) const;
    void paintNow(QPainter &painter, const QRect &place) const;

    //! \name Where things are in a row
    //! @{
    [[nodiscard]] QRect chevronRect(const RunOutline::Row &row, const QRect &place) const;
    [[nodiscard]] int itemAt(const RunOutline::Row &strip,
                             const QRect &place,
                             const QPoint &point) const;
    //! @}

private:
    void paintNode(QPainter &painter, const RunOutline::Row &row, const QRect &place) const;
    void paintFigures(QPainter &painter, const ShownNode &node, const QRect &place) const;
    void paintBars(QPainter &painter, const ShownNode &node, const QRect &place) const;
    void paintStrip(QPainter &painter,
                    const RunOutline::Row &row,
                    const QRect &place,
                    int marked) const;
    void paintLoad(QPainter &painter, const RunOutline::Row &row, const QRect &place) const;
    void paintFold(QPainter &painter, const RunOutline::Row &row, const QRect &place) const;
    [[nodiscard]] int nameLeft(const RunOutline::Row &row) const;
    [[nodiscard]] QRectF stripRect(const QRect &place) const;
    [[nodiscard]] const StripCache::Strip &stripOf(int node, const QRect &place) const;

    const RunLook &m_look;
    const RunOutline &m_outline;
    StripCache &m_strips;
    const Frame &m_frame;
};

} // namespace kagura
