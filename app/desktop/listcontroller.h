// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/chat/conversationlist.h"
#include "ui/chat/conversationlistmodel.h"

#include <QObject>

#include <functional>

namespace kagura {

//! Between the list of conversations and the store: pins, moves, renames and deletes what is chosen, and
//! keeps its folders.
//!
//! Thread: the GUI thread. Lifetime: list, model and engine outlive it. Errors: none.
class ListController final : public QObject
{
    Q_OBJECT

public:
    ListController(ConversationList &list,
                   ConversationListModel &model,
                   ChatEngine &engine,
                   QObject *parent = nullptr);

Q_SIGNALS:
    void undoOffered(const QString &text, std::function<void()> undo);
    void exportRequested(const QStringList &conversations);

private:
    void listenToConversations();
    void listenToFolders();
    void edit(const QStringList &ids, const ConversationEdit &edit);
    void move(const QStringList &ids, const QString &folder);

    template <typename Work>
    void tell(Work work)
    {
        QMetaObject::invokeMethod(&m_engine,
                                  [engine = &m_engine, work = std::move(work)] { work(*engine); });
    }

    ConversationList &m_list;
    ConversationListModel &m_model;
    ChatEngine &m_engine;
    QString m_newFolder; // to be named as soon as it is listed
};

} // namespace kagura
