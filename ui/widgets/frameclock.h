// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace kagura {

//! The one beat to which everything that streams is shown. Whoever has news calls wake(); at the next
//! beat collect() lets the feeds hand over their text and then frame() lets the views show it. Without
//! a wake() it stands still, so an idle window costs nothing.
//!
//! A view asks for a turn before it lays out and paints. Up to four views have theirs at every beat; of
//! more, each half has every second one, so that a beat never costs more than a few views.
//!
//! Thread: the GUI thread. Lifetime: outlives its listeners or dies with the window. Errors: none.
class FrameClock final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds interval{16};
    static constexpr qsizetype viewsAtOnce = 4;

    explicit FrameClock(QObject *parent = nullptr);

    void wake();
    //! \name For views
    //! @{
    void request(const QObject &view); //!< a turn, at one of the next two beats
    //! Whether it is the view's turn in this frame(); then it waits no longer.
    [[nodiscard]] bool takeTurn(const QObject &view);
    void forget(const QObject &view);
    //! @}

    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void collect();
    void frame();

private:
    void beat();

    QTimer m_timer;
    QList<const QObject *> m_views; // in the order in which they came; that decides their halves
    QSet<const QObject *> m_waiting;
    qsizetype m_half = 0;
    bool m_isHalved = false;
    bool m_isWoken = false;
};

} // namespace kagura
