// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/composeredit.h"

#include <QImage>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace kagura {
namespace {

// From here on a paste is rather a document than something that was said.
constexpr qsizetype longPasteLines = 200;
constexpr qsizetype longPasteLength = 16'000;

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto);
    document()->setDefaultTextOption(option);
    connect(this, &QPlainTextEdit::textChanged, this, &ComposerEdit::grow);
}

void ComposerEdit::setLines(qreal lineHeight, int least, int most)
{
    m_lineHeight = lineHeight;
    m_least = least;
    m_most = most;
    grow();
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->key() == Qt::Key_Up && isPlain && !m_isComposing && document()->isEmpty()) {
        Q_EMIT earlierWanted();
        return;
    }
    if (!isEnter) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    // Some input methods pass on the Enter that ends a composition; half a word must not be sent.
    if (m_isComposing) {
        event->accept();
        return;
    }
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::NoModifier || modifiers == Qt::ControlModifier) {
        event->accept();
        if (!event->isAutoRepeat())
            Q_EMIT sendPressed();
        return;
    }
    if (modifiers == Qt::ShiftModifier || modifiers == Qt::AltModifier) {
        // A paragraph, not the line separator that QPlainTextEdit inserts for Shift+Enter.
        textCursor().insertBlock();
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
    grow();
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        grow();
}

QStringList ComposerEdit::filesIn(const QMimeData *source)
{
    QStringList paths;
    const QList<QUrl> urls = source->urls();
    for (const QUrl &url : urls) {
        if (!url.isLocalFile())
            return {};
        paths.append(url.toLocalFile());
    }
    return paths;
}

bool ComposerEdit::isAttachment(const QMimeData *source)
{
    // What offers both, as a spreadsheet does, is meant as text.
    return !filesIn(source).isEmpty() || (source->hasImage() && !source->hasText());
}

bool ComposerEdit::takeAttachment(const QMimeData *source)
{
    if (const QStringList paths = filesIn(source); !paths.isEmpty()) {
        Q_EMIT filesPasted(paths);
        return true;
    }
    if (!source->hasImage() || source->hasText())
        return false;
    const auto image = qvariant_cast<QImage>(source->imageData());
    if (!image.isNull())
        Q_EMIT imagePasted(image);
    return true;
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || isAttachment(source);
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (takeAttachment(source) || !source->hasText())
        return;
    const QString text = source->text();
    QTextCursor cursor = textCursor();
    const int start = cursor.selectionStart();
    cursor.insertText(text);
    const qsizetype lines = text.count(u'\n') + (text.endsWith(u'\n') ? 0 : 1);
    if (lines >= longPasteLines || text.size() >= longPasteLength) {
        m_pasted = cursor;
        m_pasted.setPosition(start);
        m_pasted.setPosition(cursor.position(), QTextCursor::KeepAnchor);
        m_pasted.setKeepPositionOnInsert(true); // what is typed behind it is not part of it
        Q_EMIT longTextPasted(lines);
    }
    ensureCursorVisible();
}

QString ComposerEdit::takePasted()
{
    if (!m_pasted.hasSelection())
        return {};
    QString text = m_pasted.selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    m_pasted.removeSelectedText();
    m_pasted = {};
    return text;
}

int ComposerEdit::linesShown() const
{
    int lines = 0;
    // Never more than a screenful is asked for: line counts force a layout.
    for (QTextBlock block = document()->begin(); block.isValid() && lines < m_most;
         block = block.next()) {
        blockBoundingGeometry(block);
        lines += std::max(1, block.layout()->lineCount());
    }
    return std::clamp(lines, m_least, m_most);
}

void ComposerEdit::grow()
{
    const qreal line = std::max<qreal>(m_lineHeight, fontMetrics().lineSpacing());
    const QMargins around = contentsMargins();
    const int height = int(std::ceil(line * linesShown())) + around.top() + around.bottom();
    if (height == minimumHeight() && height == maximumHeight())
        return;
    setFixedHeight(height);
    if (linesShown() < m_most)
        ensureCursorVisible();
}

} // namespace kagura
