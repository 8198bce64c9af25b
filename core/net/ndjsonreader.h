// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/net/jsonsplitter.h"
#include "core/net/linesplitter.h"

#include <optional>

namespace kagura {

//! JSON values out of newline-delimited JSON. Blank lines and spaces are passed over; several objects
//! on one line come one by one; the last line needs no end.
//!
//! Thread: one at a time, any. Lifetime: one stream. Errors: Protocol for a line over the limit; feed()
//! then gives nothing more.
class NdjsonReader
{
public:
    explicit NdjsonReader(qsizetype maxLineBytes = 8 * 1024 * 1024)
        : m_lines(LineSplitter::Ends::Lf, maxLineBytes)
        , m_maxLineBytes(maxLineBytes)
    {}

    //! Calls onValue(QByteArrayView) with the text of each value, as long as it answers true.
    template <typename OnValue>
    void feed(QByteArrayView bytes, OnValue &&onValue)
    {
        if (m_error)
            return;
        m_lines.feed(bytes,
                     [this, &onValue](QByteArrayView line) { return takeLine(line, onValue); });
        if (m_lines.isOverlong())
            m_error = Error{
                Error::Kind::Protocol,
                QStringLiteral("a line of the stream is longer than %1 bytes").arg(m_maxLineBytes)};
    }

    //! The stream is over: a last line without its end is a line.
    template <typename OnValue>
    void flush(OnValue &&onValue)
    {
        const QByteArray rest = m_lines.rest().toByteArray();
        m_lines.clearRest();
        if (!m_error)
            takeLine(rest, onValue);
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    template <typename OnValue>
    static bool takeLine(QByteArrayView line, OnValue &&onValue)
    {
        line = line.trimmed();
        if (line.isEmpty())
            return true;
        if (!holdsSeveral(line))
            return onValue(line);
        JsonSplitter splitter(line.size());
        bool goesOn = true;
        splitter.feed(line, [&](QByteArrayView value) { return goesOn = onValue(value); });
        return goesOn;
    }

    //! Cheap and never wrong towards "one": only a } with a { behind it can end one object and begin
    //! the next. Inside a string it costs a slower look, no more.
    static bool holdsSeveral(QByteArrayView line);

    LineSplitter m_lines;
    qsizetype m_maxLineBytes;
    std::optional<Error> m_error;
};

} // namespace kagura
