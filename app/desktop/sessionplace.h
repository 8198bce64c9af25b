// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace kagura {

class ChatController;
class ChatEngine;
class MainWindow;
class Settings;

//! Where a person was: which page, which conversation. Noted at every turn, so that no end of the
//! program takes it, and taken up again at the next start, unless something was begun before the
//! conversations were read.
//!
//! Thread: the GUI thread. Lifetime: ends before window and chat. Errors: none; a conversation that is
//! gone is not opened.
class SessionPlace final : public QObject
{
    Q_OBJECT

public:
    SessionPlace(MainWindow &window,
                 ChatController &chat,
                 ChatEngine &engine,
                 const Settings &saved,
                 QObject *parent = nullptr);

private:
    void takeUp(const QString &conversation);

    MainWindow &m_window;
    ChatController &m_chat;
    ChatEngine &m_engine;
    QString m_keptDraft; // of a new conversation, from the last time
    bool m_isTakenUp = false;
};

} // namespace kagura
