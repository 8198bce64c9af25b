// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

namespace kagura {

//! One conversation as the list shows it.
struct ConversationRow
{
    QString id = {};
    QString title = {};
    QDateTime updated = {};
    bool isPinned = false;
    bool isLive = false; //!< an answer is arriving

    bool operator==(const ConversationRow &) const = default;
};

//! The conversations, newest first, below headings by age: Pinned, Today, Yesterday, Previous 7 days,
//! Older. Headings are rows of their own that can be neither selected nor edited.
//!
//! It holds what it was told and asks for more by moreWanted(). Renaming through setData() changes
//! nothing by itself: it asks, and the answer comes as upsert().
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
    };

    explicit ConversationListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] int conversationCount() const { return int(m_conversations.size()); }
    [[nodiscard]] QModelIndex indexOf(const QString &id) const; //!< invalid when there is none
    [[nodiscard]] const ConversationRow *conversation(const QString &id) const;

    //! Everything anew: the first page of a list or of a search.
    void reset(const QList<ConversationRow> &conversations, bool hasMore);
    //! The page that moreWanted() asked for.
    void append(const QList<ConversationRow> &conversations, bool hasMore);
    void upsert(const ConversationRow &conversation);
    void remove(const QString &id);

    //! Shows only titles that contain every word; empty shows all. While it is set, all pages are asked
    //! for one after another, since a title that matches may be on any of them.
    void setFilter(const QString &text);

    //! Sorts into the headings again; call it when a day begins.
    void setNow(const QDateTime &now);

Q_SIGNALS:
    void renameRequested(const QString &id, const QString &title);
    //! The end of what is known is in sight. Asked once a page.
    void moreWanted();

private:
    struct Line // a row of the list: a heading, or a conversation by its id
    {
        QString id;
        QString heading;
        bool operator==(const Line &) const = default;
    };

    [[nodiscard]] QList<Line> wantedLines() const;
    [[nodiscard]] QString headingOf(const ConversationRow &conversation) const;
    void arrange();
    void askForMore();

    QHash<QString, ConversationRow> m_conversations;
    QList<Line> m_lines;
    QStringList m_words; // of the filter
    QDateTime m_now = {};
    bool m_hasMore = false;
    bool m_isAsking = false;
};

} // namespace kagura
