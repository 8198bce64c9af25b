// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/readerpool.h"

#include <utility>

namespace kagura {

ReaderPool::ReaderPool(QString path, int threads)
    : m_path(std::move(path))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

ReaderPool::~ReaderPool()
{
    stop();
}

void ReaderPool::post(const ReadToken &token, Job job)
{
    {
        const std::lock_guard guard(m_lock);
        if (m_mode != Mode::Stopped) {
            m_requests.push_back({token, std::move(job)});
            m_changed.notify_one();
            return;
        }
    }
    job(Error{Error::Kind::Cancelled, QStringLiteral("the database is closed")});
}

void ReaderPool::open()
{
    setMode(Mode::Open);
}

void ReaderPool::fail(const Error &error)
{
    {
        const std::lock_guard guard(m_lock);
        m_error = error;
    }
    setMode(Mode::Failed);
}

void ReaderPool::close()
{
    setMode(Mode::Closed);
    std::unique_lock guard(m_lock);
    m_changed.wait(guard, [this] { return m_openCount == 0; });
}

void ReaderPool::stop()
{
    setMode(Mode::Stopped);
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
    std::deque<Request> left;
    {
        const std::lock_guard guard(m_lock);
        left.swap(m_requests);
    }
    for (const Request &request : left)
        request.job(Error{Error::Kind::Cancelled, QStringLiteral("the database is closed")});
}

void ReaderPool::setMode(Mode mode)
{
    {
        const std::lock_guard guard(m_lock);
        if (m_mode != Mode::Stopped)
            m_mode = mode;
    }
    m_changed.notify_all();
}

void ReaderPool::work()
{
    std::unique_ptr<Connection> connection;
    std::unique_lock guard(m_lock);
    while (true) {
        m_changed.wait(guard, [&] {
            const bool serves = m_mode == Mode::Open || m_mode == Mode::Failed;
            return m_mode == Mode::Stopped || (serves && !m_requests.empty())
                || (connection && m_mode != Mode::Open);
        });
        if (connection && m_mode != Mode::Open) {
            guard.unlock();
            connection.reset();
            guard.lock();
            --m_openCount;
            m_changed.notify_all();
            continue;
        }
        if (m_mode == Mode::Stopped)
            return;
        const Request request = std::move(m_requests.front());
        m_requests.pop_front();
        Result<Connection *> answer(m_error);
        const bool isOpen = m_mode == Mode::Open;
        if (isOpen && !connection)
            ++m_openCount;
        guard.unlock();
        if (request.token.isCancelled())
            answer = Error{Error::Kind::Cancelled, QStringLiteral("the request was taken back")};
        else if (isOpen)
            answer = connect(connection);
        if (answer)
            (*answer)->setCancelFlag(request.token.flag());
        request.job(answer);
        guard.lock();
        if (isOpen && !connection) {
            --m_openCount;
            m_changed.notify_all();
        }
    }
}

Result<Connection *> ReaderPool::connect(std::unique_ptr<Connection> &connection) const
{
    if (!connection) {
        Result<std::unique_ptr<Connection>> opened =
            Connection::open(m_path, Connection::Mode::ReadOnly);
        if (!opened)
            return opened.error();
        connection = std::move(opened).value();
    }
    return connection.get();
}

} // namespace kagura
