// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
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

        bool operator==(const Shape &) const = default;
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
    };

    TextLeaf();
    ~TextLeaf();
    TextLeaf(TextLeaf &&other) noexcept;
    TextLeaf &operator=(TextLeaf &&other) noexcept;
    Q_DISABLE_COPY(TextLeaf)

    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);

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
    //! Where the next character would stand: x, top and height of its line.
    [[nodiscard]] QRectF endCaret() const;

private:
    struct Chunk;

    //! Lays out m_text from start in one more chunk, and gives where the next one starts.
    qsizetype addChunk(qsizetype start);
    qreal layLines(Chunk &chunk) const;

    QString m_text;
    Shape m_shape;
    std::vector<Chunk> m_chunks;
    qsizetype m_laidLength = 0; // of m_text, as far as the chunks know it
    qreal m_height = 0;
    bool m_isLaidOut = false;
};

} // namespace kagura
