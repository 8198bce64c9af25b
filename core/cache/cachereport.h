// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/cache/accesstable.h"
#include "core/cache/stattable.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace kagura {

//! What the cache did in some days: all that a page of statistics shows, of one state of the data.
//!
//! Thread: a value; read() is for the thread of the connection. Lifetime: none. Errors: Storage.
struct CacheReport
{
    struct Period
    {
        QDateTime from; //!< a full hour
        QDateTime to; //!< up to, but without it
        std::chrono::hours step{1}; //!< that is put together, counted from from
        QString model; //!< empty: of all
        QString agent; //!< empty: of all; callers that are no agent are all called NoAgent

        bool operator==(const Period &) const = default;
    };
    static constexpr const char *NoAgent = "-";

    Period period;
    QList<CacheStat> overTime; //!< hour: the beginning of a step; with outcome and detail
    QList<CacheStat> before; //!< of as long a time before; with outcome and detail
    QList<CacheStat> byModel; //!< as overTime
    QList<CacheStat> byAgent; //!< as overTime
    QStringList models; //!< that were asked in that time, whatever the period says of them
    QStringList agents; //!< likewise; without NoAgent
    WhatIf whatIf; //!< of the latest uses, whatever the period
    qint64 bytes = 0; //!< of all entries now
    qint64 entries = 0;

    [[nodiscard]] static Result<CacheReport> read(Connection &connection, const Period &period);

    bool operator==(const CacheReport &) const = default;
};

} // namespace kagura
