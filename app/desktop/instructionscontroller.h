// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/chat/chatpage.h"

#include <QObject>

#include <functional>

namespace kagura {

//! Between the instructions in the head of the chat page and those in the store: a new conversation has
//! those of the default preset until it has others.
//!
//! Thread: the GUI thread. Lifetime: page and engine outlive it. Errors: none.
class InstructionsController final : public QObject
{
    Q_OBJECT

public:
    InstructionsController(ChatPage &page, ChatEngine &engine, QObject *parent = nullptr);

Q_SIGNALS:
    void undoOffered(const QString &text, std::function<void()> undo);

private:
    void show(const Conversation &conversation);
    void showNew();

    template <typename Work>
    void tell(Work work)
    {
        QMetaObject::invokeMethod(&m_engine,
                                  [engine = &m_engine, work = std::move(work)] { work(*engine); });
    }

    ChatPage &m_page;
    ChatEngine &m_engine;
    Instructions m_default; // of the default preset
    bool m_isNewTouched = false; // somebody gave the new conversation instructions
};

} // namespace kagura
