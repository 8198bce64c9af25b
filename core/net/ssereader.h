// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/net/linesplitter.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace kagura {

//! One server-sent event; both views are good during the callback only.
struct SseEvent
{
    QByteArrayView type; //!< "message" where the stream says nothing
    QByteArrayView data; //!< lines joined by LF
};

struct SseLimits
{
    qsizetype lineBytes = 4 * 1024 * 1024;
    qsizetype eventBytes = 4 * 1024 * 1024;
};

//! Server-sent events out of bytes, as the WHATWG specification has it: LF, CR and CRLF end a line, the
//! first BOM is dropped, comments and unknown fields are passed over, an event without data is none.
//! `id` and `retry` serve reconnection, which a paid answer must never do, and are ignored.
//!
//! Thread: one at a time, any. Lifetime: one stream. Errors: Protocol when a limit is exceeded; feed()
//! then gives nothing more.
//! Source: HTML Living Standard, 9.2 "Server-sent events"; the 27 vectors in tests/vectors.
class SseReader
{
public:
    explicit SseReader(const SseLimits &limits = {})
        : m_lines(LineSplitter::Ends::CrLfOrEither, limits.lineBytes)
        , m_maxEventBytes(limits.eventBytes)
    {}

    //! Calls onEvent(const SseEvent &) for each event that bytes complete, as long as it answers true.
    template <typename OnEvent>
    void feed(QByteArrayView bytes, OnEvent &&onEvent)
    {
        if (m_error)
            return;
        m_lines.feed(bytes,
                     [this, &onEvent](QByteArrayView line) { return takeLine(line, onEvent); });
        if (m_lines.isOverlong())
            fail();
        keepOpenData();
    }

    //! The stream is over. The specification drops an event that no blank line ended; a model server
    //! that just closes may still have meant it, so it is handed out here, for the caller to judge.
    template <typename OnEvent>
    void flush(OnEvent &&onEvent)
    {
        if (m_error)
            return;
        const QByteArray rest = m_lines.rest().toByteArray();
        m_lines.clearRest();
        if (rest.isEmpty() || takeLine(rest, onEvent))
            takeLine({}, onEvent);
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    template <typename OnEvent>
    bool takeLine(QByteArrayView line, OnEvent &&onEvent)
    {
        if (m_isFirstLine) {
            m_isFirstLine = false;
            if (line.startsWith("\xef\xbb\xbf"))
                line = line.sliced(3);
        }
        if (line.isEmpty() && m_hasData)
            return dispatch(onEvent);
        if (line.isEmpty()) {
            m_type.resize(0); // an event without data is none, and leaves its type to no other
            return true;
        }
        if (line.startsWith("data:")) {
            addData(line.sliced(line.size() > 5 && line[5] == ' ' ? 6 : 5));
            return !m_error;
        }
        takeField(line);
        return !m_error;
    }

    template <typename OnEvent>
    bool dispatch(OnEvent &&onEvent)
    {
        const SseEvent event{m_type.isEmpty() ? QByteArrayView("message") : QByteArrayView(m_type),
                             m_isDataOwned ? QByteArrayView(m_data) : m_openData};
        const bool goesOn = onEvent(event);
        m_type.resize(0);
        m_data.resize(0);
        m_hasData = m_isDataOwned = false;
        return goesOn;
    }

    void takeField(QByteArrayView line);
    void addData(QByteArrayView value);
    void keepOpenData();
    void fail();

    LineSplitter m_lines;
    QByteArray m_type;
    QByteArray m_data; //!< where the data could not stay a view into the caller's bytes
    QByteArrayView m_openData;
    qsizetype m_maxEventBytes;
    std::optional<Error> m_error;
    bool m_isFirstLine = true;
    bool m_hasData = false;
    bool m_isDataOwned = false;
};

} // namespace kagura
