// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/conversation.h"
#include "core/chat/storedmessage.h"

#include <QList>
#include <QString>

namespace kagura {

class Connection;

//! A conversation with every branch of it; parents stand before their children.
struct ConversationTree
{
    Conversation conversation = {};
    QList<StoredMessage> messages = {};

    //! The messages of the shown branch, oldest first.
    [[nodiscard]] QList<StoredMessage> shown() const;

    bool operator==(const ConversationTree &) const = default;
};

//! What insertTrees() came to.
struct InsertedTrees
{
    int added = 0; //!< conversations that were not there
    int extended = 0; //!< that were there and got messages, or were brought back
    int unchanged = 0; //!< that were there with all of their messages
    int messages = 0; //!< that were not there

    bool operator==(const InsertedTrees &) const = default;
};

//! \name In a transaction of the caller
//! @{

//! Errors: Storage; BadRequest for an id that is not there.
[[nodiscard]] Result<ConversationTree> readTree(Connection &connection, const QString &id);

//! Adds conversations whose ids say what they are: one that is there gets the messages that it lacks,
//! and nothing else of it changes, but that one that was removed is there again. Its shown branch goes
//! on to the new end only where that end continues it.
//!
//! Errors: Storage; BadRequest for a message that belongs to another conversation, or whose parent is
//! not there: then the caller must roll back.
[[nodiscard]] Result<InsertedTrees> insertTrees(Connection &connection,
                                                const QList<ConversationTree> &trees);
//! @}

} // namespace kagura
