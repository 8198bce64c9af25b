// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/redis/redisaddress.h"
#include "core/redis/redisreader.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

class QSslSocket;

namespace kagura {

//! One connection to a Redis server on which commands follow each other without waiting.
//!
//! Sockets and TLS are Qt's, so that nothing blocks (hiredis itself looks names up in the calling
//! thread) and TLS works with every hiredis; commands and answers are hiredis' matter.
//!
//! Thread: the one that made it. Lifetime: the caller's; a command whose context died is not answered.
//! Errors: each command gets its own: Network, Timeout, Auth, Protocol, Server; after any but Server the
//! connection is closed, and open() makes a new one.
class RedisConnection final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        RedisAddress address;
        Secret password; //!< empty: none is asked for
        QByteArray authorities; //!< certificates in PEM that are trusted beside the system's
        qsizetype largestAnswer = 4 * 1024 * 1024;
        qsizetype largestBacklog = 16 * 1024 * 1024; //!< bytes of commands that wait
        std::chrono::milliseconds patience{2000}; //!< for connection, TLS and password
    };
    using Done = std::function<void(const Result<RedisValue> &)>;

    explicit RedisConnection(Options options, QObject *parent = nullptr);
    ~RedisConnection() override;

    //! Begins to connect, unless it has begun.
    void open();
    //! Ends it; what waits for an answer gets reason, later and not from here.
    void close(const Error &reason);

    [[nodiscard]] bool isReady() const { return m_state == State::Ready; }
    //! Nothing waits: all was answered.
    [[nodiscard]] bool isIdle() const { return m_waiting.empty(); }

    //! Sends a command, as soon as the connection is ready; opens it where that is needed. done comes
    //! later, not from here. False: more waits than may, and nothing was sent.
    [[nodiscard]] bool send(const QList<QByteArray> &words, QObject *context, Done done);

Q_SIGNALS:
    void ready();
    void closed(const kagura::Error &reason);
    void idle(); //!< all was answered

private:
    enum class State : std::uint8_t { Closed, Opening, Ready };
    struct Waiting
    {
        qsizetype bytes = 0;
        QPointer<QObject> context;
        Done done;
    };

    void greet();
    void greetingEnded(const Result<RedisValue> &answer);
    void read();
    void take(const RedisValue &value);
    void socketFailed();

    Options m_options;
    State m_state = State::Closed;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<RedisReader> m_reader;
    QTimer m_deadline;
    QList<QByteArray> m_unsent; //!< until it is ready
    std::deque<Waiting> m_waiting; //!< for answers, in order; the last ones may be unsent
    std::deque<Done> m_greetings; //!< for answers to what was said before
    qsizetype m_backlog = 0;
    bool m_isReading = false;
};

} // namespace kagura
