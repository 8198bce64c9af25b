// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/chat/conversation.h"
#include "core/llm/cacheoutcome.h"
#include "core/llm/chatevent.h"
#include "core/llm/message.h"
#include "core/llm/providerconfig.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace kagura {

//! One message as it is kept. The messages of a conversation are a tree: those with the same parent
//! are versions of each other.
struct StoredMessage
{
    enum class State : std::uint8_t {
        Complete,
        Streaming, //!< the answer is awaited or arriving, see owner
        Interrupted, //!< the program or the computer ended in the middle
        Failed, //!< see failure; the text is what had come
        Cancelled, //!< a person stopped it; the text is what had come
    };

    QString id = {};
    QString conversation = {};
    QString parent = {}; //!< empty: the first of the conversation
    Role role = Role::User;
    State state = State::Complete;
    QString text = {};
    QString reasoning = {};
    QList<MessagePart> parts = {}; //!< all of it, where it is more than the text; else empty
    ModelRef model = {}; //!< as asked; of answers
    QString servedModel = {}; //!< where the provider named another one
    QString origin = {}; //!< "live", "joined", "disk": see originName(); empty until known
    std::optional<CacheOutcome> cache = std::nullopt; //!< of answers; empty: not known
    Usage usage = {};
    std::optional<qint64> costMicroUsd = std::nullopt; //!< empty: not known
    std::optional<std::chrono::milliseconds> firstContentAfter = std::nullopt; //!< from sending
    std::optional<std::chrono::milliseconds> reasoningTime =
        std::nullopt; //!< first thought to first text
    std::optional<std::chrono::milliseconds> totalTime = std::nullopt; //!< from sending
    std::optional<FinishReason> finishReason = std::nullopt;
    QString rawFinishReason = {};
    std::optional<Error> failure = std::nullopt; //!< kind, message and HTTP status are kept
    QDateTime created = {};
    QString owner = {}; //!< lease of the process that is streaming it

    //! As a request contains it.
    [[nodiscard]] Message toMessage() const;

    bool operator==(const StoredMessage &) const = default;
};

//! A message on the branch that is shown, and its place among its versions.
struct BranchMessage
{
    StoredMessage message;
    int version = 0; //!< from 0, oldest first
    int versionCount = 1;

    bool operator==(const BranchMessage &) const = default;
};

//! A conversation with its shown branch, oldest message first.
struct Branch
{
    Conversation conversation;
    QList<BranchMessage> messages;

    bool operator==(const Branch &) const = default;
};

[[nodiscard]] QString messageStateName(StoredMessage::State state); //!< "streaming"
[[nodiscard]] std::optional<StoredMessage::State> messageStateFromName(const QString &name);
[[nodiscard]] QString roleName(Role role); //!< "assistant"
[[nodiscard]] std::optional<Role> roleFromName(const QString &name);

} // namespace kagura
