// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/net/httprequest.h"
#include "tests/faults/answerwire.h"
#include "tests/support/script.h"

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <functional>

namespace kagura::test {

//! One way in which a server, or the way to it, can go wrong, and what has to come of it.
struct Fault
{
    enum class Place : std::uint8_t {
        Here, //!< the server of the test
        Nobody, //!< a port at which nobody listens
        HttpsToHttp, //!< https spoken to a server that speaks http
        HttpToHttps, //!< and the other way round
        SelfSigned, //!< https, with a certificate that nobody vouches for
    };
    enum class Modes : std::uint8_t { Both, Stream, Whole };

    QByteArray name;
    //! What the server does; isStream: the answer was asked for as a stream.
    std::function<Script(const AnswerWire &wire, bool isStream)> play;
    QList<Error::Kind> kinds; //!< which of them depends on who notices first
    bool isFinal = false; //!< not tried again, though its kind would be
    bool showsText = false; //!< AnswerWire::begunText() arrives first, and is kept
    int requests = 1; //!< that reach the server for one attempt; -1: any number
    Modes modes = Modes::Both;
    QList<DialectId> dialects = allDialects();
    Deadlines deadlines = patient();
    Place place = Place::Here;
    QString says = {}; //!< the message holds this
    bool isEmptyList = false; //!< which is no fault where a list of models was asked for

    //! Limits that no test should come near.
    [[nodiscard]] static Deadlines patient();
    //! Patient but for the one of that name.
    [[nodiscard]] static Deadlines shortly(
        std::optional<std::chrono::milliseconds> Deadlines::*kind, std::chrono::milliseconds limit);

    [[nodiscard]] bool canStream() const { return modes != Modes::Whole; }
    [[nodiscard]] bool canBeWhole() const { return modes != Modes::Stream; }
    [[nodiscard]] bool canStrikeLists() const { return canBeWhole() && !isEmptyList; }
    //! The deadline that ends one attempt; zero where none should be needed.
    [[nodiscard]] std::chrono::milliseconds limit() const;
};

//! \name All faults, by where they strike
//! @{
[[nodiscard]] QList<Fault> connectionFaults(); //!< before there is an answer
[[nodiscard]] QList<Fault> framingFaults(); //!< in the bytes that carry the answer
[[nodiscard]] QList<Fault> contentFaults(); //!< in the answer
[[nodiscard]] QList<Fault> refusals(); //!< statuses, errors in-band, redirects
[[nodiscard]] QList<Fault> allFaults();
//! @}

//! The key that every call of these tests carries. Some servers quote it.
[[nodiscard]] QByteArray faultKey();

} // namespace kagura::test
