// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/chat/chatpage.h"
#include "ui/chat/inspectorpanel.h"

#include <QObject>

namespace kagura {

//! Shows the call behind an answer beside the conversation, as the engine reports it.
//!
//! Thread: the GUI thread. Lifetime: ends before page and engine. Errors: none.
class InspectorController final : public QObject
{
    Q_OBJECT

public:
    InspectorController(ChatPage &page, ChatEngine &engine, QObject *parent = nullptr);

    void setChatStyle(const ChatStyle &style) { m_panel->setChatStyle(style); }
    void open(const QString &message);
    //! Opens it on the answer that is read, else on the last one; closes it where it is open.
    void toggle();
    //! Of the inspected answer, else of the one that toggle() would open.
    void copyCurl();

Q_SIGNALS:
    void notified(const QString &text);

private:
    void close();
    void closeIfGone();
    [[nodiscard]] QString answerToInspect() const;

    ChatPage &m_page;
    ChatEngine &m_engine;
    InspectorPanel *m_panel = nullptr; // the page's
    QString m_message; //!< empty: closed
    bool m_isCopyWanted = false; //!< as soon as the report is there
};

} // namespace kagura
