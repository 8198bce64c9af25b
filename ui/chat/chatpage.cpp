// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/chatpage.h"

#include "ui/chat/composer.h"
#include "ui/chat/composeredit.h"
#include "ui/chat/conversationlist.h"
#include "ui/chat/displaytext.h"
#include "ui/chat/findbar.h"
#include "ui/chat/foundpanel.h"
#include "ui/chat/instructionsbutton.h"
#include "ui/chat/markdownblocksource.h"
#include "ui/chat/modelpicker.h"
#include "ui/chat/plainblocksource.h"
#include "ui/chat/promptpicker.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"
#include "ui/chat/welcomepanel.h"

#include <QAbstractButton>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace kagura {
namespace {

constexpr int firstComposerLines = 2; // an empty conversation has room
constexpr int columnStretch = 1000;
constexpr int maxTitleLength = 200;

//! What people type is shown as they typed it, what models write is Markdown.
std::unique_ptr<BlockSource> newBlockSource(TranscriptMessage::Author author)
{
    if (author == TranscriptMessage::Author::User)
        return std::make_unique<PlainBlockSource>();
    return std::make_unique<MarkdownBlockSource>();
}

} // namespace

ChatPage::ChatPage(const ChatModels &models,
                   FrameClock &frames,
                   const Clock &clock,
                   QWidget *parent)
    : QWidget(parent)
    , m_messages(models.transcript)
{
    setObjectName(QStringLiteral("chatPage"));
    setAccessibleName(tr("Chat"));
    setAcceptDrops(true);
    m_list = new ConversationList(models.conversations, models.hits, this);
    m_main = new QWidget(this);
    m_main->setObjectName(QStringLiteral("chatMain"));
    m_picker = new ModelPicker(models.choices, m_main);
    m_transcript = new TranscriptView(models.transcript, frames, clock, newBlockSource, m_main);
    m_findBar = new FindBar(m_transcript->finder(), m_main);
    m_welcome = new WelcomePanel(m_main);
    m_composer = new Composer(m_main);
    m_found = new FoundPanel(m_main);
    build();
    m_prompts = new PromptPicker(*m_composer, m_main);
    addShortcuts();

    connect(m_list, &ConversationList::newRequested, this, &ChatPage::newConversationRequested);
    connect(m_composer, &Composer::sendRequested, this, &ChatPage::send);
    connect(m_composer, &Composer::stopRequested, this, &ChatPage::stop);
    connect(m_welcome, &WelcomePanel::starterChosen, this, [this](const QString &question) {
        m_composer->setText(question);
        m_composer->focusText();
    });
    connect(m_found, &FoundPanel::rebuilt, this, &ChatPage::orderTabs);
    connect(m_picker, &ModelPicker::chosen, this, &ChatPage::refresh);
    connect(m_picker, &ModelPicker::connectRequested, this, &ChatPage::connectRequested);
    connect(m_transcript, &TranscriptView::regenerateRequested, this,
            [this](const QString &message) { takeStep(message, NextStep::Retry); });
    connect(m_transcript, &TranscriptView::stepRequested, this, &ChatPage::takeStep);
    connect(m_transcript, &TranscriptView::editRequested, this, &ChatPage::beginEdit);
    connect(m_transcript, &TranscriptView::continueRequested, this, &ChatPage::continueAnswer);
    connect(m_transcript, &TranscriptView::versionRequested, this,
            [this](const QString &message, int steps) {
                if (!m_composer->isInFlight())
                    Q_EMIT versionRequested(message, steps);
            });
    connect(&m_composer->edit(), &ComposerEdit::earlierWanted, this, &ChatPage::editLast);
    connect(m_composer, &Composer::promptsRequested, m_prompts, &PromptPicker::open);
    connect(m_composer, &Composer::cancelRequested, this, &ChatPage::endEdit);
    connect(m_findBar, &FindBar::wanted, m_transcript, &TranscriptView::findWords);
    connect(m_findBar, &FindBar::closed, this,
            [this] { m_transcript->setFocus(Qt::ShortcutFocusReason); });
    connect(m_transcript, &TranscriptView::zoomRequested, this, &ChatPage::zoomRequested);
    connect(m_transcript, &TranscriptView::copied, this, [this] { Q_EMIT notified(tr("Copied")); });
    using Model = QAbstractItemModel;
    connect(&m_messages, &Model::modelReset, this, [this] {
        m_isSending = false;
        refresh();
    });
    connect(&m_messages, &Model::rowsInserted, this, [this] {
        if (m_messages.liveRow() >= 0)
            m_isSending = false;
        refresh();
    });
    connect(&m_messages, &Model::rowsRemoved, this, &ChatPage::refresh);
    connect(&m_messages, &Model::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                // Text that arrives changes nothing here, and comes often.
                if (roles.isEmpty())
                    refresh();
            });
    refresh();
}

QWidget *ChatPage::makeHead()
{
    m_head = new QWidget(m_main);
    m_head->setObjectName(QStringLiteral("chatHead"));
    m_titleLabel = new QLabel(m_head);
    m_titleLabel->setObjectName(QStringLiteral("conversationTitle"));
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_titleLabel->setMinimumWidth(1);
    m_totals = new QLabel(m_head);
    m_totals->setObjectName(QStringLiteral("conversationTotals"));
    m_totals->setTextFormat(Qt::PlainText);
    m_instructions = new InstructionsButton(m_head);
    m_picker->setParent(m_head);
    auto *row = new QHBoxLayout(m_head);
    row->addWidget(m_titleLabel, 1);
    row->addWidget(m_totals);
    row->addWidget(m_instructions);
    row->addWidget(m_picker);
    return m_head;
}

void ChatPage::build()
{
    m_column = new QWidget(m_main);
    m_column->setObjectName(QStringLiteral("chatColumn"));
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_welcome);
    column->addWidget(m_composer);
    column->addWidget(m_found);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_column, columnStretch);
    middle->addStretch(1);
    auto *main = new QVBoxLayout(m_main);
    main->setContentsMargins(0, 0, 0, 0);
    main->setSpacing(0);
    main->addWidget(makeHead());
    main->addWidget(m_findBar);
    main->addStretch(1);
    main->addWidget(m_transcript, columnStretch);
    main->addLayout(middle);
    main->addStretch(1);
    auto *page = new QHBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_list);
    page->addWidget(m_main, 1);
    setTabOrder(m_list, m_instructions);
    setTabOrder(m_instructions, m_picker);
    setTabOrder(m_picker, m_findBar);
    setTabOrder(m_findBar, m_transcript);
    orderTabs();
    setFocusProxy(&m_composer->edit());
}

//! As one reads: the first questions, the composer with its buttons, and below it what can be connected.
void ChatPage::orderTabs()
{
    QWidget *before = m_transcript;
    const auto add = [&before](QWidget *widget) {
        setTabOrder(before, widget);
        before = widget;
    };
    for (QAbstractButton *starter : m_welcome->findChildren<QAbstractButton *>())
        add(starter);
    for (QWidget *part : m_composer->tabOrder())
        add(part);
    for (QAbstractButton *button : m_found->findChildren<QAbstractButton *>())
        add(button);
}

void ChatPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto &&what) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, std::forward<decltype(what)>(what));
        return shortcut;
    };
    m_keys = {
        {Command::New, add(QKeySequence::New, [this] { Q_EMIT newConversationRequested(); })},
        {Command::Find, add(Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] { m_list->focusSearch(); })},
        {Command::FindHere, add(QKeySequence::Find, [this] { findHere(); })},
        {Command::PickModel, add(Qt::CTRL | Qt::Key_M, [this] { m_picker->openList(); })},
        {Command::Instruct, add(Qt::CTRL | Qt::Key_I, [this] { m_instructions->openPanel(); })},
        {Command::Larger, add(QKeySequence::ZoomIn, [this] { Q_EMIT zoomRequested(1); })},
        {Command::Smaller, add(QKeySequence::ZoomOut, [this] { Q_EMIT zoomRequested(-1); })},
        {Command::UsualSize, add(Qt::CTRL | Qt::Key_0, [this] { Q_EMIT zoomRequested(0); })},
        {Command::Stop, add(Qt::Key_Escape, [this] { stop(); })},
    };
    // On most keyboards the plus sign is a shifted "=".
    add(Qt::CTRL | Qt::Key_Equal, [this] { Q_EMIT zoomRequested(1); });
}

void ChatPage::setKeys(Command command, const QKeySequence &keys)
{
    m_keys.value(command)->setKey(keys);
    const QString words = keys.toString(QKeySequence::NativeText);
    if (command == Command::New)
        m_list->setNewKeys(words);
    else if (command == Command::PickModel)
        m_picker->setToolTip(words.isEmpty() ? tr("Choose the model")
                                             : tr("Choose the model (%1)").arg(words));
}

void ChatPage::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    m_list->setChatStyle(style);
    m_list->setFixedWidth(style.sidebar);
    m_head->setFixedHeight(style.head);
    m_head->layout()->setContentsMargins(style.pad, 0, style.pad, 0);
    m_head->layout()->setSpacing(style.gap);
    m_titleLabel->setFont(style.titleFont);
    inkLabel(m_titleLabel, style.text);
    m_totals->setFont(style.smallFont);
    inkLabel(m_totals, style.text3);
    m_instructions->setChatStyle(style);
    m_picker->setChatStyle(style);
    m_transcript->setChatStyle(style);
    m_findBar->setChatStyle(style);
    m_composer->setChatStyle(style);
    m_prompts->setChatStyle(style);
    m_welcome->setChatStyle(style);
    m_found->setChatStyle(style);
    const int around = m_composer->shadowMargin();
    m_welcome->setContentsMargins(around, 0, around, 0);
    m_found->setContentsMargins(around, 0, around, 0);
    m_column->setMaximumWidth(style.column + 2 * around);
    update();
}

void ChatPage::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(m_list->geometry(), m_style.page);
    painter.fillRect(m_main->geometry(), m_style.ground);
    painter.fillRect(QRect(m_main->x() - 1, 0, 1, height()), m_style.border);
    const QRect line(0, m_style.head - 1, m_main->x(), 1);
    painter.fillRect(line, m_style.border);
    // Above an empty conversation there is nothing to separate.
    if (m_transcript->isVisible() || m_isCentered)
        painter.fillRect(QRect(m_main->x(), line.y(), m_main->width(), 1), m_style.border);
}

void ChatPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!ComposerEdit::isAttachment(event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_composer->setDropTarget(true);
}

void ChatPage::dragLeaveEvent(QDragLeaveEvent *event)
{
    event->accept();
    m_composer->setDropTarget(false);
}

void ChatPage::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_composer->takeDropped(event->mimeData());
}

void ChatPage::showConversation(const QString &id, const QString &title)
{
    if (id != m_conversation) {
        if (m_edited.isEmpty())
            keepDraft();
        m_edited.clear();
        m_composer->setNote({});
        m_conversation = id;
        m_composer->setText(m_drafts.take(id));
        m_isSending = false;
        m_findBar->hide();
        m_transcript->findWords({});
        Q_EMIT conversationShown(id);
    }
    setTitle(title);
    m_list->setCurrent(id);
    refresh();
}

void ChatPage::showMessage(const QString &id)
{
    if (const int row = m_messages.rowOf(id); row >= 0)
        m_transcript->showRow(row);
}

void ChatPage::adoptConversation(const QString &id)
{
    m_conversation = id;
    m_list->setCurrent(id);
    Q_EMIT conversationAdopted(id);
}

void ChatPage::setTitle(const QString &title)
{
    m_title = DisplayText::line(title).left(maxTitleLength);
    refresh();
}

void ChatPage::setTotals(const QString &totals)
{
    m_totals->setText(totals);
    m_totals->setVisible(!totals.isEmpty());
}

void ChatPage::setChoice(const ModelChoice &choice)
{
    m_picker->setCurrent(choice);
    refresh();
}

void ChatPage::setGuideOnly(bool isGuideOnly)
{
    m_isGuideOnly = isGuideOnly;
    refresh();
}

void ChatPage::setDraft(const QString &conversation, const QString &text)
{
    if (conversation != m_conversation)
        m_drafts.insert(conversation, text);
    else if (m_composer->text().isEmpty())
        m_composer->setText(text);
}

QString ChatPage::draftText() const
{
    return m_edited.isEmpty() ? m_composer->text() : m_drafts.value(m_conversation);
}

void ChatPage::refuseSend(const QString &text)
{
    m_isSending = false;
    if (m_composer->text().isEmpty())
        m_composer->setText(text);
    refresh();
}

void ChatPage::setCenter(QWidget *center)
{
    m_center = center;
    m_center->hide();
    auto *main = static_cast<QVBoxLayout *>(m_main->layout());
    main->insertWidget(main->indexOf(m_transcript), m_center, columnStretch);
}

void ChatPage::showCenter(bool isShown)
{
    m_isCentered = isShown;
    refresh();
}

void ChatPage::setAnswering(bool isAnswering)
{
    m_isAnswering = isAnswering;
    m_isSending = false;
    refresh();
}

void ChatPage::setSide(QWidget *panel)
{
    panel->hide();
    layout()->addWidget(panel);
}

void ChatPage::focusComposer()
{
    m_composer->focusText();
}

void ChatPage::findHere()
{
    if (m_transcript->isHidden())
        m_list->focusSearch();
    else
        m_findBar->open(m_transcript->selectedText());
}

void ChatPage::send(const QString &text)
{
    if (m_picker->current().isEmpty())
        return;
    const QString edited = std::exchange(m_edited, QString());
    m_isSending = true;
    // What was being written before the edit is still a draft; if it were gone here, it would be saved so.
    m_composer->setText(edited.isEmpty() ? QString() : m_drafts.take(m_conversation));
    m_composer->setNote({});
    m_transcript->scrollToEnd();
    refresh();
    m_composer->focusText();
    if (edited.isEmpty())
        Q_EMIT sendRequested(m_conversation, text, m_picker->current());
    else
        Q_EMIT editRequested(m_conversation, edited, text, m_picker->current());
}

void ChatPage::beginEdit(const QString &message)
{
    const int row = m_messages.rowOf(message);
    if (row < 0 || m_composer->isInFlight())
        return;
    if (m_edited.isEmpty())
        keepDraft();
    m_edited = message;
    m_composer->setText(m_messages.message(row).text);
    m_composer->setNote(tr("Another version of an earlier message. The first one is kept."));
    Q_EMIT editChanged();
    m_composer->focusText();
}

//! Another version of what was said last.
void ChatPage::editLast()
{
    for (int row = m_messages.rowCount() - 1; row >= 0 && m_edited.isEmpty(); --row) {
        if (m_messages.message(row).author == TranscriptMessage::Author::User)
            return beginEdit(m_messages.message(row).id);
    }
}

void ChatPage::endEdit()
{
    if (m_edited.isEmpty())
        return;
    m_edited.clear();
    m_composer->setNote({});
    m_composer->setText(m_drafts.take(m_conversation));
    Q_EMIT editChanged();
    m_composer->focusText();
}

void ChatPage::continueAnswer(const QString &message)
{
    if (m_composer->isInFlight() || m_picker->current().isEmpty())
        return;
    m_isSending = true;
    refresh();
    Q_EMIT continueRequested(m_conversation, message, m_picker->current());
}

void ChatPage::stop()
{
    if (m_composer->isInFlight())
        Q_EMIT stopRequested(m_conversation);
}

void ChatPage::takeStep(const QString &message, NextStep step)
{
    switch (step) {
    case NextStep::Retry:
        if (!m_composer->isInFlight() && !m_picker->current().isEmpty()) {
            m_isSending = true;
            refresh();
            Q_EMIT regenerateRequested(m_conversation, message, m_picker->current());
        }
        return;
    case NextStep::Connect:
        Q_EMIT connectRequested();
        return;
    case NextStep::PickModel:
        m_picker->openList();
        return;
    case NextStep::OpenSettings:
        Q_EMIT openSettingsRequested();
        return;
    case NextStep::NewConversation:
        Q_EMIT newConversationRequested();
        return;
    case NextStep::None:
        return;
    }
}

void ChatPage::keepDraft()
{
    const QString text = m_composer->text();
    Q_EMIT draftLeft(m_conversation, text);
    if (text.trimmed().isEmpty())
        m_drafts.remove(m_conversation);
    else
        m_drafts.insert(m_conversation, text);
}

void ChatPage::refresh()
{
    const bool isEmpty = m_messages.rowCount() == 0 && !m_isCentered;
    update(); // the line below the head comes and goes with the transcript
    if (m_center)
        m_center->setVisible(m_isCentered);
    m_transcript->setVisible(!isEmpty && !m_isCentered);
    if (isEmpty)
        m_findBar->hide();
    m_welcome->setVisible(isEmpty);
    m_welcome->setGuideOnly(m_isGuideOnly);
    m_found->setVisible(isEmpty && m_isGuideOnly);
    m_composer->setLeastLines(isEmpty ? firstComposerLines : 1);
    m_composer->setInFlight(m_isSending || m_isAnswering || m_messages.liveRow() >= 0);
    const ModelChoice &choice = m_picker->current();
    m_composer->setCanSend(!choice.isEmpty());
    m_composer->setPlaceholder(choice.isEmpty()   ? tr("Choose a model first")
                                   : m_isCentered ? tr("Ask them all\u2026")
                                   : !isEmpty     ? tr("Reply\u2026")
                                   : m_isGuideOnly
                                   ? tr("Ask the Guide\u2026")
                                   : tr("Ask %1\u2026").arg(DisplayText::line(choice.title)));
    const QString title = m_title.isEmpty() ? tr("New conversation") : m_title;
    if (m_titleLabel->text() != title) {
        m_titleLabel->setText(title);
        m_titleLabel->setToolTip(DisplayText::toolTip(m_title));
    }
    m_keys.value(Command::Stop)->setEnabled(m_composer->isInFlight());
}

} // namespace kagura
