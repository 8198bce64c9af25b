// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Selecting in the transcript by mouse and keyboard, and copying what is selected.

#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBoundaryFinder>

#include <limits>

namespace kagura {
namespace {

using Item = MessageLayout::Item;

//! Where a caret would stand, in the message; it has the height of its line.
QRect caretOf(const Item &item, qsizetype offset)
{
    const QList<QRect> behind = item.rectsOf(offset, offset + 1);
    if (!behind.isEmpty())
        return {behind.first().topLeft(), QSize(1, behind.first().height())};
    const QList<QRect> before = offset > 0 ? item.rectsOf(offset - 1, offset) : QList<QRect>();
    if (before.isEmpty())
        return {item.text.topLeft(), QSize(1, item.text.height())};
    return {before.last().topRight(), QSize(1, before.last().height())};
}

int lineOf(const Item &item, const ChatStyle &style)
{
    if (item.isCard())
        return int(style.codeLine);
    const bool isSmall = item.block.kind == MessageBlock::Kind::TableRow
        || item.section == TextPlace::Section::Reasoning;
    return int(isSmall ? style.labelLine : style.textLine);
}

//! Behind or before the next letter or word; below 0 at the end of the text.
qsizetype boundaryFrom(const QString &text, qsizetype offset, int by, bool isWord)
{
    QTextBoundaryFinder finder(isWord ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme,
                               text);
    finder.setPosition(offset);
    const auto wanted = by > 0 ? QTextBoundaryFinder::EndOfItem : QTextBoundaryFinder::StartOfItem;
    for (;;) {
        const qsizetype at = by > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
        if (at < 0 || !isWord || finder.boundaryReasons().testFlag(wanted))
            return at;
    }
}

} // namespace

bool TranscriptView::selectByKey(const QKeyEvent &key)
{
    if (!key.modifiers().testFlag(Qt::ShiftModifier) || m_model.rowCount() == 0)
        return false;
    const bool isFar = key.modifiers().testFlag(Qt::ControlModifier);
    const TextPlace start = m_selection.head().value_or(readingStart());
    TextPlace next = start;
    switch (key.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        next = besideOf(start, key.key() == Qt::Key_Right ? 1 : -1, isFar);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        next = lineFrom(start, key.key() == Qt::Key_Down ? 1 : -1);
        break;
    case Qt::Key_Home:
    case Qt::Key_End:
        next = isFar ? edgeOfAll(key.key() == Qt::Key_End)
                     : edgeOfLine(start, key.key() == Qt::Key_End);
        break;
    default:
        return false;
    }
    if (m_selection.isEmpty())
        m_selection.begin(m_flow, start, TranscriptSelection::Unit::Character);
    m_selection.extend(m_flow, next);
    showPlace(next, 1);
    viewport()->update();
    return true;
}

TextPlace TranscriptView::besideOf(const TextPlace &place, int by, bool isWord)
{
    const Item *item = itemOf(place);
    const qsizetype at =
        item ? boundaryFrom(item->block.text, place.offset, by, isWord) : qsizetype(-1);
    TextPlace next = place;
    if (at >= 0) {
        next.offset = at;
    } else if (const std::optional<TextPlace> other = neighbourOf(place, by)) {
        next = *other;
        if (const Item *reached = itemOf(next); reached && by < 0)
            next.offset = reached->block.text.size();
    }
    return next;
}

TextPlace TranscriptView::lineFrom(const TextPlace &place, int by)
{
    showPlace(place, 1); // lays it out
    const Item *item = itemOf(place);
    if (!item || !item->isLaidOut())
        return neighbourOf(place, by).value_or(place);
    const QRect caret = caretOf(*item, place.offset);
    const QPoint wanted(caret.left(), caret.center().y() + by * lineOf(*item, m_flow.style()));
    TextPlace next = place;
    if (wanted.y() >= item->text.top() && wanted.y() <= item->text.bottom()) {
        next.offset = item->positionAt(wanted);
        return next;
    }
    const std::optional<TextPlace> other = neighbourOf(place, by);
    if (!other)
        return edgeOfLine(place, by > 0);
    showPlace(*other, 1);
    next = *other;
    if (const Item *reached = itemOf(next); reached && reached->isLaidOut())
        next.offset = reached->positionAt(
            QPoint(caret.left(), by > 0 ? reached->text.top() + 2 : reached->text.bottom() - 2));
    return next;
}

TextPlace TranscriptView::edgeOfLine(const TextPlace &place, bool isEnd) const
{
    const Item *item = itemOf(place);
    if (!item || !item->isLaidOut())
        return place;
    TextPlace edge = place;
    const int y = caretOf(*item, place.offset).center().y();
    edge.offset =
        item->positionAt(QPoint(isEnd ? item->text.right() + 1 : item->text.left() - 1, y));
    return edge;
}

TextPlace TranscriptView::edgeOfAll(bool isEnd) const
{
    if (!isEnd)
        return {0, TextPlace::Section::Reasoning, 0, 0};
    return {m_model.rowCount() - 1, TextPlace::Section::Text, std::numeric_limits<int>::max(), 0};
}

std::optional<TextPlace> TranscriptView::placeAt(QPoint point) const
{
    const int row = m_flow.rowAt(verticalScrollBar()->value() + point.y() - lead());
    const MessageLayout *layout = m_flow.layout(row);
    if (!layout)
        return std::nullopt;
    const QPoint local = point - rowRect(row).topLeft();
    const MessageLayout::Item *item = layout->itemAt(local.y());
    if (!item)
        return TextPlace{.row = row};
    return TextPlace{row, item->section, item->index, item->positionAt(local)};
}

QString TranscriptView::selectedText() const
{
    return m_selection.isEmpty() ? QString() : m_selection.text(m_flow, m_model.rowCount());
}

void TranscriptView::selectAll()
{
    if (m_model.rowCount() == 0)
        return;
    m_selection.selectRows(0, m_model.rowCount() - 1);
    viewport()->update();
}

void TranscriptView::copySelection()
{
    if (m_selection.isEmpty())
        selectReading();
    if (m_selection.isEmpty())
        return;
    copySelectionAs(BlockWriter::Format::Markdown);
}

void TranscriptView::copySelectionAs(BlockWriter::Format format)
{
    if (m_selection.isEmpty())
        return;
    const auto textAs = [this](BlockWriter::Format as) {
        return m_selection.text(m_flow, m_model.rowCount(), as);
    };
    auto *content = new QMimeData; // the clipboard owns it
    if (format == BlockWriter::Format::Html) {
        content->setHtml(textAs(format));
        content->setText(textAs(BlockWriter::Format::Plain));
    } else {
        const QString text = textAs(format);
        content->setText(text);
        if (format == BlockWriter::Format::Markdown)
            content->setData(QStringLiteral("text/markdown"), text.toUtf8());
    }
    QApplication::clipboard()->setMimeData(content);
    Q_EMIT copied();
}

} // namespace kagura
