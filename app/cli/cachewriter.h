// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/browsertable.h"
#include "core/cache/explanationtable.h"
#include "core/cache/invalidationtable.h"
#include "core/cache/stattable.h"

#include <QByteArray>
#include <QDateTime>

//! What `kagura-cli cache` prints: lines for people, or one JSON object a line.
namespace kagura::cachewriter {

struct Style
{
    bool json = false;
    bool isTerminal = false; //!< what could steer it is taken out of foreign text
    QDateTime now; //!< what ages are counted from
};

[[nodiscard]] QByteArray listHead(const Style &style); //!< empty for JSON
[[nodiscard]] QByteArray entryLine(const CacheEntry &entry, const Style &style);
[[nodiscard]] QByteArray whole(const BrowserTable::Whole &whole, const Style &style);
[[nodiscard]] QByteArray countLine(const BrowserTable::Count &count, const Style &style);
//! isDone: false for a dry run.
[[nodiscard]] QByteArray operationLine(const InvalidationTable::Operation &operation,
                                       bool isDone,
                                       const Style &style);
[[nodiscard]] QByteArray undoneLine(const InvalidationTable::Undone &undone, const Style &style);
[[nodiscard]] QByteArray changedLine(const QString &what, qint64 entries, const Style &style);
[[nodiscard]] QByteArray statLine(const CacheStat &stat, StatTable::By by, const Style &style);
[[nodiscard]] QByteArray explanation(const CacheExplanation &explanation, const Style &style);

} // namespace kagura::cachewriter
