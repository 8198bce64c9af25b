// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/folder.h"

#include <QList>
#include <QMenu>
#include <QString>
#include <QStringList>

namespace kagura {

//! What can be done with the conversations, or the folder, that are chosen in the list.
//!
//! Thread: the GUI thread. Lifetime: deletes itself when it closes. Errors: none.
class ConversationMenu final : public QMenu
{
    Q_OBJECT

public:
    //! Of conversations.
    struct Chosen
    {
        QStringList ids;
        bool isPinned = false; //!< all of them
        QString folder; //!< of all of them; empty: of none, or of several
    };

    ConversationMenu(const Chosen &chosen, const QList<Folder> &folders, QWidget *parent);
    //! Of a folder.
    ConversationMenu(bool isCollapsed, QWidget *parent);

Q_SIGNALS:
    void renameChosen();
    void pinChosen(bool isPinned);
    void folderChosen(const QString &folder); //!< empty: out of any
    void newFolderChosen();
    void exportChosen();
    void deleteChosen();
    void eraseChosen(); //!< for good, everywhere
    void collapseChosen(bool isCollapsed);

private:
    void addFolders(const Chosen &chosen, const QList<Folder> &folders);
    void addDelete(const QString &words);
};

} // namespace kagura
