// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/draftstore.h"

#include <QObject>

#include <memory>

namespace kagura {

//! Keeps what is being written, in the engine thread.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: with the engine; database and clock
//! outlive it. Errors: notice().
class DraftDesk final : public QObject
{
    Q_OBJECT

public:
    explicit DraftDesk(QObject *parent = nullptr);
    ~DraftDesk() override;

    void start(Database &database, const Clock &clock); //!< loaded() follows

    //! Before start() nothing is kept, as there is nowhere to keep it.
    void saveText(const QString &conversation, const QString &text);
    void saveAttachments(const QString &conversation, const QList<MessagePart> &attachments);
    void remove(const QString &conversation);

Q_SIGNALS:
    void loaded(const QList<kagura::StoredDraft> &drafts); //!< of earlier runs
    void notice(const QString &text);

private:
    std::unique_ptr<DraftStore> m_store;
};

} // namespace kagura
