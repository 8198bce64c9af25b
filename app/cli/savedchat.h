// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/observedprovider.h"
#include "app/services/chatstorage.h"
#include "core/chat/chatsession.h"

#include <QObject>

#include <memory>
#include <optional>

namespace kagura {

class Services;

//! One call as part of a conversation that is kept: `chat --save` and `chat --continue`.
//!
//! Thread: the engine thread. Lifetime: services outlive it; its end waits until everything is written.
//! Errors: refused(), before anything was sent; ended().
class SavedChat final : public QObject
{
    Q_OBJECT

public:
    //! What --continue takes instead of an id: the conversation in which something was said last.
    static constexpr QLatin1StringView Newest{"last"};

    explicit SavedChat(Services &services, QObject *parent = nullptr);
    ~SavedChat() override;

    //! Opens the data folder and looks for the conversation, an id or Newest; empty: a new one.
    //! opened() or refused() follows.
    void open(const QString &conversation);

    //! After opened(): stores the question, asks the provider, and stores what comes. refused() or
    //! ended() follows; provider must live until then.
    void send(Provider &provider, const ChatSession::Draft &draft);

    //! False where nothing is under way.
    bool stop();

    [[nodiscard]] QString conversation() const; //!< id; empty until it has one

Q_SIGNALS:
    void opened(const kagura::Conversation &conversation); //!< an empty id: a new one
    //! A reply to be printed; until its finished().
    void replyStarted(kagura::ChatReply *reply);
    void refused(const kagura::Error &error);
    void storageTroubled(const kagura::Error &error); //!< the answer goes on
    //! The answer has ended; failure: it could not be stored as it ended.
    void ended(const std::optional<kagura::Error> &failure);

private:
    Services &m_services;
    std::unique_ptr<ChatStorage> m_storage;
    std::unique_ptr<ObservedProvider> m_provider;
    std::optional<Error> m_storageFailure; // since the reply ended
    Conversation m_conversation;
    std::unique_ptr<ChatSession> m_session; // last: it stores its last words while it ends
};

} // namespace kagura
