// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/chatarguments.h"
#include "app/cli/command.h"
#include "app/cli/savedchat.h"
#include "core/llm/chatreply.h"
#include "core/llm/provider.h"

#include <memory>

namespace kagura {

class Services;

//! `kagura-cli chat`: asks once and prints the answer as it arrives. What is saved is saved before the
//! end is told.
class ChatCommand final : public Command
{
    Q_OBJECT

public:
    ChatCommand(Services &services, ChatArguments arguments, QObject *parent = nullptr);
    ~ChatCommand() override;

    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<void> readInput();
    void openConversation();
    void chooseModels(const Conversation &conversation);
    void prepareProviders();
    void send(Provider &provider);
    void explain(Provider &provider, const CallOptions &options);
    void sendSaved(Provider &provider, const CallOptions &options);
    void watch(ChatReply &reply);
    void printEvents(const QList<ChatEvent> &events);
    void noteEnd();
    void printEnd(const std::optional<Error> &storageFailure = std::nullopt);
    void fail(const Error &error);
    void write(const QByteArray &bytes);

    Services &m_services;
    ChatArguments m_arguments;
    QList<ModelRef> m_models; //!< the asked one, then the fallbacks
    std::unique_ptr<Provider> m_fallback;
    std::unique_ptr<ChatReply> m_reply; //!< of a call that is not saved
    ChatReply *m_watched = nullptr; //!< until its end is noted
    QByteArray m_endLine; //!< of --json; empty until the reply has ended
    std::optional<Error> m_failure;
    std::unique_ptr<SavedChat> m_saved; //!< null: nothing is saved
    bool m_endsWithNewline = true;
    bool m_readerIsGone = false;
    bool m_isInterrupted = false;
};

} // namespace kagura
