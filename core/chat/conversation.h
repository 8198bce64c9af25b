// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/instructions.h"
#include "core/llm/providerconfig.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace kagura {

//! What a list shows of a conversation.
struct Conversation
{
    QString id = {};
    QString title = {};
    bool isTitled = false; //!< a person named it; no automatic title replaces it
    bool isPinned = false;
    QString folder = {}; //!< id; empty: in none
    ModelRef model = {}; //!< asked last
    Instructions instructions = {}; //!< of its requests
    QString activeLeaf = {}; //!< last message of the branch that is shown; empty: no messages
    QDateTime created = {}; //!< UTC, as all times
    QDateTime updated = {}; //!< when something was last said
    std::optional<QDateTime> deleted = std::nullopt; //!< can still be brought back

    bool operator==(const Conversation &) const = default;
};

//! Which conversations to list, and from where on.
struct ConversationQuery
{
    int limit = 50;
    std::optional<Conversation> after = std::nullopt; //!< the last one of the page before
    bool isFiled = false; //!< only those in a folder
};

//! Pinned ones first, then newest first.
struct ConversationPage
{
    QList<Conversation> conversations;
    bool hasMore = false;

    bool operator==(const ConversationPage &) const = default;
};

} // namespace kagura
