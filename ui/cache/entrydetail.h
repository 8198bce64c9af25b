// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/textdiff.h"
#include "core/cache/cachedturns.h"
#include "core/cache/cacheentry.h"
#include "core/cache/explanationtable.h"

#include <QList>
#include <QString>

#include <chrono>

namespace kagura {

//! A piece of a stream as it came.
struct StreamBeat
{
    std::chrono::milliseconds at{0}; //!< after the request was sent
    QString text;
    bool isReasoning = false;

    bool operator==(const StreamBeat &) const = default;
};

//! A part of a key.
struct KeyPart
{
    QString name; //!< "system", "message 0"
    QString hash; //!< its first six figures, or "none"
    qint64 shared = 0; //!< by so many other entries

    bool operator==(const KeyPart &) const = default;
};

//! One entry with all that its preview shows, ready to be shown.
struct EntryDetail
{
    CacheEntry entry;
    bool isSound = true; //!< its answer can be read
    QList<CachedTurn> turns; //!< of the request
    QString answer;
    QString reasoning;
    QString request; //!< indented JSON, perhaps cut
    QList<StreamBeat> beats;
    QList<KeyPart> keyParts;
    qint64 compared = 0; //!< with so many others

    bool operator==(const EntryDetail &) const = default;
};

//! A place in which two requests differ, ready to be shown.
struct ShownDifference
{
    QString place;
    QList<TextChange> changes;

    bool operator==(const ShownDifference &) const = default;
};

//! Why a call was not answered from the cache.
struct MissDetail
{
    CacheExplanation explanation;
    QList<ShownDifference> differences; //!< from the nearest entry to the call
    QString statusLine; //!< "kagura; fwd=miss; detail=param_changed(temperature)"

    bool operator==(const MissDetail &) const = default;
};

//! Two entries beside each other.
struct EntryPair
{
    CacheEntry left;
    CacheEntry right;
    QList<ShownDifference> differences;
    QList<TextChange> answer; //!< from the left one to the right one

    bool operator==(const EntryPair &) const = default;
};

} // namespace kagura
