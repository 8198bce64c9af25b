// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/script.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSslConfiguration>
#include <QString>
#include <QTcpServer>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace kagura::test {

//! A request as the server read it.
struct ServedRequest
{
    QByteArray method;
    QByteArray path; //!< as on the wire, with its query; a proxy sees a whole URL here
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int connection = 0; //!< which one brought it, from 0

    //! Without regard to case; null where there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

//! An HTTP/1.1 server on loopback that does exactly what a test tells it, faults included.
//!
//!     ScriptedServer server;
//!     server.answerNext(Script::whole(429, "{}", "Retry-After: 1\r\n"));
//!     server.answer(Script().head(200, "Transfer-Encoding: chunked\r\n").chunk("data: x\n\n").reset());
//!     … call server.url("/v1/chat/completions") …
//!     QCOMPARE(server.requestCount(), 2);
//!
//! Reads a request whole (Content-Length; no chunked uploads), then plays a script: the one for its path,
//! else the next of answerNext(), else that of answer(); without any it answers 404. Connections are
//! kept alive and served in parallel, each in a thread of its own.
//!
//! Thread: all members from any; scripts are played in the connections' threads. Lifetime: destroying it
//! drops all connections and joins within 100 ms. Errors: QFAILs nothing; port() is 0 if it cannot listen.
class ScriptedServer
{
public:
    explicit ScriptedServer(const std::optional<QSslConfiguration> &tls = std::nullopt);
    ~ScriptedServer();
    Q_DISABLE_COPY_MOVE(ScriptedServer)

    [[nodiscard]] quint16 port() const { return m_port; }
    //! http(s)://127.0.0.1:port + path
    [[nodiscard]] QUrl url(const QByteArray &path = "/") const;

    //! \name What it answers; may be changed at any time
    //! @{
    void answer(const Script &script);
    void answerNext(const Script &script); //!< once; several queue up
    void answerPath(const QByteArray &path, const Script &script);
    //! Before all others; called in the connection's thread, several at once.
    void answerWith(std::function<Script(const ServedRequest &)> decide);
    //! @}

    [[nodiscard]] int requestCount() const; //!< those that were read whole
    [[nodiscard]] int connectionCount() const { return m_connectionCount; } //!< accepted ever
    [[nodiscard]] int openCount() const { return m_openCount; } //!< connections now
    [[nodiscard]] int liveCount() const { return m_liveCount; } //!< scripts being played now
    [[nodiscard]] int maxLiveCount() const { return m_maxLiveCount; }
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; } //!< taken by the kernel
    [[nodiscard]] QList<ServedRequest> requests() const;
    [[nodiscard]] ServedRequest lastRequest() const;

private:
    class Listener;
    class Player;

    [[nodiscard]] Script scriptFor(const ServedRequest &request);
    void serve(qintptr descriptor, int connection);

    std::optional<QSslConfiguration> m_tls;
    bool m_isTls;
    quint16 m_port = 0;
    std::atomic<bool> m_isStopping{false};
    std::atomic<int> m_connectionCount{0};
    std::atomic<int> m_openCount{0};
    std::atomic<int> m_liveCount{0};
    std::atomic<int> m_maxLiveCount{0};
    std::atomic<qint64> m_bytesSent{0};

    mutable std::mutex m_lock;
    QList<ServedRequest> m_requests;
    QList<Script> m_next;
    QHash<QByteArray, Script> m_byPath;
    std::optional<Script> m_default;
    std::function<Script(const ServedRequest &)> m_decide;
    std::vector<std::unique_ptr<QThread>> m_players;

    std::unique_ptr<QThread> m_thread;
};

} // namespace kagura::test
