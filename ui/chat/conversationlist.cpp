// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/conversationlist.h"

#include "ui/chat/conversationdelegate.h"
#include "ui/chat/conversationlistmodel.h"
#include "ui/chat/conversationmenu.h"
#include "ui/chat/displaytext.h"
#include "ui/chat/searchhitdelegate.h"
#include "ui/chat/searchhitmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kagura {
namespace {

constexpr std::chrono::milliseconds searchDelay{150};
constexpr std::chrono::minutes timeStep{1}; // "now" and "Today" do not stay true

} // namespace

ConversationList::ConversationList(ConversationListModel &model,
                                   SearchHitModel &hits,
                                   QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_hits(hits)
{
    setObjectName(QStringLiteral("conversationList"));
    setAccessibleName(tr("Conversations"));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("conversationSearch"));
    m_search->setAccessibleName(tr("Search conversations"));
    m_search->setPlaceholderText(tr("Search everything"));
    m_search->setClearButtonEnabled(true);
    m_searchIcon = m_search->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_new = new QPushButton(this);
    m_new->setObjectName(QStringLiteral("newConversation"));
    m_new->setAccessibleName(tr("New conversation"));
    m_new->setToolTip(tr("New conversation (Ctrl+N)"));
    buildView();
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
    buildHits();
    column->addWidget(m_hitHead);
    column->addWidget(m_hitView, 2);
    setFocusProxy(m_view);

    connect(m_new, &QPushButton::clicked, this, &ConversationList::newRequested);
    connect(m_search, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, [this] {
        m_model.setFilter(m_search->text());
        m_hits.setText(m_search->text());
        refreshEmpty();
    });
    using Model = QAbstractItemModel;
    connect(&m_model, &Model::modelReset, this, &ConversationList::restoreSelection);
    connect(&m_model, &Model::rowsInserted, this, &ConversationList::restoreSelection);
    connect(&m_model, &Model::rowsMoved, this, &ConversationList::restoreSelection);
    connect(&m_model, &Model::rowsRemoved, this, &ConversationList::restoreSelection);
    refreshEmpty();
}

void ConversationList::buildView()
{
    m_view = new QListView(this);
    m_view->setObjectName(QStringLiteral("conversations"));
    m_view->setAccessibleName(tr("Conversations"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setDragDropMode(QAbstractItemView::DragDrop);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setDragDropOverwriteMode(true); // onto a row, never between two
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
    connect(m_view, &QListView::customContextMenuRequested, this, &ConversationList::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConversationList::openChosen);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) {
        const QString folder = index.data(ConversationListModel::FolderRole).toString();
        if (!folder.isEmpty() && m_view->selectionModel()->selectedIndexes().size() == 1)
            m_model.setCollapsed(folder,
                                 !index.data(ConversationListModel::IsCollapsedRole).toBool());
    });
    connect(&m_model, &ConversationListModel::moveRequested, this,
            &ConversationList::moveRequested);
}

QStringList ConversationList::chosen() const
{
    QModelIndexList indexes = m_view->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QStringList ids;
    for (const QModelIndex &index : std::as_const(indexes)) {
        if (const QString id = index.data(ConversationListModel::IdRole).toString(); !id.isEmpty())
            ids.append(id);
    }
    return ids;
}

//! One alone is opened; who chooses several wants something else with them.
void ConversationList::openChosen()
{
    const QModelIndexList indexes = m_view->selectionModel()->selectedIndexes();
    if (m_isRestoring || indexes.size() != 1)
        return;
    const QString id = indexes.first().data(ConversationListModel::IdRole).toString();
    if (id.isEmpty() || id == m_current)
        return;
    m_current = id;
    Q_EMIT opened(id);
}

void ConversationList::renameFolder(const QString &id)
{
    const QModelIndex index = m_model.indexOfFolder(id);
    if (!index.isValid())
        return;
    m_view->scrollTo(index);
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrentIndex(index);
    m_view->edit(index);
}

void ConversationList::buildHits()
{
    m_hitHead = new QLabel(tr("In messages"), this);
    m_hitHead->setObjectName(QStringLiteral("hitHead"));
    m_hitView = new QListView(this);
    m_hitView->setObjectName(QStringLiteral("searchHits"));
    m_hitView->setAccessibleName(tr("Found in messages"));
    m_hitView->setFrameShape(QFrame::NoFrame);
    m_hitView->setMouseTracking(true);
    m_hitView->setUniformItemSizes(true);
    m_hitView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_hitView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hitView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_hitView->setTabKeyNavigation(false);
    m_hitView->setModel(&m_hits);
    m_hitDelegate = new SearchHitDelegate(m_hitView);
    m_hitView->setItemDelegate(m_hitDelegate);
    m_hitView->installEventFilter(this);
    connect(m_hitView, &QListView::clicked, this, &ConversationList::openHit);
    connect(&m_hits, &QAbstractItemModel::modelReset, this, &ConversationList::refreshEmpty);
    connect(&m_hits, &QAbstractItemModel::rowsInserted, this, &ConversationList::refreshEmpty);
}

void ConversationList::openHit(const QModelIndex &index)
{
    const auto hit = index.data(SearchHitModel::RowRole).value<SearchHitRow>();
    if (hit.message.isEmpty())
        return;
    m_current = hit.conversation;
    restoreSelection();
    Q_EMIT messageOpened(hit.conversation, hit.message);
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
    m_hitHead->setFont(style.headingFont);
    m_hitHead->setContentsMargins(style.pad, style.gap, style.pad, 0);
    inkLabel(m_hitHead, style.text3);
    m_hitDelegate->setChatStyle(style);
    m_hitView->setPalette(palette);
    m_hitView->doItemsLayout();
}

void ConversationList::setCurrent(const QString &id)
{
    if (std::exchange(m_current, id) != id) {
        m_isRestoring = true;
        m_view->selectionModel()->clear();
    }
    restoreSelection();
    const QModelIndex index = m_model.indexOf(id);
    if (index.isValid())
        m_view->scrollTo(index);
}

void ConversationList::restoreSelection()
{
    m_isRestoring = true;
    const QModelIndex index = m_model.indexOf(m_current);
    const QModelIndex chosen = m_view->currentIndex();
    const bool isFolder = !chosen.data(ConversationListModel::FolderRole).toString().isEmpty();
    // Where several are chosen, or a folder, that stays: somebody is about to do something with them.
    if (m_view->selectionModel()->selectedIndexes().size() < 2 && !isFolder) {
        if (index.isValid())
            m_view->setCurrentIndex(index);
        else
            m_view->selectionModel()->clear();
    }
    m_isRestoring = false;
    refreshEmpty();
}

void ConversationList::refreshEmpty()
{
    const QString text = m_search->text().trimmed();
    const bool isEmpty = m_model.rowCount() == 0;
    const bool hasHits = m_hits.rowCount() > 0;
    m_hitHead->setVisible(hasHits);
    m_hitView->setVisible(hasHits);
    m_view->setVisible(!isEmpty || !hasHits);
    m_empty->setVisible(isEmpty && !hasHits && !m_hits.isWaiting());
    m_empty->setText(text.isEmpty()
                         ? tr("Conversations will be listed here.")
                         : tr("Nothing contains \u201c%1\u201d.").arg(DisplayText::line(text)));
}

void ConversationList::setNewKeys(const QString &keys)
{
    m_new->setToolTip(keys.isEmpty() ? tr("New conversation")
                                     : tr("New conversation (%1)").arg(keys));
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
        QListView *first = m_view->isVisible() ? m_view : m_hitView;
        first->setFocus(Qt::TabFocusReason);
        if (!first->currentIndex().isValid())
            first->setCurrentIndex(first == m_view ? m_model.index(1) : m_hits.index(0));
        return true;
    }
    if (watched == m_search && key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_hitView && isEnter) {
        openHit(m_hitView->currentIndex());
        return true;
    }
    // What the field of a new name leaves over, Enter above all, comes here as well.
    const bool isNaming = m_view->isPersistentEditorOpen(m_view->currentIndex());
    if (watched == m_view && !isNaming && pressKey(*key))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool ConversationList::pressKey(const QKeyEvent &key)
{
    const QString folder =
        m_view->currentIndex().data(ConversationListModel::FolderRole).toString();
    if (key.key() == Qt::Key_Delete) {
        const QStringList ids = chosen();
        if (key.modifiers().testFlag(Qt::ShiftModifier) && ids.size() == 1)
            Q_EMIT eraseRequested(ids.first());
        else if (!ids.isEmpty())
            Q_EMIT deleteRequested(ids);
        else if (!folder.isEmpty())
            Q_EMIT folderDeleteRequested(folder);
        return true;
    }
    return !folder.isEmpty() && pressFolderKey(folder, key.key());
}

bool ConversationList::pressFolderKey(const QString &folder, int key)
{
    const bool isCollapsed =
        m_view->currentIndex().data(ConversationListModel::IsCollapsedRole).toBool();
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_model.setCollapsed(folder, !isCollapsed);
        return true;
    case Qt::Key_Left:
        m_model.setCollapsed(folder, true);
        return true;
    case Qt::Key_Right:
        m_model.setCollapsed(folder, false);
        return true;
    default:
        return false;
    }
}

void ConversationList::showMenu(const QPoint &point)
{
    const QModelIndex index = m_view->indexAt(point);
    const QPoint place = m_view->viewport()->mapToGlobal(point);
    const QString folder = index.data(ConversationListModel::FolderRole).toString();
    if (!folder.isEmpty())
        return showFolderMenu(folder, place);
    if (index.data(ConversationListModel::IdRole).toString().isEmpty())
        return;
    ConversationMenu::Chosen chosen{this->chosen(), true, {}};
    QStringList folders;
    for (const QString &id : std::as_const(chosen.ids)) {
        const ConversationRow *row = m_model.conversation(id);
        chosen.isPinned = chosen.isPinned && row && row->isPinned;
        folders.append(row ? row->folder : QString());
    }
    if (folders.removeDuplicates(); folders.size() == 1)
        chosen.folder = folders.first();
    auto *menu = new ConversationMenu(chosen, m_model.folders(), this);
    const QStringList ids = chosen.ids;
    connect(menu, &ConversationMenu::renameChosen, this, [this, id = ids.value(0)] {
        if (const QModelIndex shown = m_model.indexOf(id); shown.isValid())
            m_view->edit(shown);
    });
    connect(menu, &ConversationMenu::pinChosen, this,
            [this, ids](bool isPinned) { Q_EMIT pinRequested(ids, isPinned); });
    connect(menu, &ConversationMenu::folderChosen, this,
            [this, ids](const QString &to) { Q_EMIT moveRequested(ids, to); });
    connect(menu, &ConversationMenu::newFolderChosen, this,
            [this, ids] { Q_EMIT newFolderRequested(ids); });
    connect(menu, &ConversationMenu::exportChosen, this,
            [this, ids] { Q_EMIT exportRequested(ids); });
    connect(menu, &ConversationMenu::deleteChosen, this,
            [this, ids] { Q_EMIT deleteRequested(ids); });
    connect(menu, &ConversationMenu::eraseChosen, this,
            [this, id = ids.value(0)] { Q_EMIT eraseRequested(id); });
    menu->popup(place);
}

void ConversationList::showFolderMenu(const QString &folder, const QPoint &place)
{
    const QModelIndex index = m_model.indexOfFolder(folder);
    auto *menu =
        new ConversationMenu(index.data(ConversationListModel::IsCollapsedRole).toBool(), this);
    connect(menu, &ConversationMenu::collapseChosen, this,
            [this, folder](bool isCollapsed) { m_model.setCollapsed(folder, isCollapsed); });
    connect(menu, &ConversationMenu::renameChosen, this, [this, folder] { renameFolder(folder); });
    connect(menu, &ConversationMenu::deleteChosen, this,
            [this, folder] { Q_EMIT folderDeleteRequested(folder); });
    menu->popup(place);
}

} // namespace kagura
