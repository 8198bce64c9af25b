// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/draftdesk.h"

namespace kagura {

DraftDesk::DraftDesk(QObject *parent)
    : QObject(parent)
{}

DraftDesk::~DraftDesk() = default;

void DraftDesk::start(Database &database, const Clock &clock)
{
    m_store = std::make_unique<DraftStore>(database, clock);
    m_store->load(this, [this](const Result<QList<StoredDraft>> &drafts) {
        if (drafts)
            Q_EMIT loaded(*drafts);
        else
            Q_EMIT notice(drafts.error().message);
    });
}

void DraftDesk::saveText(const QString &conversation, const QString &text)
{
    if (m_store)
        m_store->saveText(conversation, text);
}

void DraftDesk::saveAttachments(const QString &conversation, const QList<MessagePart> &attachments)
{
    if (m_store)
        m_store->saveAttachments(conversation, attachments);
}

void DraftDesk::remove(const QString &conversation)
{
    if (m_store)
        m_store->remove(conversation);
}

} // namespace kagura
