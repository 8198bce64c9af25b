// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace kagura {

//! A word and what it stands for; an unknown value is an em dash.
struct InspectedFact
{
    QString name;
    QString value;

    bool operator==(const InspectedFact &) const = default;
};

//! What the inspector shows of the call behind one answer, ready to be shown: secrets are boxes already.
struct InspectedCall
{
    struct Event
    {
        std::chrono::milliseconds at{0};
        QString kind;
        QString content;

        bool operator==(const Event &) const = default;
    };

    QString message = {}; //!< the answer's id
    QString title = {}; //!< which model, and when
    bool isLive = false; //!< more will come

    //! \name Request
    //! @{
    QString requestLine = {}; //!< "POST https://…"; empty where the request is not known
    QList<InspectedFact> headers = {};
    QString body = {}; //!< JSON, set for reading
    QString requestNote = {}; //!< what is missing, and why
    QString curl = {}; //!< empty where there is none
    //! @}

    //! \name Stream
    //! @{
    QList<InspectedFact> times = {}; //!< "first text", "done"
    std::optional<std::chrono::milliseconds> firstContent = std::nullopt;
    QList<qint64> characters = {}; //!< in each step from sending on
    std::chrono::milliseconds step{100};
    QList<Event> events = {};
    QString streamNote = {}; //!< "96 tokens/s", and how many events are not listed
    //! @}

    QList<InspectedFact> attempts = {};
    QList<InspectedFact> usage = {};

    //! \name Cost: one line a class of tokens, then the sum
    //! @{
    QList<InspectedFact> cost = {};
    QString costNote = {}; //!< whose prices, of what day; or why there is none
    //! @}

    //! \name Cache
    //! @{
    enum class Cache : std::uint8_t { Unknown, Bypass, Miss, Hit };
    Cache cache = Cache::Unknown;
    QString cacheReason = {}; //!< in a sentence
    QStringList cacheDetails = {};
    //! @}

    QString failure = {}; //!< what went wrong, in the server's words; empty: nothing

    bool operator==(const InspectedCall &) const = default;
};

} // namespace kagura
