// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/promptpicker.h"

#include "core/chat/prompttemplate.h"
#include "ui/chat/composer.h"
#include "ui/chat/composeredit.h"
#include "ui/chat/displaytext.h"
#include "ui/chat/promptform.h"
#include "ui/theme/buttonrole.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {
namespace {

constexpr int mostRows = 8;
constexpr int longestExcerpt = 160;
constexpr int longestTyped = 60; // longer than that nobody looks for a name
constexpr int longestLine = 10'000; // in which a slash is looked for

bool matches(const Prompt &prompt, const QString &words)
{
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(all.cbegin(), all.cend(), [&prompt](const QString &word) {
        return prompt.name.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

PromptPicker::PromptPicker(Composer &composer, QWidget *area)
    : QFrame(area)
    , m_composer(composer)
{
    setObjectName(QStringLiteral("promptPicker"));
    setAccessibleName(tr("Prompts"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("promptNames"));
    m_list->setAccessibleName(tr("Prompts"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // one types on in the composer
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_excerpt = new QLabel(this);
    m_excerpt->setObjectName(QStringLiteral("promptExcerpt"));
    m_excerpt->setTextFormat(Qt::PlainText);
    m_excerpt->setWordWrap(true);
    m_manage = new QPushButton(tr("Prompt library\u2026"), this);
    m_manage->setObjectName(QStringLiteral("managePrompts"));
    m_manage->setAccessibleName(tr("Prompt library"));
    m_manage->setFocusPolicy(Qt::NoFocus);
    setButtonRole(m_manage, ButtonRole::Link);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list);
    column->addWidget(m_excerpt);
    column->addWidget(m_manage, 0, Qt::AlignLeft);
    m_form = new PromptForm(area);
    hide();

    ComposerEdit *edit = &composer.edit();
    edit->installEventFilter(this);
    connect(edit, &ComposerEdit::cursorPositionChanged, this, &PromptPicker::follow);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { take(m_list->row(item)); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        const QString text = row < 0 ? QString() : m_matching.value(row).text;
        m_excerpt->setText(DisplayText::line(text).left(longestExcerpt));
    });
    connect(m_manage, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT manageRequested();
    });
    connect(m_form, &PromptForm::filled, this, &PromptPicker::insert);
    connect(m_form, &PromptForm::givenUp, &m_composer, &Composer::focusText);
}

void PromptPicker::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    layout()->setContentsMargins(style.gap, style.gap, style.gap, style.gap);
    layout()->setSpacing(style.gap / 2);
    m_list->setFont(style.labelFont);
    m_excerpt->setFont(style.smallFont);
    m_excerpt->setContentsMargins(style.gap, 0, style.gap, 0);
    inkLabel(m_excerpt, style.text3);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, style.ground);
    palette.setColor(QPalette::Base, style.ground);
    palette.setColor(QPalette::Text, style.text);
    palette.setColor(QPalette::Highlight, style.selected);
    palette.setColor(QPalette::HighlightedText, style.text);
    setPalette(palette);
    m_list->setPalette(palette);
    m_form->setChatStyle(style);
}

void PromptPicker::setPrompts(const QList<Prompt> &prompts)
{
    m_prompts = prompts;
    follow();
}

void PromptPicker::open()
{
    m_composer.focusText();
    m_declinedAt = -1;
    QTextCursor cursor = m_composer.edit().textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const bool isWordBegin = before.isEmpty() || before.back().isSpace();
    cursor.insertText(isWordBegin ? QStringLiteral("/") : QStringLiteral(" /"));
}

//! From the slash to the cursor; without a selection where no prompt is being typed.
QTextCursor PromptPicker::typed() const
{
    QTextCursor cursor = m_composer.edit().textCursor();
    const int end = cursor.positionInBlock();
    if (cursor.hasSelection() || end > longestLine)
        return {};
    const QString before = cursor.block().text().left(end);
    const qsizetype slash = before.lastIndexOf(u'/');
    const bool isWordBegin = slash == 0 || (slash > 0 && before.at(slash - 1).isSpace());
    if (!isWordBegin || end - slash > longestTyped)
        return {};
    cursor.setPosition(cursor.block().position() + int(slash));
    cursor.setPosition(cursor.block().position() + end, QTextCursor::KeepAnchor);
    return cursor;
}

void PromptPicker::follow()
{
    m_place = typed();
    if (!m_place.hasSelection()) {
        m_declinedAt = -1;
        hide();
    } else if (m_place.selectionStart() != m_declinedAt) {
        fill(m_place.selectedText().mid(1));
    }
}

void PromptPicker::fill(const QString &words)
{
    m_matching.clear();
    for (const Prompt &prompt : std::as_const(m_prompts)) {
        if (matches(prompt, words))
            m_matching.append(prompt);
    }
    // A path or a date has a slash as well: then nothing is in the way.
    if (m_matching.isEmpty() && !words.isEmpty())
        return hide();
    m_list->clear();
    for (const Prompt &prompt : std::as_const(m_matching)) {
        auto *item = new QListWidgetItem(DisplayText::line(prompt.name), m_list);
        item->setSizeHint({0, m_style.listRow});
    }
    m_list->setCurrentRow(m_matching.isEmpty() ? -1 : 0);
    if (m_matching.isEmpty())
        m_excerpt->setText(tr("There are no prompts yet. Keep texts that you use again in the "
                              "library, with {{places}} to fill in."));
    m_list->setVisible(!m_matching.isEmpty());
    m_list->setFixedHeight(m_style.listRow * int(std::min<qsizetype>(m_matching.size(), mostRows)));
    place(*this);
    show();
    raise();
}

//! Above the card of the composer, its left edge with that of the card.
void PromptPicker::place(QWidget &popup)
{
    const int around = m_composer.shadowMargin();
    const QPoint corner = m_composer.mapTo(parentWidget(), QPoint(around, around));
    popup.setFixedWidth(std::min(m_composer.width() - 2 * around, m_style.column * 3 / 4));
    popup.adjustSize();
    popup.move(corner.x(), std::max(m_style.gap, corner.y() - m_style.gap - popup.height()));
}

bool PromptPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        hide();
    const bool isKey =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || isHidden() || m_composer.edit().isComposing())
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (event->type() == QEvent::KeyPress)
        return pressKey(*key);
    // Else Escape would stop the answer.
    if (key->key() == Qt::Key_Escape)
        event->accept();
    return key->key() == Qt::Key_Escape;
}

bool PromptPicker::pressKey(const QKeyEvent &key)
{
    const int row = m_list->currentRow();
    const auto count = int(m_matching.size());
    switch (key.key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (count > 0)
            m_list->setCurrentRow((row + (key.key() == Qt::Key_Down ? 1 : count - 1)) % count);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (row >= 0)
            take(row);
        else {
            hide();
            Q_EMIT manageRequested();
        }
        return true;
    case Qt::Key_Escape:
        m_declinedAt = m_place.selectionStart();
        hide();
        return true;
    default:
        return false;
    }
}

void PromptPicker::take(int row)
{
    const Prompt prompt = m_matching.value(row);
    hide();
    if (PromptTemplate(prompt.text).variables().isEmpty())
        return insert(prompt.text);
    m_form->ask(prompt);
    place(*m_form);
}

void PromptPicker::insert(const QString &text)
{
    QTextCursor place = m_place; // which follows the text while it changes
    place.insertText(text);
    m_composer.edit().setTextCursor(place);
    m_composer.focusText();
}

} // namespace kagura
