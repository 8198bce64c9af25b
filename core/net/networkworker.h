// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/eventqueue.h"
#include "core/net/managerpool.h"
#include "core/net/transport.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace kagura {

class NetworkCall;

//! The network thread of a QtTransport and what lives in it: the calls under way and the managers.
//!
//! Thread: made in any; post() from any; everything else in the network thread. Lifetime: shared by the
//! transport and its calls, so that a call may outlive the transport; stop() ends the thread.
class NetworkWorker final
{
public:
    NetworkWorker();
    ~NetworkWorker();
    Q_DISABLE_COPY_MOVE(NetworkWorker)

    using CallId = std::uint64_t;

    [[nodiscard]] CallId start(HttpRequest request, std::shared_ptr<BodySink> sink);
    void abort(CallId id);
    void resume(CallId id);

    //! Ends every call with Cancelled and joins the thread. Later calls end at once.
    void stop();

private:
    using Job = std::function<void()>;
    using Queue = EventQueue<std::vector<Job>>;

    void post(Job job);
    void runJobs();
    void begin(CallId id, HttpRequest request, const std::shared_ptr<BodySink> &sink);

    std::atomic<CallId> m_lastId{0};
    std::atomic<bool> m_isStopped{false};
    QThread m_thread;
    std::unique_ptr<QObject> m_context; //!< lives in the thread; what is posted runs there
    std::unique_ptr<Queue> m_queue;
    std::unique_ptr<ManagerPool> m_pool;
    std::unordered_map<CallId, std::unique_ptr<NetworkCall>> m_calls;
};

} // namespace kagura
