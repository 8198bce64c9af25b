// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/chat/chatpage.h"

#include <QObject>
#include <QTimer>

namespace kagura {

//! Brings what was spent into the head of the chat page, and what the next message takes into the
//! composer, a moment after somebody has stopped typing.
//!
//! Thread: the GUI thread. Lifetime: page and engine outlive it. Errors: none.
class LedgerController final : public QObject
{
    Q_OBJECT

public:
    LedgerController(ChatPage &page, ChatEngine &engine, QObject *parent = nullptr);

Q_SIGNALS:
    //! As the status bar says it: "$0.42", and in more words.
    void spent(const QString &today, const QString &details);

private:
    void listen();
    void estimate();
    void showSpending(const QString &conversation, const Spending &spending);

    template <typename Work>
    void tell(Work work)
    {
        QMetaObject::invokeMethod(
            &m_engine, [engine = &m_engine, work = std::move(work)] { work(engine->ledger()); });
    }

    ChatPage &m_page;
    ChatEngine &m_engine;
    QTimer m_pause;
};

} // namespace kagura
