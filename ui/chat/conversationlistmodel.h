// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/folder.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace kagura {

//! One conversation as the list shows it.
struct ConversationRow
{
    QString id = {};
    QString title = {};
    QDateTime updated = {};
    bool isPinned = false;
    bool isLive = false; //!< an answer is arriving
    QString folder = {}; //!< id; one that is not known counts as none

    bool operator==(const ConversationRow &) const = default;
};

//! The conversations, newest first, below headings: Pinned, the folders by name, then by age Today,
//! Yesterday, Previous 7 days, Older. Headings are rows of their own; those of folders can be selected,
//! renamed, collapsed, and dropped onto, the others cannot.
//!
//! It holds what it was told and asks for more by moreWanted(). Renaming through setData(), and moving
//! by drag and drop, change nothing by themselves: they ask, and the answer comes as upsert() or
//! setFolders().
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: none; unknown ids are ignored.
class ConversationListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        UpdatedRole,
        IsPinnedRole,
        IsLiveRole,
        IsHeadingRole,
        FolderRole, //!< of a folder's heading: its id
        IsCollapsedRole,
        CountRole, //!< of a folder's heading: its conversations
    };

    explicit ConversationListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data,
                                       Qt::DropAction action,
                                       int row,
                                       int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data,
                      Qt::DropAction action,
                      int row,
                      int column,
                      const QModelIndex &parent) override;

    [[nodiscard]] int conversationCount() const { return int(m_conversations.size()); }
    [[nodiscard]] QModelIndex indexOf(const QString &id) const; //!< invalid when there is none
    [[nodiscard]] QModelIndex indexOfFolder(const QString &id) const; //!< likewise
    [[nodiscard]] const ConversationRow *conversation(const QString &id) const;

    //! Everything anew: the first page of a list or of a search.
    void reset(const QList<ConversationRow> &conversations, bool hasMore);
    //! The page that moreWanted() asked for.
    void append(const QList<ConversationRow> &conversations, bool hasMore);
    //! Others, of no page.
    void add(const QList<ConversationRow> &conversations);
    void upsert(const ConversationRow &conversation);
    void remove(const QString &id);

    void setFolders(const QList<Folder> &folders); //!< in their order
    [[nodiscard]] const QList<Folder> &folders() const { return m_folders; }
    void setCollapsed(const QString &folder, bool isCollapsed);

    //! Shows only titles that contain every word; empty shows all. While it is set, all pages are asked
    //! for one after another, since a title that matches may be on any of them.
    void setFilter(const QString &text);

    //! Sorts into the headings again; call it when a day begins.
    void setNow(const QDateTime &now);

Q_SIGNALS:
    void renameRequested(const QString &id, const QString &title);
    void folderRenameRequested(const QString &id, const QString &name);
    //! folder: empty takes them out of theirs.
    void moveRequested(const QStringList &ids, const QString &folder);
    //! The end of what is known is in sight. Asked once a page.
    void moreWanted();

private:
    struct Line // a row of the list: a heading, also of a folder, or a conversation by its id
    {
        QString id;
        QString heading;
        QString folder = {};
        bool operator==(const Line &) const = default;
    };

    [[nodiscard]] QList<Line> wantedLines() const;
    [[nodiscard]] QString headingOf(const ConversationRow &conversation) const;
    [[nodiscard]] QString folderOf(const ConversationRow &conversation) const;
    [[nodiscard]] QList<const ConversationRow *> matching() const;
    [[nodiscard]] QVariant headingData(const Line &line, int role) const;
    [[nodiscard]] std::optional<QString> dropFolder(const QModelIndex &target) const;
    void arrange();
    void askForMore();

    QHash<QString, ConversationRow> m_conversations;
    QList<Folder> m_folders;
    QSet<QString> m_collapsed;
    QList<Line> m_lines;
    QStringList m_words; // of the filter
    QDateTime m_now = {};
    bool m_hasMore = false;
    bool m_isAsking = false;
};

} // namespace kagura
