// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace kagura {

//! The one beat to which everything that streams is shown. Whoever has news calls wake(); at the next
//! beat collect() lets the feeds hand over their text and then frame() lets the views show it. Without
//! a wake() it stands still, so an idle window costs nothing.
//!
//! Thread: the GUI thread. Lifetime: outlives its listeners or dies with the window. Errors: none.
class FrameClock final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds interval{16};

    explicit FrameClock(QObject *parent = nullptr);

    void wake();
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void collect();
    void frame();

private:
    void beat();

    QTimer m_timer;
    bool m_isWoken = false;
};

} // namespace kagura
