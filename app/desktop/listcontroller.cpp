// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/listcontroller.h"

#include <QHash>
#include <QUuid>

#include <utility>

namespace kagura {

ListController::ListController(ConversationList &list,
                               ConversationListModel &model,
                               ChatEngine &engine,
                               QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_model(model)
    , m_engine(engine)
{
    listenToConversations();
    listenToFolders();
}

void ListController::listenToConversations()
{
    connect(&m_model, &ConversationListModel::renameRequested, this,
            [this](const QString &id, const QString &title) {
                tell([id, title](ChatEngine &worker) { worker.rename(id, title); });
            });
    connect(&m_list, &ConversationList::pinRequested, this,
            [this](const QStringList &ids, bool isPinned) { edit(ids, {.isPinned = isPinned}); });
    connect(&m_list, &ConversationList::deleteRequested, this, [this](const QStringList &ids) {
        const ConversationRow *row = m_model.conversation(ids.value(0));
        const QString words = ids.size() == 1
            ? tr("Deleted “%1”").arg(row ? row->title : QString())
            : tr("Deleted %n conversations", nullptr, int(ids.size()));
        edit(ids, {.isDeleted = true});
        Q_EMIT undoOffered(words, [this, ids] { edit(ids, {.isDeleted = false}); });
    });
    connect(&m_list, &ConversationList::moveRequested, this, &ListController::move);
    connect(&m_list, &ConversationList::exportRequested, this, &ListController::exportRequested);
}

void ListController::listenToFolders()
{
    connect(&m_engine.library(), &LibraryDesk::foldersListed, this,
            [this](const QList<Folder> &folders) {
                m_model.setFolders(folders);
                if (m_model.indexOfFolder(m_newFolder).isValid())
                    m_list.renameFolder(std::exchange(m_newFolder, QString()));
            });
    connect(&m_model, &ConversationListModel::folderRenameRequested, this,
            [this](const QString &id, const QString &name) {
                tell([id, name](ChatEngine &worker) { worker.library().saveFolder({id, name}); });
            });
    connect(&m_list, &ConversationList::newFolderRequested, this, [this](const QStringList &ids) {
        m_newFolder = QUuid::createUuid().toString(QUuid::WithoutBraces);
        tell([folder = Folder{m_newFolder, tr("New folder")}](ChatEngine &worker) {
            worker.library().saveFolder(folder);
        });
        edit(ids, {.folder = m_newFolder});
    });
    connect(&m_list, &ConversationList::folderDeleteRequested, this, [this](const QString &id) {
        const QString name = m_model.indexOfFolder(id).data(Qt::DisplayRole).toString();
        tell([id](ChatEngine &worker) { worker.library().removeFolder(id); });
        Q_EMIT undoOffered(tr("Deleted the folder “%1”").arg(name), [this, id] {
            tell([id](ChatEngine &worker) { worker.library().restoreFolder(id); });
        });
    });
}

void ListController::edit(const QStringList &ids, const ConversationEdit &edit)
{
    tell([ids, edit](ChatEngine &worker) { worker.edit(ids, edit); });
}

void ListController::move(const QStringList &ids, const QString &folder)
{
    QHash<QString, QStringList> before; // by the folder they came from
    for (const QString &id : ids) {
        const ConversationRow *row = m_model.conversation(id);
        if (row && row->folder != folder)
            before[row->folder].append(id);
    }
    if (before.isEmpty())
        return;
    edit(ids, {.folder = folder});
    const QString name = m_model.indexOfFolder(folder).data(Qt::DisplayRole).toString();
    const auto count = int(ids.size());
    QString words;
    if (folder.isEmpty())
        words = count == 1 ? tr("Moved out of its folder")
                           : tr("Moved %n conversations out of their folder", nullptr, count);
    else
        words = (count == 1 ? tr("Moved to “%1”")
                            : tr("Moved %n conversations to “%1”", nullptr, count))
                    .arg(name);
    Q_EMIT undoOffered(words, [this, before] {
        for (auto one = before.cbegin(); one != before.cend(); ++one)
            edit(one.value(), {.folder = one.key()});
    });
}

} // namespace kagura
