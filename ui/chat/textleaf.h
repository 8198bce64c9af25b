// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/leaflook.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace kagura {

//! One block of text laid out in lines of even height, and the smallest thing that is laid out.
//!
//! Text that only grew keeps the lines that it had: they stand in chunks, and only the last chunk is
//! shaped again. Shaping is what a frame costs, so that cost does not grow with the block.
//!
//! Thread: the GUI thread. Lifetime: with its message's layout. Errors: none.
class TextLeaf
{
public:
    struct Shape
    {
        QFont font;
        qreal lineHeight = 0;
        qreal width = 0;
        bool isCode = false; //!< always left to right
        std::shared_ptr<const LeafLook> look = {}; //!< of runs; without one they look like all text
        Qt::Alignment alignment = {}; //!< none: as the text runs

        bool operator==(const Shape &other) const;
    };

    //! A stretch with a look of its own: MarkdownSpan styles in text, CodeToken kinds in code.
    struct Run
    {
        qsizetype from = 0;
        qsizetype length = 0;
        std::uint8_t style = 0;

        bool operator==(const Run &) const = default;
    };

    //! What is selected, in positions of text(); nothing where from == to.
    struct Range
    {
        qsizetype from = 0;
        qsizetype to = 0;
    };

    //! Colours of one drawing.
    struct Ink
    {
        QColor text;
        QColor selection;
        Range selected;
        QColor found = {};
        QList<Range> finds = {}; //!< in order
    };

    TextLeaf();
    ~TextLeaf();
    TextLeaf(TextLeaf &&other) noexcept;
    TextLeaf &operator=(TextLeaf &&other) noexcept;
    Q_DISABLE_COPY(TextLeaf)

    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text, const QList<Run> &runs = {});

    //! Lays out what is not laid out yet; a new shape lays out all. Gives the number of chunks shaped.
    int layOut(const Shape &shape);
    [[nodiscard]] bool isLaidOut() const { return m_isLaidOut; }
    //! Forgets the lines and keeps the text.
    void release();

    //! Of all lines; before layOut() what prepare() guessed, or what they had before release().
    [[nodiscard]] qreal height() const { return m_height; }
    //! Estimates the height if nothing better is known for this text and shape; keeps lines that the
    //! text did not outgrow.
    void prepare(const Shape &shape, qreal characterWidth);

    void draw(QPainter &painter, const QPointF &origin, const QRectF &clip, const Ink &ink) const;

    //! \pre isLaidOut()
    [[nodiscard]] qsizetype positionAt(const QPointF &point) const;
    //! Where that stretch stands, a rectangle a line; lines that are not laid out are left out.
    [[nodiscard]] QList<QRectF> rectsOf(const Range &range) const;
    //! Where the next character would stand: x, top and height of its line.
    [[nodiscard]] QRectF endCaret() const;

private:
    struct Chunk;

    //! Lays out m_text from start in one more chunk, and gives where the next one starts.
    qsizetype addChunk(qsizetype start);
    qreal layLines(Chunk &chunk) const;
    void applyRuns(Chunk &chunk) const;
    [[nodiscard]] bool isSameBefore(qsizetype place,
                                    const QString &text,
                                    const QList<Run> &runs) const;

    QString m_text;
    QList<Run> m_runs;
    Shape m_shape;
    std::vector<Chunk> m_chunks;
    qsizetype m_laidLength = 0; // of m_text, as far as the chunks know it
    qreal m_height = 0;
    bool m_isLaidOut = false;
};

} // namespace kagura
