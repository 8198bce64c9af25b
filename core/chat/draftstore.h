// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/llm/message.h"
#include "core/storage/database.h"
#include "core/storage/readtoken.h"
#include "core/storage/schema.h"

#include <QList>
#include <QString>

#include <functional>

namespace kagura {

//! A message that was begun and not sent.
struct StoredDraft
{
    QString conversation; //!< empty: of a new one
    QString text;
    QList<MessagePart> attachments;

    bool operator==(const StoredDraft &) const = default;
};

//! What is being written, one draft a conversation, so that no end of the program takes it.
//!
//! Texts and attachments are saved apart: a text changes with each key, and pictures are large. A draft
//! goes with its conversation when that is erased.
//!
//! Thread: any, with a context of the calling thread. Lifetime: database and clock outlive it. Errors:
//! Storage; what cannot be saved is logged, as nobody can do anything about it while typing.
class DraftStore
{
public:
    using Loaded = std::function<void(const Result<QList<StoredDraft>> &)>;

    DraftStore(Database &database, const Clock &clock);

    //! Its tables, as a step of the schema of chat.
    [[nodiscard]] static Schema::Step tables();

    void saveText(const QString &conversation, const QString &text);
    void saveAttachments(const QString &conversation, const QList<MessagePart> &attachments);
    void remove(const QString &conversation);

    ReadToken load(QObject *context, Loaded done); //!< all of them

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace kagura
