// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/storedmessage.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kagura {

class Connection;
class Statement;

//! The rows of messages, and the tree that they are.
//!
//! Thread: the connection's. Lifetime: shorter than the connection. Errors: Storage; BadRequest for an id
//! that is not there.
class MessageTable final
{
public:
    explicit MessageTable(Connection &connection);

    [[nodiscard]] Result<StoredMessage> read(const QString &id);
    [[nodiscard]] Result<void> insert(const StoredMessage &message);
    //! Everything but id, place in the tree, role and created.
    [[nodiscard]] Result<void> update(const StoredMessage &message);
    //! Only where it still streams for that owner; else nothing happens.
    [[nodiscard]] Result<void> savePartial(const QString &id,
                                           const QString &owner,
                                           const QString &text,
                                           const QString &reasoning);

    static constexpr int longestBranch = 100'000;

    //! From the root to that message, or the last so many of those.
    [[nodiscard]] Result<QList<BranchMessage>> branchTo(const QString &leaf,
                                                        int most = longestBranch);
    //! Those above a message, the nearest last.
    [[nodiscard]] Result<QList<BranchMessage>> branchAbove(const QString &id, int most);
    [[nodiscard]] Result<QList<StoredMessage>> versionsOf(const QString &id);
    //! Every message of a conversation, in the order in which they were stored: parents come first.
    [[nodiscard]] Result<QList<StoredMessage>> allOf(const QString &conversation);
    //! The conversation that a message belongs to; empty where there is no such message.
    [[nodiscard]] Result<QString> conversationOf(const QString &id);
    //! Always to the newest child, down to the end.
    [[nodiscard]] Result<QString> newestLeafBelow(const QString &id);

    [[nodiscard]] Result<QStringList> owners(); //!< of messages that stream
    [[nodiscard]] Result<QList<StoredMessage>> streamingOf(const QString &owner);

private:
    [[nodiscard]] StoredMessage readRow(const Statement &row);
    [[nodiscard]] Result<QList<StoredMessage>> readAll(Statement &rows);
    //! \name What can be searched for: around every change of a row
    //! @{
    [[nodiscard]] Result<void> addToIndex(const QString &id);
    [[nodiscard]] Result<void> takeFromIndex(const QString &id);
    //! @}
    [[nodiscard]] Result<void> storeAttachments(const StoredMessage &message,
                                                const QHash<QString, QByteArray> &attachments);

    Connection &m_connection;
};

} // namespace kagura
