// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/conversation.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace kagura {

class Connection;

//! The rows of conversations.
//!
//! Thread: the connection's. Lifetime: shorter than the connection. Errors: Storage; BadRequest for an id
//! that is not there.
class ConversationTable final
{
public:
    explicit ConversationTable(Connection &connection);

    [[nodiscard]] Result<ConversationPage> list(const ConversationQuery &query);
    [[nodiscard]] Result<Conversation> read(const QString &id);
    //! Those in which something was said, or that were deleted, at that time or later.
    [[nodiscard]] Result<QList<Conversation>> changedSince(const QDateTime &time);
    [[nodiscard]] Result<bool> contains(const QString &id);
    //! The one in which something was said last.
    [[nodiscard]] Result<Conversation> readNewest();
    [[nodiscard]] Result<void> insert(const Conversation &conversation);
    //! Everything but id and created.
    [[nodiscard]] Result<void> update(const Conversation &conversation);
    //! Erases what was removed before; the number of conversations.
    [[nodiscard]] Result<int> purge(const QDateTime &removedBefore);

private:
    Connection &m_connection;
};

//! Milliseconds since 1970 and back, in UTC.
[[nodiscard]] qint64 toStoredTime(const QDateTime &time);
[[nodiscard]] QDateTime fromStoredTime(qint64 milliseconds);

} // namespace kagura
