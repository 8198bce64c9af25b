// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/browsertable.h"
#include "core/cache/cacheentry.h"
#include "core/cache/invalidationtable.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <cstdint>

namespace kagura {

//! What an entry is to whoever looks at it, in the order of what matters.
enum class EntryLook : std::uint8_t { Fresh, Stale, Expired, Pinned, Trash };
[[nodiscard]] EntryLook entryLook(const CacheEntry &entry, const QDateTime &now);

//! How full the cache is.
struct CacheFill
{
    qint64 entries = 0;
    qint64 bytes = 0;
    qint64 budgetBytes = 0;

    bool operator==(const CacheFill &) const = default;
};

//! One of the choices of settings::CacheModeName, as it is offered.
struct CacheModeChoice
{
    QString name; //!< in the settings
    QString word;
    QString meaning;
};

//! \name Entries, counts and operations in words
//! @{
[[nodiscard]] QString lookText(EntryLook look); //!< "fresh"
[[nodiscard]] QString expiryText(const CacheEntry &entry,
                                 const QDateTime &now); //!< "18 d", "never"
//! By its hits; empty: nothing, or nobody knows.
[[nodiscard]] QString savedText(const CacheEntry &entry);
[[nodiscard]] QString tokenPairText(const Usage &usage); //!< "1.1k / 62"
[[nodiscard]] QString entriesText(qint64 entries); //!< "1,204 entries"
[[nodiscard]] QString fillText(const CacheFill &fill); //!< "612 MB of 1.0 GB · 48,231 entries"
//! "1,204 entries · 38 MB · $2.71 to regenerate"
[[nodiscard]] QString countedText(const BrowserTable::Count &count);
//! "Invalidate 1,204 entries · 38 MB · $2.71 to regenerate · 6 pinned skipped"
[[nodiscard]] QString dryRunText(const BrowserTable::Count &count);
[[nodiscard]] QString operationText(const InvalidationTable::Operation &operation);
[[nodiscard]] QString undoneText(const InvalidationTable::Undone &undone);
[[nodiscard]] QString keyText(const CacheKey &key); //!< "c81e 07b4 5a2f … 88af"
[[nodiscard]] QList<CacheModeChoice> cacheModes();
//! @}

} // namespace kagura
