// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/markdown/markdownblock.h"
#include "core/markdown/markdownline.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace kagura {

//! Markdown into blocks while it arrives.
//!
//! Lines are read once. Between two calls of append() only the blocks from firstOpen() on may change:
//! an open paragraph, the end of an open code block, and what the unfinished last line looks like so
//! far. A line that could still become something else (a rule, a fence, the head of a table) is not
//! shown until that is known, so that nothing on the screen changes its kind; a heading that is
//! underlined is the one exception, once its underline is complete.
//!
//! The same text gives the same blocks however it was cut. What one append() reads is bounded by its
//! piece and maxBlockLength, whatever came before.
//!
//! Thread: one. Lifetime: a value. Errors: none; any text has blocks, and no text is dropped.
//! Source: CommonMark 0.31 and GitHub Flavored Markdown, without setting apart HTML (which stays text)
//! and without link definitions (which stay text, too); display mathematics as models write it.
class MarkdownParser
{
public:
    //! A block is cut beyond this many characters, at a line end or space where there is one.
    static constexpr qsizetype maxBlockLength = 6000;
    //! A line is taken in pieces of this many characters; the pieces behind the first are only text.
    static constexpr qsizetype maxPiece = 2000;
    static constexpr qsizetype maxDepth = 16;

    void append(QStringView text);
    //! What append() does, in two steps, for whoever has several pieces at once.
    //! @{
    void feed(QStringView text);
    void show(); //!< makes blocks() current
    //! @}
    //! The text is complete; what was held back is given now.
    void finish();

    [[nodiscard]] const QList<MarkdownBlock> &blocks() const { return m_blocks; }
    [[nodiscard]] qsizetype firstOpen() const { return m_firstOpen; }
    //! The line that comes next stands in code, as far as is known.
    [[nodiscard]] bool isInCode() const { return m_state.leaf == Leaf::Code; }
    //! Characters that were looked at so far, for tests of what a call costs.
    [[nodiscard]] qint64 charactersRead() const { return m_read; }

private:
    enum class Leaf : std::uint8_t { None, Paragraph, Code, Math, Table };

    struct Container
    {
        MarkdownContainer shown;
        QChar mark; // of an item
        int contentIndent = 0;
        bool hasBlock = false;
    };
    struct State // all that a line changes beside the last block
    {
        QList<Container> containers;
        Leaf leaf = Leaf::None;
        QString raw; // of the open paragraph, or of the cell that ends a row
        std::optional<MarkdownLine::Fence> fence; // of code; indented code has none
        QList<MarkdownBlock::Alignment> columns;
        int blankLines = 0; // of indented code, which may end before them
        int nextId = 1;
        bool isAfterBlank = false;
        bool hasLines = false; // the open code has a line already
        bool isInLine = false; // the line goes on behind its first piece
    };

    void takeLine(QStringView line, bool isEnd);
    void takePiece(QStringView piece);
    void takeWholeLine(QStringView text);
    [[nodiscard]] qsizetype matchContainers(MarkdownLine &line) const;
    bool continueLeaf(MarkdownLine &line, bool isMatched);
    bool openContainers(MarkdownLine &line, qsizetype matched);
    [[nodiscard]] bool interruptsParagraph(const MarkdownLine::Marker &marker,
                                           qsizetype matched) const;
    void openItem(const MarkdownLine::Marker &marker, MarkdownLine &line);
    void closeContainers(qsizetype kept);
    void openLeaf(MarkdownLine &line);
    bool openMath(const MarkdownLine &line);
    bool openTable(const MarkdownLine &line);
    void closeLeaf();

    void startBlock(MarkdownBlock::Kind kind);
    void addText(QStringView line);
    void addCode(const QString &line);
    void addRow(QStringView line, bool isHeader);
    void setInline(MarkdownBlock &block, QStringView raw, bool isOpen);
    void cutParagraph();
    void cutText();

    void preview();
    void undoPreview();
    [[nodiscard]] bool isHeldBack() const;
    [[nodiscard]] bool mayBeTableHead(QStringView line) const;

    State m_state;
    State m_base; // before the preview
    QList<MarkdownBlock> m_blocks;
    QString m_line; // the unfinished one
    std::optional<MarkdownBlock> m_savedLast;
    qsizetype m_savedCount = 0;
    qsizetype m_firstOpen = 0;
    qint64 m_read = 0;
    bool m_isPreview = false;
};

} // namespace kagura
