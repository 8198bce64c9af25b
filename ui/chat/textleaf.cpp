// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/textleaf.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace kagura {
namespace {

constexpr qsizetype chunkLength = 1200;

} // namespace

struct TextLeaf::Chunk
{
    std::unique_ptr<QTextLayout> layout;
    qsizetype start = 0;
    qsizetype length = 0;
    qreal top = 0;
    qreal height = 0;
};

bool TextLeaf::Shape::operator==(const Shape &other) const
{
    const bool isSameLook = look == other.look || (look && other.look && *look == *other.look);
    return isSameLook && width == other.width && font == other.font
        && lineHeight == other.lineHeight && isCode == other.isCode && alignment == other.alignment;
}

TextLeaf::TextLeaf() = default;
TextLeaf::~TextLeaf() = default;
TextLeaf::TextLeaf(TextLeaf &&other) noexcept = default;
TextLeaf &TextLeaf::operator=(TextLeaf &&other) noexcept = default;

bool TextLeaf::isSameBefore(qsizetype place, const QString &text, const QList<Run> &runs) const
{
    if (place >= text.size() || QStringView(text).left(place) != QStringView(m_text).left(place))
        return false;
    for (qsizetype i = 0;; ++i) {
        const bool hasOld = i < m_runs.size() && m_runs.at(i).from < place;
        const bool hasNew = i < runs.size() && runs.at(i).from < place;
        if (!hasOld && !hasNew)
            return true;
        if (hasOld != hasNew || m_runs.at(i) != runs.at(i))
            return false;
    }
}

void TextLeaf::setText(const QString &text, const QList<Run> &runs)
{
    if (text == m_text && runs == m_runs)
        return;
    // Lines before the last chunk's start stay if the text before it is the same.
    while (!m_chunks.empty()) {
        const qsizetype start = m_chunks.back().start;
        m_chunks.pop_back();
        m_laidLength = start;
        if (isSameBefore(start, text, runs))
            break;
    }
    m_text = text;
    m_runs = runs;
    m_height = 0;
    m_isLaidOut = false;
}

int TextLeaf::layOut(const Shape &shape)
{
    if (m_isLaidOut && shape == m_shape)
        return 0;
    if (shape != m_shape) {
        m_chunks.clear();
        m_laidLength = 0;
    }
    m_shape = shape;
    int shaped = 0;
    do {
        m_laidLength = addChunk(m_laidLength);
        ++shaped;
    } while (m_laidLength < m_text.size());
    m_height = m_chunks.back().top + m_chunks.back().height;
    m_isLaidOut = true;
    return shaped;
}

void TextLeaf::release()
{
    m_chunks.clear();
    m_laidLength = 0;
    m_isLaidOut = false;
}

void TextLeaf::prepare(const Shape &shape, qreal characterWidth)
{
    if (shape != m_shape) {
        release();
        m_shape = shape;
        m_height = 0;
    }
    if (m_isLaidOut || m_height > 0)
        return;
    const qreal perLine = std::max(1.0, shape.width / std::max(1.0, characterWidth));
    qsizetype lines = 0;
    qsizetype from = 0;
    while (from <= m_text.size()) {
        qsizetype to = m_text.indexOf(u'\n', from);
        to = to < 0 ? m_text.size() : to;
        lines += std::max<qsizetype>(1, qsizetype(std::ceil(qreal(to - from) / perLine)));
        from = to + 1;
    }
    m_height = qreal(lines) * shape.lineHeight;
}

qsizetype TextLeaf::addChunk(qsizetype start)
{
    Chunk chunk;
    chunk.start = start;
    chunk.top = m_chunks.empty() ? 0 : m_chunks.back().top + m_chunks.back().height;
    chunk.length = m_text.size() - start;
    qsizetype next = m_text.size();
    bool cutsLine = false;
    if (chunk.length > chunkLength + chunkLength / 2) {
        // Behind a line end nothing is shaped twice; inside a long line the last row of the chunk is
        // incomplete and belongs to the next one.
        const qsizetype lineEnd = m_text.lastIndexOf(u'\n', start + chunkLength);
        cutsLine = lineEnd <= start + chunkLength / 4;
        chunk.length = cutsLine ? chunkLength : lineEnd - start;
        next = cutsLine ? start + chunkLength : lineEnd + 1;
        if (cutsLine && m_text.at(next).isLowSurrogate()) {
            ++chunk.length;
            ++next;
        }
    }
    chunk.height = layLines(chunk);
    const int lines = chunk.layout->lineCount();
    if (cutsLine && lines > 1) {
        chunk.length = chunk.layout->lineAt(lines - 1).textStart();
        next = start + chunk.length;
        chunk.height = layLines(chunk);
    }
    m_chunks.push_back(std::move(chunk));
    return next;
}

qreal TextLeaf::layLines(Chunk &chunk) const
{
    QString text = m_text.mid(chunk.start, chunk.length);
    text.replace(u'\n', QChar::LineSeparator);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const bool isRightToLeft = !m_shape.isCode && m_text.isRightToLeft();
    option.setTextDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(m_shape.alignment
                            ? m_shape.alignment
                            : Qt::AlignAbsolute | (isRightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    if (m_shape.isCode)
        option.setTabStopDistance(4 * QFontMetricsF(m_shape.font).horizontalAdvance(u' '));
    chunk.layout = std::make_unique<QTextLayout>(text, m_shape.font);
    chunk.layout->setTextOption(option);
    chunk.layout->setCacheEnabled(true);
    applyRuns(chunk);
    chunk.layout->beginLayout();
    qreal y = 0;
    for (QTextLine line = chunk.layout->createLine(); line.isValid();
         line = chunk.layout->createLine()) {
        line.setLineWidth(m_shape.width);
        const qreal height = std::max(m_shape.lineHeight, std::ceil(line.height()));
        line.setPosition({0, y + std::floor((height - line.height()) / 2)});
        y += height;
    }
    chunk.layout->endLayout();
    return y;
}

void TextLeaf::draw(QPainter &painter,
                    const QPointF &origin,
                    const QRectF &clip,
                    const Ink &ink) const
{
    painter.setPen(ink.text);
    for (const Chunk &chunk : m_chunks) {
        const qreal top = origin.y() + chunk.top;
        if (top + chunk.height < clip.top())
            continue;
        if (top > clip.bottom())
            break;
        QList<QTextLayout::FormatRange> selections;
        const auto mark = [&](const Range &range, const QColor &ground) {
            const qsizetype from = std::max<qsizetype>(range.from - chunk.start, 0);
            const qsizetype to = std::min(range.to - chunk.start, chunk.length);
            if (from >= to)
                return;
            QTextCharFormat format;
            format.setBackground(ground);
            selections.append({int(from), int(to - from), format});
        };
        for (const Range &range : ink.finds)
            mark(range, ink.found);
        mark(ink.selected, ink.selection);
        chunk.layout->draw(&painter, {origin.x(), top}, selections, clip);
    }
}

qsizetype TextLeaf::positionAt(const QPointF &point) const
{
    const Chunk *found = nullptr;
    for (const Chunk &chunk : m_chunks) {
        if (found && chunk.top > point.y())
            break;
        found = &chunk;
    }
    if (!found)
        return 0;
    const QTextLayout &layout = *found->layout;
    const qreal y = point.y() - found->top;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const bool isLast = i + 1 == layout.lineCount();
        if (isLast || y < layout.lineAt(i + 1).y())
            return found->start + line.xToCursor(point.x());
    }
    return found->start;
}

void TextLeaf::applyRuns(Chunk &chunk) const
{
    if (!m_shape.look || m_runs.isEmpty())
        return;
    QList<QTextLayout::FormatRange> formats;
    const qsizetype end = chunk.start + chunk.length;
    auto run = std::partition_point(m_runs.begin(), m_runs.end(), [&](const Run &each) {
        return each.from + each.length <= chunk.start;
    });
    for (; run != m_runs.end() && run->from < end; ++run) {
        const qsizetype from = std::max(run->from, chunk.start);
        const qsizetype to = std::min(run->from + run->length, end);
        formats.append({int(from - chunk.start), int(to - from),
                        m_shape.isCode ? m_shape.look->tokenFormat(run->style)
                                       : m_shape.look->textFormat(run->style)});
    }
    chunk.layout->setFormats(formats);
}

QList<QRectF> TextLeaf::rectsOf(const Range &range) const
{
    QList<QRectF> rects;
    for (const Chunk &chunk : m_chunks) {
        if (range.to <= chunk.start || range.from >= chunk.start + chunk.length)
            continue;
        for (int i = 0; i < chunk.layout->lineCount(); ++i) {
            const QTextLine line = chunk.layout->lineAt(i);
            const qsizetype start = chunk.start + line.textStart();
            const qsizetype from = std::max(range.from, start);
            const qsizetype to = std::min(range.to, start + line.textLength());
            if (from >= to)
                continue;
            const qreal left = line.cursorToX(int(from - chunk.start));
            const qreal right = line.cursorToX(int(to - chunk.start));
            rects.append({std::min(left, right), chunk.top + line.y(), std::abs(right - left),
                          line.height()});
        }
    }
    return rects;
}

QRectF TextLeaf::endCaret() const
{
    if (m_chunks.empty())
        return {0, 0, 0, m_shape.lineHeight};
    const Chunk &chunk = m_chunks.back();
    const QTextLine line = chunk.layout->lineAt(chunk.layout->lineCount() - 1);
    if (!line.isValid())
        return {0, chunk.top, 0, m_shape.lineHeight};
    const qreal x = line.cursorToX(int(chunk.length));
    return {x, chunk.top + line.y(), 0, line.height()};
}

} // namespace kagura
