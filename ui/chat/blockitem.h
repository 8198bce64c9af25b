// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/code/codelexer.h"
#include "ui/chat/chatstyle.h"
#include "ui/chat/messageblock.h"
#include "ui/chat/textleaf.h"
#include "ui/chat/textplace.h"

#include <QList>
#include <QRect>

#include <vector>

namespace kagura {

//! One block of a message and where it stands. A row of a table has a leaf a cell, every other block
//! has one.
//!
//! Coordinates are those of the message. Thread: the GUI thread. Lifetime: with its layout. Errors: none.
class BlockItem
{
public:
    struct Cell
    {
        TextLeaf leaf;
        QRect text;
        qsizetype start = 0; //!< in the block's text
        qreal natural = -1; //!< width without a line break, once it was asked for
    };
    struct Window // what is laid out; the rest is estimated
    {
        int from = 0;
        int to = 0;
        int keptFar = 0; //!< lines farther away than this are given up; 0 keeps all
    };

    BlockItem() = default;
    ~BlockItem() = default;
    BlockItem(BlockItem &&other) noexcept = default;
    BlockItem &operator=(BlockItem &&other) noexcept = default;
    Q_DISABLE_COPY(BlockItem)

    MessageBlock block;
    TextPlace::Section section = TextPlace::Section::Text;
    int index = 0; //!< among the blocks of its section
    QRect frame; //!< with the ground of code
    QRect text;
    std::vector<Cell> cells;
    CodeLexer::State codeState = CodeLexer::nothingOpen; //!< behind this block of code

    void take(const MessageBlock &taken, const QList<TextLeaf::Run> &codeRuns = {});

    //! Places it below y and moves y below it. Gives the number of chunks that were shaped.
    int place(const ChatStyle &style,
              const QRect &column,
              const QList<int> &columnWidths,
              const Window &window,
              int &y);
    void hide();

    [[nodiscard]] bool isLaidOut() const;
    void release();

    //! \pre isLaidOut(); the nearest place in the block's text.
    [[nodiscard]] qsizetype positionAt(const QPointF &point) const;
    [[nodiscard]] QList<QRect> rectsOf(qsizetype from, qsizetype to) const;
    [[nodiscard]] QRectF endCaret() const; //!< where the next character would stand

    //! How far its containers move it to the right.
    [[nodiscard]] int indent(const ChatStyle &style) const;
    [[nodiscard]] bool isCard() const
    {
        return block.kind == MessageBlock::Kind::Code || block.kind == MessageBlock::Kind::Math;
    }

    //! The width that a cell would like to have, and that its longest word needs.
    [[nodiscard]] qreal naturalWidth(std::size_t cell, const ChatStyle &style);

private:
    [[nodiscard]] TextLeaf::Shape shapeOf(std::size_t cell,
                                          const ChatStyle &style,
                                          int width) const;

    QFont m_measured; // what naturalWidth() was measured with
};

//! The space between two blocks that follow each other.
[[nodiscard]] int gapBetween(const BlockItem &above,
                             const BlockItem &below,
                             const ChatStyle &style);

//! How wide the columns of the table are whose rows stand in [first, last): what they ask for where
//! there is room, else the narrow ones that and the others what is left.
[[nodiscard]] QList<int> tableColumns(std::vector<BlockItem> &items,
                                      std::size_t first,
                                      std::size_t last,
                                      const ChatStyle &style,
                                      int available);

} // namespace kagura
