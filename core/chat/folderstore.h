// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/folder.h"
#include "core/storage/database.h"
#include "core/storage/readtoken.h"

#include <QList>
#include <QString>

#include <functional>

namespace kagura {

//! The folders of conversations, in kagura.db. A conversation names its folder; one that was removed is
//! no folder any more, and has its conversations again when it is restored.
//!
//! Thread: any, with a context of the calling thread. Lifetime: database and clock outlive it. Errors:
//! Storage; BadRequest for a folder without a name.
class FolderStore
{
public:
    template <typename T>
    using Done = std::function<void(const Result<T> &)>;

    FolderStore(Database &database, const Clock &clock);

    ReadToken load(QObject *context, Done<QList<Folder>> done); //!< by name
    //! Adds it, or renames the one of that id; an empty id is filled in.
    void save(const Folder &folder, QObject *context, Done<Folder> done);
    void remove(const QString &id, QObject *context, Done<void> done);
    void restore(const QString &id, QObject *context, Done<void> done);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace kagura
