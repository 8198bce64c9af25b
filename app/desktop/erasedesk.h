// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/erasure.h"
#include "core/storage/database.h"

#include <QObject>

#include <memory>

namespace kagura {

class CacheStorage;

//! Erases conversations for good, with what the cache of answers and the backups hold of them, in the
//! engine thread. The backups are replaced by a fresh one.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: ends before database and cache.
//! Errors: notice(), which says what is left.
class EraseDesk final : public QObject
{
    Q_OBJECT

public:
    explicit EraseDesk(QObject *parent = nullptr);
    ~EraseDesk() override;

    void start(Database &database, const QString &backupFolder, CacheStorage &cache);

    //! Nobody may be writing into the conversation any more.
    void erase(const QString &conversation);

Q_SIGNALS:
    void erased(const QString &conversation, const QStringList &messages);
    void notice(const QString &text);

private:
    struct Work;
    using WorkPointer = std::shared_ptr<Work>;

    void eraseCached(const WorkPointer &work);
    void compact(const WorkPointer &work);
    void renewBackups(const WorkPointer &work);
    void fail(const WorkPointer &work, const Error &error, const QString &left);

    Database *m_database = nullptr;
    CacheStorage *m_cache = nullptr;
    QString m_backupFolder;
};

} // namespace kagura
