// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/chat/chatpage.h"
#include "ui/chat/promptlibrary.h"

#include <QObject>

namespace kagura {

//! Between the prompts of the composer, their library, and the store.
//!
//! Thread: the GUI thread. Lifetime: page and engine outlive it. Errors: none.
class PromptController final : public QObject
{
    Q_OBJECT

public:
    PromptController(ChatPage &page, ChatEngine &engine, QObject *parent = nullptr);

    void openLibrary();

private:
    template <typename Work>
    void tell(Work work)
    {
        QMetaObject::invokeMethod(
            &m_engine, [engine = &m_engine, work = std::move(work)] { work(engine->library()); });
    }

    ChatPage &m_page;
    ChatEngine &m_engine;
    QList<Prompt> m_prompts;
};

} // namespace kagura
