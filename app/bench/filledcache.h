// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cacheentry.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace kagura::bench {

//! A cache's database with many entries that look like those of a year of work. Needs 5 GB a million.
class FilledCache final
{
public:
    explicit FilledCache(int entries);

    //! Empty: it was made.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("cache.db")); }
    [[nodiscard]] Connection &connection() { return *m_connection; } //!< reads and writes

    //! Makes what was stored searchable, which takes longer than storing it.
    [[nodiscard]] Result<void> indexText();

    [[nodiscard]] static NewCacheEntry entry(int number); //!< of about 4 KB
    [[nodiscard]] static QString rareModel() { return QStringLiteral("gpt-4-turbo"); } //!< of 1 %
    [[nodiscard]] static QString word(int rank); //!< the more common, the lower
    [[nodiscard]] static CacheKey keyOf(int number);
    [[nodiscard]] static QDateTime now(); //!< of everything that is done with it

private:
    [[nodiscard]] Result<void> fill(int entries);

    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
    QString m_trouble;
};

} // namespace kagura::bench
