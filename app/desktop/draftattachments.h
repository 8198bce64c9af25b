// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/message.h"
#include "core/media/attachmentloader.h"
#include "ui/chat/shownattachment.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace kagura {

//! The files of messages that are being written, by conversation; those that are still being read among
//! them.
//!
//! Thread: the GUI thread. Lifetime: the owner's. Errors: of each file, shown with it.
class DraftAttachments final : public QObject
{
    Q_OBJECT

public:
    explicit DraftAttachments(QObject *parent = nullptr);
    ~DraftAttachments() override;

    void add(const QString &conversation, const QList<AttachmentSource> &sources);
    //! Those that are ready as they are: of an earlier run, or of a message that was not sent.
    void addParts(const QString &conversation, const QList<MessagePart> &parts);
    void remove(const QString &conversation, const QString &id);
    void clear(const QString &conversation);
    void setPreview(const QString &id, const QImage &preview);

    [[nodiscard]] QList<ShownAttachment> shown(const QString &conversation) const;
    //! Those that have been read.
    [[nodiscard]] QList<MessagePart> parts(const QString &conversation) const;

Q_SIGNALS:
    void changed(const QString &conversation); //!< what is shown
    void partsChanged(const QString &conversation); //!< what would be sent
    //! A picture is there without a preview; setPreview() may follow.
    void previewWanted(const QString &id, const kagura::ImagePart &picture);

private:
    struct Entry
    {
        ShownAttachment shown;
        std::optional<MessagePart> part; // once it is read
        AttachmentReply *reply = nullptr; // of m_replies, while it is read
        qsizetype index = 0; // in it
    };

    void take(AttachmentReply *reply, qsizetype index);
    void showProgress();

    AttachmentLoader m_loader;
    QHash<QString, QList<Entry>> m_entries;
    std::vector<std::unique_ptr<AttachmentReply>> m_replies;
    QTimer m_progress;
    qint64 m_lastId = 0;
};

} // namespace kagura
