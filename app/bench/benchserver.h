// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QUrl>

namespace kagura::bench {

//! Serves until standard input closes; the body of the child process. Speaks just enough HTTP/1.1 for
//! POST and keep-alive, with plain sockets and a thread a connection, so that it is never the slower side.
//!
//! /burst/N…   N OpenAI Chat events of 203 bytes, each an HTTP chunk of its own, as fast as they go
//! /paced/RATE/SECONDS…  tokens of an answer in Markdown, so many a second
//! /delay/MS…  one short answer after that many milliseconds
int serve();

//! The server as a child process, so that its CPU time is not ours.
class BenchServer
{
public:
    BenchServer();
    ~BenchServer();
    Q_DISABLE_COPY_MOVE(BenchServer)

    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    //! base + "/chat/completions" is where a dialect of ours posts to.
    [[nodiscard]] QUrl burst(int events) const;
    [[nodiscard]] QUrl paced(int tokensPerSecond, int seconds) const;
    [[nodiscard]] QUrl delay(int milliseconds) const;

private:
    QProcess m_process;
    quint16 m_port = 0;
};

//! One `data: …` event of exactly 203 bytes with its blank line, as the OpenAI dialect streams text.
[[nodiscard]] QByteArray sampleEvent();

} // namespace kagura::bench
