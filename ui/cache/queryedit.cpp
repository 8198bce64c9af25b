// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/queryedit.h"

#include "ui/cache/querytokens.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>
#include <QTextLayout>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal PopupWidth = 220;

ColorToken inkOf(QueryToken::Kind kind)
{
    switch (kind) {
    case QueryToken::Kind::Field:
        return ColorToken::CodeFunction;
    case QueryToken::Kind::Operator:
        return ColorToken::Text3;
    case QueryToken::Kind::Text:
        return ColorToken::CodeString;
    case QueryToken::Kind::Number:
        return ColorToken::CodeNumber;
    case QueryToken::Kind::Word:
        break;
    }
    return ColorToken::Text;
}

} // namespace

QueryEdit::QueryEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    m_candidates = new QStringListModel(this);
    m_completer = new QCompleter(m_candidates, this);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(u"queryCandidates"_s);
    m_completer->popup()->setAccessibleName(tr("What could come next"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &QueryEdit::complete);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        m_fault = 0;
        colour();
        if (m_isTold)
            return;
        offer();
        Q_EMIT edited();
    });
    setTheme(m_theme);
}

void QueryEdit::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFont(theme.codeFont());
    setFixedHeight(QFontMetrics(theme.codeFont()).lineSpacing());
    m_completer->popup()->setFont(theme.codeFont());
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.color(ColorToken::Surface));
    colors.setColor(QPalette::PlaceholderText, theme.color(ColorToken::Text3));
    setPalette(colors);
    colour();
}

void QueryEdit::setText(const QString &text)
{
    if (text == this->text())
        return;
    m_isTold = true;
    setPlainText(text);
    m_isTold = false;
    moveCursor(QTextCursor::End);
}

void QueryEdit::setFault(int column)
{
    m_fault = column;
    colour();
}

void QueryEdit::colour()
{
    const QString written = text();
    QList<QTextLayout::FormatRange> formats;
    for (const QueryToken &token : queryTokens(written)) {
        QTextCharFormat format;
        format.setForeground(m_theme.color(inkOf(token.kind)));
        formats.append({int(token.begin), int(token.length), format});
    }
    if (m_fault > 0 && m_fault <= written.size()) {
        qsizetype end = m_fault;
        while (end < written.size() && !written.at(end).isSpace())
            ++end;
        QTextCharFormat format;
        format.setForeground(m_theme.color(ColorToken::Fail));
        format.setUnderlineColor(m_theme.color(ColorToken::Fail));
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        formats.append({m_fault - 1, int(end) - m_fault + 1, format});
    }
    const QTextBlock block = document()->firstBlock();
    block.layout()->setFormats(formats);
    document()->markContentsDirty(0, block.length());
}

void QueryEdit::offer()
{
    const QueryCompletion completion = completeQuery(text(), textCursor().position(), m_names);
    if (completion.candidates.isEmpty() || !isVisible()) {
        m_completer->popup()->hide();
        return;
    }
    m_candidates->setStringList(completion.candidates);
    QRect place = cursorRect();
    place.setWidth(m_theme.px(PopupWidth));
    m_completer->complete(place);
}

void QueryEdit::complete(const QString &candidate)
{
    const QueryCompletion completion = completeQuery(text(), textCursor().position(), m_names);
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(completion.begin));
    cursor.setPosition(int(completion.begin + completion.length), QTextCursor::KeepAnchor);
    cursor.insertText(candidate.endsWith(u':') ? candidate : candidate + u' ');
    setTextCursor(cursor);
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    QAbstractItemView *popup = m_completer->popup();
    if (popup->isVisible()) {
        // The popup passes on what it has no use for; what is chosen in it, it takes itself.
        if (key == Qt::Key_Escape || (isEnter && popup->currentIndex().isValid())) {
            event->ignore();
            return;
        }
        if (isEnter)
            popup->hide();
    }
    if (isEnter) {
        event->accept();
        Q_EMIT submitted();
        return;
    }
    if (key == Qt::Key_Escape && !text().isEmpty()) {
        event->accept();
        clear();
        return;
    }
    if (key == Qt::Key_Down) {
        event->accept();
        Q_EMIT leftDownwards();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool QueryEdit::focusNextPrevChild(bool next)
{
    QAbstractItemView *popup = m_completer->popup();
    if (!next || !popup->isVisible())
        return QPlainTextEdit::focusNextPrevChild(next);
    const QModelIndex current = popup->currentIndex();
    const QString taken = (current.isValid() ? current : m_candidates->index(0)).data().toString();
    popup->hide();
    complete(taken); // which may offer what comes next
    return true;
}

void QueryEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().simplified());
}

void QueryEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
}

} // namespace kagura
