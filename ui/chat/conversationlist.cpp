// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/conversationlist.h"

#include "ui/chat/conversationdelegate.h"
#include "ui/chat/conversationlistmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace kagura {
namespace {

constexpr std::chrono::milliseconds searchDelay{150};
constexpr std::chrono::minutes timeStep{1}; // "now" and "Today" do not stay true

} // namespace

ConversationList::ConversationList(ConversationListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("conversationList"));
    setAccessibleName(tr("Conversations"));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("conversationSearch"));
    m_search->setAccessibleName(tr("Search conversations"));
    m_search->setPlaceholderText(tr("Search titles"));
    m_search->setClearButtonEnabled(true);
    m_searchIcon = m_search->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_new = new QPushButton(this);
    m_new->setObjectName(QStringLiteral("newConversation"));
    m_new->setAccessibleName(tr("New conversation"));
    m_new->setToolTip(tr("New conversation (Ctrl+N)"));
    m_view = new QListView(this);
    m_view->setObjectName(QStringLiteral("conversations"));
    m_view->setAccessibleName(tr("Conversations"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setTabKeyNavigation(false);
    // Before the view hears of it: the view makes the neighbour of what goes away current, and that
    // must not open it.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this] { m_isRestoring = true; });
    m_view->setModel(&m_model);
    m_delegate = new ConversationDelegate(m_view);
    m_view->setItemDelegate(m_delegate);
    m_view->installEventFilter(this);
    m_empty = new QLabel(this);
    m_empty->setObjectName(QStringLiteral("conversationsEmpty"));
    m_empty->setWordWrap(true);
    m_searchDelay = new QTimer(this);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(searchDelay);
    auto *minute = new QTimer(this);
    minute->setTimerType(Qt::VeryCoarseTimer);
    minute->start(timeStep);
    connect(minute, &QTimer::timeout, this,
            [this] { m_model.setNow(QDateTime::currentDateTimeUtc()); });

    auto *head = new QHBoxLayout;
    head->setObjectName(QStringLiteral("conversationHead"));
    head->addWidget(m_search, 1);
    head->addWidget(m_new);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(m_new, &QPushButton::clicked, this, &ConversationList::newRequested);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, [this] {
        m_model.setFilter(m_search->text());
        refreshEmpty();
    });
    connect(m_view, &QListView::customContextMenuRequested, this, &ConversationList::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const QString id = index.data(ConversationListModel::IdRole).toString();
                if (m_isRestoring || id.isEmpty() || id == m_current)
                    return;
                m_current = id;
                Q_EMIT opened(id);
            });
    using Model = QAbstractItemModel;
    connect(&m_model, &Model::modelReset, this, &ConversationList::restoreSelection);
    connect(&m_model, &Model::rowsInserted, this, &ConversationList::restoreSelection);
    connect(&m_model, &Model::rowsMoved, this, &ConversationList::restoreSelection);
    connect(&m_model, &Model::rowsRemoved, this, &ConversationList::restoreSelection);
    refreshEmpty();
}

void ConversationList::setChatStyle(const ChatStyle &style)
{
    m_delegate->setChatStyle(style);
    QLayout *head = layout()->itemAt(0)->layout();
    head->setContentsMargins(style.pad, 0, style.pad, 0);
    head->setSpacing(style.gap);
    layout()->setContentsMargins(0, (style.head - style.button) / 2, 1, 0);
    layout()->setSpacing((style.head - style.button) / 2);
    m_search->setFixedHeight(style.button);
    m_new->setFixedSize(style.button, style.button);
    m_searchIcon->setIcon(style.icons.value(QStringLiteral("search")));
    m_new->setIcon(style.icons.value(QStringLiteral("plus")));
    m_empty->setContentsMargins(style.pad, style.gap, style.pad, 0);
    m_empty->setFont(style.smallFont);
    inkLabel(m_empty, style.text3);
    QPalette palette = m_view->palette();
    palette.setColor(QPalette::Base, style.page);
    m_view->setPalette(palette);
    m_view->doItemsLayout();
}

void ConversationList::setCurrent(const QString &id)
{
    m_current = id;
    restoreSelection();
    const QModelIndex index = m_model.indexOf(id);
    if (index.isValid())
        m_view->scrollTo(index);
}

void ConversationList::restoreSelection()
{
    m_isRestoring = true;
    const QModelIndex index = m_model.indexOf(m_current);
    if (index.isValid())
        m_view->setCurrentIndex(index);
    else
        m_view->selectionModel()->clear();
    m_isRestoring = false;
    refreshEmpty();
}

void ConversationList::refreshEmpty()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_empty->setText(m_search->text().trimmed().isEmpty()
                         ? tr("Conversations will be listed here.")
                         : tr("No title contains \u201c%1\u201d.").arg(m_search->text().trimmed()));
}

void ConversationList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool ConversationList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_search && key->key() == Qt::Key_Down) {
        m_view->setFocus(Qt::TabFocusReason);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model.index(1));
        return true;
    }
    if (watched == m_search && key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (watched == m_view && key->matches(QKeySequence::Delete)) {
        const QString id = m_view->currentIndex().data(ConversationListModel::IdRole).toString();
        if (!id.isEmpty())
            Q_EMIT deleteRequested(id);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ConversationList::showMenu(const QPoint &point)
{
    const QModelIndex index = m_view->indexAt(point);
    const QString id = index.data(ConversationListModel::IdRole).toString();
    if (id.isEmpty())
        return;
    const bool isPinned = index.data(ConversationListModel::IsPinnedRole).toBool();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename"), this,
                    [this, id] {
                        const QModelIndex shown = m_model.indexOf(id);
                        if (shown.isValid())
                            m_view->edit(shown);
                    })
        ->setShortcut(Qt::Key_F2);
    menu->addAction(isPinned ? tr("Unpin") : tr("Pin"), this,
                    [this, id, isPinned] { Q_EMIT pinRequested(id, !isPinned); });
    menu->addSeparator();
    menu->addAction(tr("Delete"), this, [this, id] { Q_EMIT deleteRequested(id); })
        ->setShortcut(QKeySequence::Delete);
    menu->popup(m_view->viewport()->mapToGlobal(point));
}

} // namespace kagura
