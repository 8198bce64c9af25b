// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/format.h"
#include "ui/chat/messagelayout.h"
#include "ui/chat/transcriptfinder.h"

#include <optional>

class QPainter;

namespace kagura {

class BlockPainter;

//! Draws one message that MessageLayout placed.
//!
//! Thread: the GUI thread. Lifetime: one paint event. Errors: none.
class MessagePainter
{
public:
    //! What is selected, and which row is painted; equal places select nothing.
    struct Selection
    {
        int row = 0;
        TextPlace from;
        TextPlace to;
    };

    MessagePainter(QPainter &painter, const ChatStyle &style);

    //! Origin is where the message's column begins, clip is in the same coordinates as origin.
    void paint(const MessageLayout &layout,
               QPoint origin,
               const QRect &clip,
               const Selection &selection,
               std::chrono::milliseconds elapsed);

    //! \name The actions that are drawn differently; valid for the next paint().
    //! @{
    void setHovered(const std::optional<TranscriptAction> &action) { m_hovered = action; }
    void setFocused(const std::optional<TranscriptAction> &action) { m_focused = action; }
    //! The pointer is over the message: what is offered only then is shown.
    void setPointedAt(bool isPointedAt) { m_isPointedAt = isPointedAt; }
    //! @}

    //! What was looked for and stands in the message, and which of it is looked at.
    void setFound(const QList<TranscriptFinder::Hit> &hits,
                  const std::optional<TranscriptFinder::Hit> &current)
    {
        m_hits = hits;
        m_currentHit = current;
    }
    //! Where somebody reads by keyboard: a bar beside it. Null: nowhere.
    void setReading(const QRect &place) { m_reading = place; }

private:
    void paintGround(const MessageLayout &layout, QPoint origin);
    void paintText(const MessageLayout &layout,
                   QPoint origin,
                   const QRect &clip,
                   const Selection &selection);
    void paintBlock(BlockPainter &blocks,
                    const MessageLayout::Item &item,
                    const Selection &selection) const;
    void paintReasoningLine(const MessageLayout &layout, QPoint origin);
    void paintCard(const MessageLayout &layout, QPoint origin, const QRect &clip);
    void paintFooter(const MessageLayout &layout, QPoint origin, std::chrono::milliseconds elapsed);
    [[nodiscard]] QColor footerInk(FooterPart::Kind kind) const;
    void paintChip(const QRect &rect);
    void paintActions(const MessageLayout &layout, QPoint origin);
    void paintVersions(const MessageLayout &layout, QPoint origin);
    void paintCardFrame(const QRect &rect, const QColor &ground, const QColor &line);
    [[nodiscard]] static TextLeaf::Range selectedIn(const MessageLayout::Item &item,
                                                    const Selection &selection);

    QPainter &m_painter;
    const ChatStyle &m_style;
    std::optional<TranscriptAction> m_hovered;
    std::optional<TranscriptAction> m_focused;
    QList<TranscriptFinder::Hit> m_hits;
    std::optional<TranscriptFinder::Hit> m_currentHit;
    QRect m_reading;
    bool m_isPointedAt = false;
};

} // namespace kagura
