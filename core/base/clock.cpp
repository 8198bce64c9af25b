// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace kagura {

Clock::~Clock() = default;

QDateTime SystemClock::wall() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::microseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

void SystemClock::callLater(std::chrono::milliseconds delay,
                            QObject *context,
                            std::function<void()> work)
{
    QTimer::singleShot(std::max(delay, std::chrono::milliseconds(0)), context, std::move(work));
}

} // namespace kagura
