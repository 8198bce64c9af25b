// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "app/desktop/draftattachments.h"
#include "app/desktop/picturepreviews.h"
#include "ui/chat/chatpage.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace kagura {

//! What is being written on the chat page: reads the files that are offered, and keeps every draft, its
//! files among it, so that no end of the program takes it.
//!
//! Thread: the GUI thread. Lifetime: as long as page and engine. Errors: shown with the file.
class ComposerController final : public QObject
{
    Q_OBJECT

public:
    ComposerController(ChatPage &page, ChatEngine &engine, QObject *parent = nullptr);
    ~ComposerController() override;

    //! The attachments of the message that is sent now; there are none afterwards.
    [[nodiscard]] QList<MessagePart> takeForSending(const QString &conversation);
    //! The same, of another version of an earlier message.
    [[nodiscard]] QList<MessagePart> takeForEdit(const QString &message);
    //! It was not sent: what takeForSending() gave is there again.
    void giveBack(const QString &conversation);
    //! It is stored.
    void forgetSent(const QString &conversation);

    [[nodiscard]] PicturePreviews &previews() { return m_previews; }

private:
    void listen();
    void offer(const QList<AttachmentSource> &sources);
    void restore(const QList<StoredDraft> &drafts);
    [[nodiscard]] QString place() const; // where attachments of what is in the composer are kept
    void saveSoon();
    void saveText(const QString &conversation, const QString &text);
    void show();

    template <typename Work>
    void tell(Work work)
    {
        QMetaObject::invokeMethod(
            &m_engine, [engine = &m_engine, work = std::move(work)] { work(engine->drafts()); });
    }

    ChatPage &m_page;
    ChatEngine &m_engine;
    DraftAttachments m_attachments;
    PicturePreviews m_previews;
    QHash<QString, QList<MessagePart>> m_sent; // by conversation, until it is stored
    QHash<QString, QString> m_saved; // the texts as they are on disk
    QTimer m_saving;
    bool m_isRestoring = false;
};

} // namespace kagura
