// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/chat/chatpage.h"
#include "ui/chat/comparepanel.h"
#include "ui/chat/transcriptmessage.h"

#include <QObject>

#include <functional>

namespace kagura {

class FrameClock;
class TranscriptModel;

//! Lets several models answer side by side on the chat page.
//!
//! Thread: the GUI thread. Lifetime: ends before page and engine; models and clocks outlive it. Errors:
//! shown by the page.
class CompareController final : public QObject
{
    Q_OBJECT

public:
    using Shown = std::function<TranscriptMessage(const StoredMessage &)>;

    CompareController(ChatPage &page,
                      ChatEngine &engine,
                      ModelListModel &choices,
                      FrameClock &frames,
                      const Clock &clock,
                      Shown shown,
                      QObject *parent = nullptr);

    void setChatStyle(const ChatStyle &style) { m_panel->setChatStyle(style); }

    //! What is sent goes to several models.
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void toggle();
    void send(const QString &conversation, const QString &text, const QList<MessagePart> &files);
    //! The model that shows this answer here; null where none does.
    [[nodiscard]] TranscriptModel *modelOf(const QString &answer) const;

Q_SIGNALS:
    void inspectRequested(const QString &answer);
    void notified(const QString &text);

private:
    void listenToEngine();
    void enter();
    void leave();
    void promote(const QString &answer);
    void place(const StoredMessage &answer);

    ChatPage &m_page;
    ChatEngine &m_engine;
    ModelListModel &m_choices;
    Shown m_shown;
    ComparePanel *m_panel = nullptr; // the page's
    bool m_isOn = false;
};

} // namespace kagura
