// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/prompt.h"
#include "core/storage/database.h"
#include "core/storage/readtoken.h"

#include <QList>
#include <QString>

#include <functional>

namespace kagura {

//! The prompt library, in kagura.db.
//!
//! Thread: any, with a context of the calling thread. Lifetime: the database outlives it. Errors: Storage;
//! BadRequest for a prompt without a name or a text.
class PromptStore
{
public:
    template <typename T>
    using Done = std::function<void(const Result<T> &)>;

    explicit PromptStore(Database &database);

    //! Its table, for the schema of chat.
    [[nodiscard]] static QString table();

    ReadToken load(QObject *context, Done<QList<Prompt>> done); //!< by name
    //! All or none. An empty id becomes that of the prompt of the same name, or a new one: importing a
    //! file again changes its prompts instead of adding them twice. What was removed comes back so.
    void save(const QList<Prompt> &prompts, QObject *context, Done<QList<Prompt>> done);
    void remove(const QString &id, QObject *context, Done<void> done);

private:
    Database &m_database;
};

} // namespace kagura
