// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/networkworker.h"

#include "core/net/networkcall.h"

#include <tuple>
#include <utility>

namespace kagura {

namespace {

Error cancelledByShutdown()
{
    return {Error::Kind::Cancelled, QStringLiteral("the program is ending")};
}

} // namespace

NetworkWorker::NetworkWorker()
    : m_context(std::make_unique<QObject>())
    , m_queue(std::make_unique<Queue>(
          m_context.get(), [this] { runJobs(); }, 0))
{
    m_thread.setObjectName(QStringLiteral("kagura-network"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

NetworkWorker::~NetworkWorker()
{
    stop();
}

void NetworkWorker::post(Job job)
{
    // No bound: what is posted are calls, not their bytes.
    std::ignore =
        m_queue->post(0, [&job](std::vector<Job> &jobs) { jobs.push_back(std::move(job)); });
}

void NetworkWorker::runJobs()
{
    for (const Job &job : m_queue->take().batch)
        job();
}

NetworkWorker::CallId NetworkWorker::start(HttpRequest request, std::shared_ptr<BodySink> sink)
{
    const CallId id = ++m_lastId;
    if (m_isStopped) {
        sink->end(cancelledByShutdown());
        return id;
    }
    post([this, id, request = std::move(request), sink = std::move(sink)] {
        begin(id, request, sink);
    });
    return id;
}

void NetworkWorker::begin(CallId id, HttpRequest request, const std::shared_ptr<BodySink> &sink)
{
    if (m_isStopped) {
        sink->end(cancelledByShutdown());
        return;
    }
    if (!m_pool)
        m_pool = std::make_unique<ManagerPool>();
    auto call = std::make_unique<NetworkCall>(*m_pool, std::move(request), sink);
    NetworkCall *running = call.get();
    m_calls.emplace(id, std::move(call));
    // The call may be inside one of its own slots when it says that it is done.
    QObject::connect(running, &NetworkCall::done, m_context.get(), [this, id] {
        if (const auto found = m_calls.find(id); found != m_calls.end()) {
            found->second.release()->deleteLater();
            m_calls.erase(found);
        }
    });
    running->start();
}

void NetworkWorker::abort(CallId id)
{
    if (m_isStopped)
        return;
    post([this, id] {
        if (const auto found = m_calls.find(id); found != m_calls.end())
            found->second->abort(
                {Error::Kind::Cancelled, QStringLiteral("cancelled by the caller")});
    });
}

void NetworkWorker::resume(CallId id)
{
    if (m_isStopped)
        return;
    post([this, id] {
        if (const auto found = m_calls.find(id); found != m_calls.end())
            found->second->resume();
    });
}

void NetworkWorker::stop()
{
    if (m_isStopped.exchange(true))
        return;
    // Runs behind every start() that was posted before, so that none of their sinks waits for ever.
    post([this] {
        const auto calls = std::exchange(m_calls, {});
        for (const auto &[id, call] : calls) {
            QObject::disconnect(call.get(), nullptr, m_context.get(), nullptr);
            call->shutDown(cancelledByShutdown());
        }
        m_pool.reset();
        m_thread.quit();
    });
    m_thread.wait();
    runJobs(); // a call that began while the thread was ending still gets its end
}

} // namespace kagura
