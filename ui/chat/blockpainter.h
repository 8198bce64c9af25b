// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/blockitem.h"

class QPainter;

namespace kagura {

//! Draws the blocks of a message: their grounds, marks and text.
//!
//! Thread: the GUI thread. Lifetime: one paint event. Errors: none.
class BlockPainter
{
public:
    //! Origin is where the message's column begins, clip is in the same coordinates as origin.
    BlockPainter(QPainter &painter, const ChatStyle &style, QPoint origin, const QRect &clip);

    //! Cards, hairlines of tables and bars of quotes: all that lies behind the text.
    void paintGrounds(const std::vector<BlockItem> &items);
    //! finds: what was looked for and stands in it, in order; the current one has a frame.
    void paintItem(const BlockItem &item,
                   const TextLeaf::Range &selected,
                   const QList<TextLeaf::Range> &finds = {},
                   const TextLeaf::Range &current = {});

private:
    void paintCard(const QRect &frame, const BlockItem &first);
    void paintRow(const BlockItem &item);
    void paintQuoteBars(const BlockItem &item, const BlockItem *above);
    void paintMarks(const BlockItem &item);
    void paintMark(const MarkdownContainer &container, int depth, const QRect &place);
    void paintTask(bool isDone, const QRect &place);
    [[nodiscard]] bool isSeen(const QRect &rect) const;

    QPainter &m_painter;
    const ChatStyle &m_style;
    const QPoint m_origin;
    const QRect m_clip;
};

} // namespace kagura
