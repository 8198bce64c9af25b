// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/findbar.h"

#include "ui/chat/transcriptfinder.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace kagura {
namespace {

constexpr int longestSelection = 100; // more than that nobody looks for again
constexpr int fieldWidthInControls = 9;

} // namespace

FindBar::FindBar(TranscriptFinder &finder, QWidget *parent)
    : QWidget(parent)
    , m_finder(finder)
{
    setObjectName(QStringLiteral("findBar"));
    setAccessibleName(tr("Find in this conversation"));
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setAccessibleName(tr("Find in this conversation"));
    m_field->setPlaceholderText(tr("Find in this conversation"));
    m_field->setClearButtonEnabled(true);
    m_icon = m_field->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(m_field);
    m_previous = addButton(QStringLiteral("findPrevious"), tr("Previous match (Shift+Enter)"));
    m_next = addButton(QStringLiteral("findNext"), tr("Next match (Enter)"));
    m_close = addButton(QStringLiteral("findClose"), tr("Close (Esc)"));
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::wanted);
    connect(m_previous, &QToolButton::clicked, this, [this] { m_finder.step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_finder.step(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(&m_finder, &TranscriptFinder::changed, this, &FindBar::showCount);
    showCount();
    hide();
}

QToolButton *FindBar::addButton(const QString &name, const QString &words)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->installEventFilter(this);
    layout()->addWidget(button);
    return button;
}

void FindBar::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    setFixedHeight(style.head);
    layout()->setContentsMargins(style.pad, 0, style.pad, 0);
    layout()->setSpacing(style.gap);
    m_field->setFont(style.labelFont);
    m_field->setFixedSize(style.button * fieldWidthInControls, style.button);
    m_icon->setIcon(style.icons.value(QStringLiteral("search")));
    m_count->setFont(style.smallFont);
    const auto dress = [&style](QToolButton *button, const char *icon) {
        button->setIcon(style.icons.value(QString::fromLatin1(icon)));
        button->setIconSize({style.icon, style.icon});
        button->setFixedSize(style.button, style.button);
    };
    dress(m_previous, "chevron-up");
    dress(m_next, "chevron-down");
    dress(m_close, "cross");
    showCount();
}

void FindBar::open(const QString &selected)
{
    show();
    if (!selected.isEmpty() && selected.size() <= longestSelection && !selected.contains(u'\n'))
        m_field->setText(selected);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    Q_EMIT wanted(m_field->text());
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT wanted({});
    Q_EMIT closed();
}

void FindBar::showCount()
{
    const bool hasHits = m_finder.count() > 0;
    const QLocale locale;
    QString words;
    if (hasHits)
        words =
            tr("%1 of %2")
                .arg(locale.toString(m_finder.currentNumber()), locale.toString(m_finder.count()));
    else if (m_finder.isSearching())
        words = tr("Searching\u2026");
    else if (!m_finder.words().isEmpty())
        words = tr("No matches");
    m_count->setText(words);
    inkLabel(m_count, hasHits || m_finder.words().isEmpty() ? m_style.text2 : m_style.wait);
    m_previous->setEnabled(hasHits);
    m_next->setEnabled(hasHits);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isStep =
        isEnter || key->matches(QKeySequence::FindNext) || key->matches(QKeySequence::FindPrevious);
    const bool isOurs = key->key() == Qt::Key_Escape || (isStep && watched == m_field);
    if (!isOurs)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true; // else Escape would stop the answer
    if (key->key() == Qt::Key_Escape)
        close();
    else
        m_finder.step(key->matches(QKeySequence::FindPrevious)
                              || (isEnter && key->modifiers().testFlag(Qt::ShiftModifier))
                          ? -1
                          : 1);
    return true;
}

void FindBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_style.ground);
    painter.fillRect(QRect(0, height() - m_style.hairline, width(), m_style.hairline),
                     m_style.border);
}

} // namespace kagura
