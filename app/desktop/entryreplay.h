// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/entrydetail.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace kagura {

//! Tells the pieces of a stored answer again as they came; one that took very long is told faster.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class EntryReplay final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Longest{15'000};

    explicit EntryReplay(QObject *parent = nullptr);

    void start(const QList<StreamBeat> &beats);
    void stop(); //!< no-op unless it is running
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

    //! The beats with other times: the last one comes no later than Longest.
    [[nodiscard]] static QList<StreamBeat> timed(QList<StreamBeat> beats);

Q_SIGNALS:
    void arrived(const kagura::StreamBeat &beat);
    void ended(); //!< told whole, or stopped

private:
    void tell();

    QList<StreamBeat> m_beats;
    qsizetype m_told = 0;
    QElapsedTimer m_since;
    QTimer m_timer;
};

} // namespace kagura
