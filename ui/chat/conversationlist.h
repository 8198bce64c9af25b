// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QKeyEvent;
class QTimer;

namespace kagura {

class ConversationDelegate;
class ConversationListModel;
class SearchHitDelegate;
class SearchHitModel;

//! The sidebar: search field, New, and the conversations. What the user wants done is asked for by
//! signals; the list changes when the model does.
//!
//! Several can be chosen, with Shift and Ctrl; one alone is opened. Those that are dragged go to the
//! folder on which they fall. Space, and the arrows to the sides, expand and collapse a folder.
//!
//! Thread: the GUI thread. Lifetime: its parent's; the model outlives it. Errors: none.
class ConversationList final : public QWidget
{
    Q_OBJECT

public:
    ConversationList(ConversationListModel &model, SearchHitModel &hits, QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);

    //! Shows which conversation is open, without asking to open it; empty for a new one.
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const { return m_current; }

    void setNewKeys(const QString &keys); //!< as the button's tool tip says them; empty: none
    void focusSearch();
    void renameFolder(const QString &id); //!< lets a person type its name
    [[nodiscard]] QStringList chosen() const; //!< ids, in the order of the list
    [[nodiscard]] QListView &view() const { return *m_view; }
    [[nodiscard]] QListView &hitView() const { return *m_hitView; }

Q_SIGNALS:
    void opened(const QString &id);
    //! A hit of the search: the conversation, and the message to show.
    void messageOpened(const QString &id, const QString &message);
    void newRequested();
    void pinRequested(const QStringList &ids, bool isPinned);
    void deleteRequested(const QStringList &ids);
    void eraseRequested(const QString &id); //!< for good, everywhere
    void moveRequested(const QStringList &ids, const QString &folder); //!< empty: out of any
    void newFolderRequested(const QStringList &ids); //!< and into it
    void exportRequested(const QStringList &ids);
    void folderDeleteRequested(const QString &folder);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHits();
    void openHit(const QModelIndex &index);
    void buildView();
    void showMenu(const QPoint &point);
    void showFolderMenu(const QString &folder, const QPoint &place);
    void openChosen();
    bool pressKey(const QKeyEvent &key);
    bool pressFolderKey(const QString &folder, int key);
    void restoreSelection();
    void refreshEmpty();

    ConversationListModel &m_model;
    SearchHitModel &m_hits;
    QLineEdit *m_search = nullptr;
    QAction *m_searchIcon = nullptr;
    QPushButton *m_new = nullptr;
    QListView *m_view = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_hitHead = nullptr;
    QListView *m_hitView = nullptr;
    SearchHitDelegate *m_hitDelegate = nullptr;
    ConversationDelegate *m_delegate = nullptr;
    QTimer *m_searchDelay = nullptr;
    QString m_current;
    bool m_isRestoring = false;
};

} // namespace kagura
