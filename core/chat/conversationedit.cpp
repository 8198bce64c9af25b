// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/conversationedit.h"

#include "core/chat/conversationtable.h"

#include <utility>

namespace kagura {

Result<QList<Conversation>> editConversations(Connection &connection,
                                              const QStringList &ids,
                                              const ConversationEdit &edit,
                                              const QDateTime &now)
{
    ConversationTable table(connection);
    QList<Conversation> edited;
    for (const QString &id : ids) {
        Result<Conversation> stored = table.read(id);
        if (!stored)
            return stored.error();
        Conversation conversation = std::move(stored).value();
        if (edit.isPinned)
            conversation.isPinned = *edit.isPinned;
        if (edit.folder)
            conversation.folder = *edit.folder;
        if (edit.isDeleted)
            conversation.deleted = *edit.isDeleted ? std::optional(now) : std::nullopt;
        if (const Result<void> updated = table.update(conversation); !updated)
            return updated.error();
        edited.append(conversation);
    }
    return edited;
}

} // namespace kagura
