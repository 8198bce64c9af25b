// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <cstdint>

namespace kagura::test {

//! What a ScriptedServer does with one request, step by step. When the steps are over the connection
//! waits for the next request, unless a step closed it.
class Script
{
public:
    struct Step
    {
        enum class Kind : std::uint8_t { Write, Pause, Close, Reset, Hold };

        Kind kind = Kind::Write;
        QByteArray bytes = {};
        qint64 times = 1; //!< -1: until the peer goes away
        std::chrono::milliseconds pause{0}; //!< after each time
    };

    //! \name Bytes
    //! @{
    Script &write(const QByteArray &bytes) { return add({Step::Kind::Write, bytes}); }
    //! Again and again; times -1: until the peer goes away.
    Script &repeat(const QByteArray &bytes,
                   qint64 times,
                   std::chrono::milliseconds between = std::chrono::milliseconds(0))
    {
        return add({Step::Kind::Write, bytes, times, between});
    }
    //! One byte at a time.
    Script &trickle(const QByteArray &bytes, std::chrono::milliseconds between);
    //! @}

    //! \name HTTP in pieces
    //! @{
    //! Status line, the given header lines (each with its CRLF) and the blank line.
    Script &head(int status, const QByteArray &headerLines = {});
    Script &chunk(const QByteArray &data); //!< of a chunked body
    Script &lastChunk() { return write("0\r\n\r\n"); }
    //! @}

    //! \name Time and ends
    //! @{
    Script &pause(std::chrono::milliseconds time) { return add({Step::Kind::Pause, {}, 1, time}); }
    Script &close() { return add({Step::Kind::Close}); } //!< FIN, after what was written
    Script &reset() { return add({Step::Kind::Reset}); } //!< RST, after what was written
    Script &hold() { return add({Step::Kind::Hold}); } //!< silent until the peer goes away
    //! @}

    //! A whole answer with Content-Length.
    [[nodiscard]] static Script whole(int status,
                                      const QByteArray &body,
                                      const QByteArray &headerLines = {});
    //! A whole event stream, each piece its own chunk.
    [[nodiscard]] static Script stream(const QList<QByteArray> &pieces,
                                       const QByteArray &headerLines = {});
    [[nodiscard]] static Script redirect(int status, const QByteArray &location);

    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }

private:
    Script &add(const Step &step)
    {
        m_steps.append(step);
        return *this;
    }

    QList<Step> m_steps;
};

} // namespace kagura::test
