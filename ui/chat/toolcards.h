// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/showntoolcall.h"

#include <QList>
#include <QRect>
#include <QSet>

#include <vector>

class QPainter;

namespace kagura {

//! The tools that an answer asked for, one card below the other: name and state always, arguments and
//! result where somebody opened the card.
//!
//! Thread: the GUI thread. Lifetime: with its message's layout. Errors: none.
class ToolCards
{
public:
    //! open: the cards, by their place, that show everything.
    void take(const QList<ShownToolCall> &calls, const QSet<int> &open);

    //! Sets everything from (0, 0) on; gives the number of chunks of text that were shaped.
    int flow(const ChatStyle &style, int width);

    [[nodiscard]] int height() const { return m_height; } //!< 0 without calls
    [[nodiscard]] int count() const { return int(m_cards.size()); }
    [[nodiscard]] QRect head(int card) const; //!< opens and closes it
    [[nodiscard]] QRect copyRect(int card) const; //!< empty while it is closed
    [[nodiscard]] QString label(int card) const; //!< for assistive technology
    [[nodiscard]] bool isOpen(int card) const;

    void paint(QPainter &painter, const ChatStyle &style, QPoint origin, const QRect &clip) const;

private:
    struct Card
    {
        ShownToolCall call;
        bool isOpen = false;
        TextLeaf arguments;
        TextLeaf result;
        QRect frame;
        QRect head;
        QRect copy;
        QPoint argumentsAt;
        QPoint resultAt;
    };

    void paintHead(QPainter &painter,
                   const ChatStyle &style,
                   QPoint origin,
                   const Card &card) const;

    std::vector<Card> m_cards;
    int m_height = 0;
};

//! What the copy button of a card puts on the clipboard.
[[nodiscard]] QString copyText(const ShownToolCall &call);

} // namespace kagura
