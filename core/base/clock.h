// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace kagura {

//! The time as a part of ours sees it, so that a test can own it.
//!
//! wall() may jump in both directions and is for what people read and what is stored; monotonic()
//! never goes back and is for durations and deadlines.
//!
//! Thread: wall() and monotonic() from any; callLater() in the thread of its context. Lifetime: outlives
//! everything that was built with it. Errors: none.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock();
    Q_DISABLE_COPY_MOVE(Clock)

    [[nodiscard]] virtual QDateTime wall() const = 0; //!< UTC
    [[nodiscard]] virtual std::chrono::microseconds monotonic()
        const = 0; //!< since an arbitrary start

    //! Calls work once in the thread of context after delay, unless context died before. A delay of
    //! zero or less means the next turn of the event loop, never now.
    virtual void callLater(std::chrono::milliseconds delay,
                           QObject *context,
                           std::function<void()> work) = 0;
};

//! The real one.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime wall() const override;
    [[nodiscard]] std::chrono::microseconds monotonic() const override;
    void callLater(std::chrono::milliseconds delay,
                   QObject *context,
                   std::function<void()> work) override;
};

} // namespace kagura
