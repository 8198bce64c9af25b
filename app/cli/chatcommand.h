// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/chatarguments.h"
#include "app/cli/command.h"
#include "core/llm/chatreply.h"
#include "core/llm/provider.h"

#include <memory>

namespace kagura {

class Services;

//! `kagura-cli chat`: asks once and prints the answer as it arrives.
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
    void prepareProviders();
    void send(Provider &provider);
    void printEvents(const QList<ChatEvent> &events);
    void printEnd();
    void saveAndFinish();
    void fail(const Error &error);
    void write(const QByteArray &bytes);

    Services &m_services;
    ChatArguments m_arguments;
    QList<ModelRef> m_models; //!< the asked one, then the fallbacks
    std::unique_ptr<Provider> m_fallback;
    std::unique_ptr<ChatReply> m_reply;
    bool m_endsWithNewline = true;
    bool m_readerIsGone = false;
    bool m_isInterrupted = false;
};

} // namespace kagura
