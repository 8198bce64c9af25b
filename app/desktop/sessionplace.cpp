// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/sessionplace.h"

#include "app/desktop/chatcontroller.h"
#include "core/settings/settings.h"
#include "ui/shell/mainwindow.h"

#include <utility>

namespace kagura {

SessionPlace::SessionPlace(MainWindow &window,
                           ChatController &chat,
                           ChatEngine &engine,
                           const Settings &saved,
                           QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_chat(chat)
    , m_engine(engine)
{
    if (QWidget *page = window.page(saved.value(settings::LastPage)))
        window.showPage(page);
    const auto note = [this](const TextSetting &key, const QString &value) {
        QMetaObject::invokeMethod(
            &m_engine, [engine = &m_engine, key, value] { engine->saveSetting(key, value); });
    };
    connect(&window, &MainWindow::pageShown, this,
            [note](const QString &name) { note(settings::LastPage, name); });
    connect(&chat.page(), &ChatPage::conversationShown, this,
            [note](const QString &id) { note(settings::LastConversation, id); });
    connect(&chat.page(), &ChatPage::conversationAdopted, this,
            [note](const QString &id) { note(settings::LastConversation, id); });
    connect(&engine.drafts(), &DraftDesk::loaded, this, [this](const QList<StoredDraft> &drafts) {
        for (const StoredDraft &draft : drafts) {
            if (draft.conversation.isEmpty())
                m_keptDraft = draft.text;
        }
    });
    connect(&engine, &ChatEngine::conversationsListed, this,
            [this, last = saved.value(settings::LastConversation)] {
                if (!std::exchange(m_isTakenUp, true))
                    takeUp(last);
            });
}

void SessionPlace::takeUp(const QString &conversation)
{
    const ChatPage &page = m_chat.page();
    const QString written = page.draftText();
    const bool isUntouched = written.isEmpty() || written == m_keptDraft;
    if (!conversation.isEmpty() && page.conversation().isEmpty() && isUntouched)
        m_chat.open(conversation);
}

} // namespace kagura
