// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/conversationmenu.h"

#include "ui/chat/displaytext.h"

namespace kagura {

ConversationMenu::ConversationMenu(const Chosen &chosen,
                                   const QList<Folder> &folders,
                                   QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("conversationMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto count = int(chosen.ids.size());
    if (count == 1)
        addAction(tr("Rename"), this, &ConversationMenu::renameChosen)->setShortcut(Qt::Key_F2);
    addAction(chosen.isPinned ? tr("Unpin") : tr("Pin"), this,
              [this, isPinned = !chosen.isPinned] { Q_EMIT pinChosen(isPinned); });
    addFolders(chosen, folders);
    addAction(count == 1 ? tr("Export…") : tr("Export %n conversations…", nullptr, count), this,
              &ConversationMenu::exportChosen);
    addSeparator();
    addDelete(count == 1 ? tr("Delete") : tr("Delete %n conversations", nullptr, count));
    if (count == 1)
        addAction(tr("Erase for good\u2026"), this, &ConversationMenu::eraseChosen)
            ->setShortcut(Qt::SHIFT | Qt::Key_Delete);
}

ConversationMenu::ConversationMenu(bool isCollapsed, QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("folderMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    addAction(isCollapsed ? tr("Expand") : tr("Collapse"), this,
              [this, isCollapsed] { Q_EMIT collapseChosen(!isCollapsed); });
    addAction(tr("Rename"), this, &ConversationMenu::renameChosen)->setShortcut(Qt::Key_F2);
    addSeparator();
    addDelete(tr("Delete the folder, keep what is in it"));
}

void ConversationMenu::addFolders(const Chosen &chosen, const QList<Folder> &folders)
{
    QMenu *move = addMenu(tr("Move to"));
    move->setObjectName(QStringLiteral("moveMenu"));
    for (const Folder &folder : folders) {
        // An ampersand would underline the letter behind it.
        QString name = DisplayText::line(folder.name).replace(u'&', QStringLiteral("&&"));
        QAction *action =
            move->addAction(name, this, [this, id = folder.id] { Q_EMIT folderChosen(id); });
        action->setEnabled(folder.id != chosen.folder);
    }
    if (!folders.isEmpty()) {
        move->addAction(tr("No folder"), this, [this] { Q_EMIT folderChosen({}); });
        move->addSeparator();
    }
    move->addAction(tr("New folder"), this, &ConversationMenu::newFolderChosen);
}

void ConversationMenu::addDelete(const QString &words)
{
    addAction(words, this, &ConversationMenu::deleteChosen)->setShortcut(QKeySequence::Delete);
}

} // namespace kagura
