// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/requestkey.h"
#include "core/llm/chatevent.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace kagura {

//! What is known of a stored answer without reading it.
struct CacheEntry
{
    enum class State : std::uint8_t {
        Live = 0,
        Stale = 1, //!< softly invalidated: asked anew at the next use
        Trash = 2, //!< taken out, can still come back
    };

    enum Flag : std::uint8_t {
        HasTools = 1,
        HasFiles = 2,
        HasRemoteInput = 4,
        IsStructured = 8,
        HadClockSkew = 16, //!< made in the future: its age is counted from when that was noticed
    };

    qint64 id = 0; //!< of the row; newer ones are larger
    CacheKey key;
    QString space = CacheSpace().name;

    QString dialect;
    QString origin;
    QString scope;
    QString provider; //!< what the user calls it
    QString model;
    QString servedModel;
    QString agent;
    int sample = 0;
    std::optional<double> temperature;
    int flags = 0;
    QStringList tags;

    QDateTime created;
    std::optional<QDateTime> expires; //!< empty: never
    std::optional<QDateTime> lastHit;
    qint64 hits = 0;
    State state = State::Live;
    bool isPinned = false; //!< neither expires nor is evicted
    QString note;

    FinishReason finish = FinishReason::Other;
    Usage usage; //!< of the live answer
    std::optional<qint64> costMicroUsd; //!< of the live answer, by the prices of its day
    std::chrono::milliseconds firstContent{0};
    std::chrono::milliseconds duration{0};
    qint64 bytes = 0; //!< on disk, without the database's own overhead
    QString requestHead; //!< the beginning of the last message
    QString answerHead;

    bool operator==(const CacheEntry &) const = default;
};

//! What a hit tells again.
struct CachedAnswer
{
    CacheEntry entry;
    QByteArray log; //!< AnswerLog::decode() reads it

    bool operator==(const CachedAnswer &) const = default;
};

//! An answer on its way into the cache.
struct NewCacheEntry
{
    CachedAnswer answer;
    KeyAnatomy anatomy;
    QByteArray request; //!< the canonical body: for preview and comparison
    QByteArray rest; //!< see RequestKey::restOf()
};

} // namespace kagura
