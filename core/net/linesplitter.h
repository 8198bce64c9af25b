// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstring>

namespace kagura {

//! Cuts a stream of bytes into lines, however its pieces are cut. Each byte is looked at a fixed number
//! of times and copied at most once, and only where a line crosses two pieces.
//!
//! Thread: one at a time, any. Lifetime: one stream. Errors: isOverlong().
class LineSplitter
{
public:
    enum class Ends : std::uint8_t { Lf, CrLfOrEither };

    LineSplitter(Ends ends, qsizetype maxLineBytes)
        : m_ends(ends)
        , m_maxLineBytes(maxLineBytes)
    {}

    //! Calls onLine(QByteArrayView) for each line that ends in bytes, without its end; the view is good
    //! during the call. A line goes on while onLine answers true.
    template <typename OnLine>
    void feed(QByteArrayView bytes, OnLine &&onLine)
    {
        const char *cursor = bytes.data();
        const char *const end = cursor + bytes.size();
        if (m_skipLf && cursor != end) {
            cursor += *cursor == '\n' ? 1 : 0;
            m_skipLf = false;
        }
        // The next LF is looked for once, so that a stream of bare CRs stays linear.
        const char *lf = find(cursor, end, '\n');
        while (cursor < end && !m_isOverlong) {
            if (lf < cursor)
                lf = find(cursor, end, '\n');
            const char *stop = lf;
            if (m_ends == Ends::CrLfOrEither)
                stop = find(cursor, lf, '\r');
            if (stop == end)
                break;
            const bool isCr = *stop == '\r';
            if (!endLine(QByteArrayView(cursor, stop - cursor), onLine))
                return;
            cursor = stop + 1;
            if (isCr) {
                if (cursor == end)
                    m_skipLf = true;
                else if (*cursor == '\n')
                    ++cursor;
            }
        }
        if (cursor < end && !m_isOverlong)
            keep(QByteArrayView(cursor, end - cursor));
    }

    //! What came after the last line end.
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }
    void clearRest() { m_rest.clear(); }

    //! A line exceeded the limit; nothing more comes.
    [[nodiscard]] bool isOverlong() const { return m_isOverlong; }

private:
    static const char *find(const char *from, const char *end, char c)
    {
        const void *found = std::memchr(from, c, static_cast<std::size_t>(end - from));
        return found != nullptr ? static_cast<const char *>(found) : end;
    }

    void keep(QByteArrayView piece)
    {
        if (m_rest.size() + piece.size() > m_maxLineBytes)
            m_isOverlong = true;
        else
            m_rest.append(piece);
    }

    template <typename OnLine>
    bool endLine(QByteArrayView line, OnLine &&onLine)
    {
        if (m_rest.isEmpty()) {
            m_isOverlong = line.size() > m_maxLineBytes;
            return !m_isOverlong && onLine(line);
        }
        keep(line);
        if (m_isOverlong)
            return false;
        const bool goesOn = onLine(QByteArrayView(m_rest));
        m_rest.resize(0); // keeps its memory for the next one
        return goesOn;
    }

    QByteArray m_rest;
    Ends m_ends;
    qsizetype m_maxLineBytes;
    bool m_skipLf = false;
    bool m_isOverlong = false;
};

} // namespace kagura
