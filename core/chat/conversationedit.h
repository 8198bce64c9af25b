// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/conversation.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kagura {

class Connection;

//! What is done to several conversations at once; what is empty stays as it is.
struct ConversationEdit
{
    std::optional<bool> isPinned = std::nullopt;
    std::optional<QString> folder = std::nullopt; //!< id; an empty one takes them out of theirs
    std::optional<bool> isDeleted = std::nullopt; //!< false brings them back

    bool operator==(const ConversationEdit &) const = default;
};

//! All of them or none. The conversations as they are then. Errors: Storage; BadRequest for an id that is
//! not there.
[[nodiscard]] Result<QList<Conversation>> editConversations(Connection &connection,
                                                            const QStringList &ids,
                                                            const ConversationEdit &edit,
                                                            const QDateTime &now);

} // namespace kagura
