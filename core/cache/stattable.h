// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <tuple>

namespace kagura {

//! What the cache did in one hour, for one model and agent, with one outcome.
struct CacheStat
{
    QDateTime hour; //!< its beginning, UTC
    QString model;
    QString agent;
    QString outcome; //!< hit, miss, bypass, stored, rejected, removed
    QString detail; //!< of a hit its tier, else the reason

    qint64 count = 0;
    qint64 savedInputTokens = 0;
    qint64 savedOutputTokens = 0;
    qint64 savedMicroUsd = 0;
    std::chrono::milliseconds savedTime{0};

    void add(const CacheStat &other); //!< the numbers

    bool operator==(const CacheStat &) const = default;
};

//! Statistics of the cache by the hour: small, whatever the number of calls.
//!
//! Thread: that of the connection. Lifetime: shorter than the connection. Errors: Storage.
class StatTable
{
public:
    explicit StatTable(Connection &connection);

    //! Adds to what is there.
    [[nodiscard]] Result<void> add(const QList<CacheStat> &stats);

    //! What rows are put together by; the other fields of the answer are empty.
    enum class By : std::uint8_t { Outcome, Hour, Model, Agent };

    //! From one time on, up to but without another; each with outcome and detail.
    [[nodiscard]] Result<QList<CacheStat>> read(const QDateTime &from,
                                                const QDateTime &to,
                                                By by = By::Outcome);

private:
    Connection &m_connection;
};

} // namespace kagura
