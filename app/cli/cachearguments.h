// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/cache/browsertable.h"
#include "core/cache/cachequery.h"
#include "core/cache/invalidationtable.h"
#include "core/cache/stattable.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

class QCommandLineParser;

namespace kagura {

//! What `kagura-cli cache …` asks for.
struct CacheArguments
{
    enum class Action : std::uint8_t {
        List,
        Count,
        Show,
        Invalidate,
        Undo,
        Operations,
        Erase,
        Pin,
        Unpin,
        Tag,
        Untag,
        Expire,
        Note,
        Stats,
        Mode,
    };

    Action action = Action::List;
    CacheQuery query;
    QString typed; //!< the query in words; of undo: empty, or the number of the operation
    QString value; //!< a tag, a note, a mode
    std::optional<std::chrono::milliseconds> lifetime; //!< of expire; empty: never
    BrowserTable::Order order = BrowserTable::Order::Newest;
    InvalidationTable::Kind kind = InvalidationTable::Kind::Soft;
    StatTable::By by = StatTable::By::Outcome;
    qint64 operation = 0; //!< of undo; 0: the last one
    int limit = 50;
    int days = 30;
    bool isDryRun = false;
    bool isConfirmed = false;
    bool json = false;

    static void declare(QCommandLineParser &parser);
    //! Errors: BadRequest that names what is wrong, and the column of a query.
    [[nodiscard]] static Result<CacheArguments> read(const QCommandLineParser &parser);
    //! The same, as if another action were named: for one that takes what that one does.
    [[nodiscard]] static Result<CacheArguments> readFor(const QCommandLineParser &parser,
                                                        const QString &name);
};

} // namespace kagura
