// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/doorbell.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <mutex>
#include <utility>

namespace kagura {

//! What one thread hands to an object of another: a batch that grows until it is fetched.
//!
//! The producer adds with post(), which asks for one queued call of the consumer and for no second one
//! before the consumer has called take(): many small additions cost one wake. Above the bound post()
//! answers Full; it still keeps what was added, and whoever produces should stop until the take() that
//! says wasFull.
//!
//! Thread: post() from any; take() and close() in the thread of the receiver; guarded by m_lock.
//! Lifetime: shared by both sides; the receiver calls close() before it dies, and is never called after.
//! Errors: none.
template <typename Batch>
class EventQueue
{
public:
    enum class Room : std::uint8_t { Open, Full, Closed };

    struct Taken
    {
        Batch batch;
        bool wasFull = false; //!< the producer was told to stop and may go on
    };

    //! ready is called in the thread of receiver, and must not own what owns this queue.
    EventQueue(QObject *receiver, std::function<void()> ready, qsizetype boundBytes)
        : m_bell(new Doorbell(std::move(ready), receiver))
        , m_boundBytes(boundBytes)
    {}
    ~EventQueue() = default;
    Q_DISABLE_COPY_MOVE(EventQueue)

    //! Runs fill(Batch &) under the lock, so it must be short and call nobody. Once closed, fill does
    //! not run and what it would have added is lost.
    template <typename Fill>
    [[nodiscard]] Room post(qsizetype bytes, Fill &&fill)
    {
        const std::lock_guard guard(m_lock);
        if (!m_bell)
            return Room::Closed;
        std::forward<Fill>(fill)(m_batch);
        m_bytes += bytes;
        // Under the lock: the receiver cannot die between the test above and this call.
        if (!std::exchange(m_isWoken, true))
            m_bell->ring();
        if (m_bytes <= m_boundBytes)
            return Room::Open;
        m_isFull = true;
        return Room::Full;
    }

    [[nodiscard]] Taken take()
    {
        const std::lock_guard guard(m_lock);
        m_isWoken = false;
        m_bytes = 0;
        return {std::exchange(m_batch, Batch()), std::exchange(m_isFull, false)};
    }

    //! The receiver wants nothing more; what was not taken is dropped.
    void close()
    {
        const std::lock_guard guard(m_lock);
        m_bell = nullptr;
        m_batch = Batch();
        m_bytes = 0;
    }

private:
    std::mutex m_lock;
    Doorbell *m_bell; // the receiver's child
    Batch m_batch;
    qsizetype m_boundBytes;
    qsizetype m_bytes = 0;
    bool m_isWoken = false;
    bool m_isFull = false;
};

} // namespace kagura
