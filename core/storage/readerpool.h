// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/connection.h"
#include "core/storage/readtoken.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace kagura {

//! Threads that read one database, each with a connection of its own that cannot write.
//!
//! Requests wait until open(), and go in their order. Those that were taken back before their turn
//! cost nothing.
//!
//! Thread: any; guarded by m_lock; jobs run in the pool's threads. Lifetime: its end waits for the jobs
//! that run; those that wait get Cancelled. Errors: given to the job in place of a connection.
class ReaderPool final
{
public:
    using Job = std::function<void(const Result<Connection *> &)>;

    ReaderPool(QString path, int threads);
    ~ReaderPool();
    Q_DISABLE_COPY_MOVE(ReaderPool)

    void post(const ReadToken &token, Job job);

    void open(); //!< requests are served from now on
    void fail(const Error &error); //!< requests get this error from now on
    //! Waits until the last connection is closed; requests wait from now on.
    void close();
    void stop();

private:
    enum class Mode : std::uint8_t { Closed, Open, Failed, Stopped };

    struct Request
    {
        ReadToken token;
        Job job;
    };

    void setMode(Mode mode);
    void work();
    [[nodiscard]] Result<Connection *> connect(std::unique_ptr<Connection> &connection) const;

    std::mutex m_lock;
    std::condition_variable m_changed;
    QString m_path;
    std::deque<Request> m_requests;
    Error m_error;
    Mode m_mode = Mode::Closed;
    int m_openCount = 0; // threads that have a connection, or are about to
    std::vector<std::thread> m_threads;
};

} // namespace kagura
