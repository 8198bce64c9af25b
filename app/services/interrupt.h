// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <array>

class QSocketNotifier;

namespace kagura {

//! SIGINT and SIGTERM as a Qt signal. The first one asks politely; the second ends the process at
//! once with exit code 130, for the case that something hangs.
//!
//! Thread: the main thread. Lifetime: one at a time, for as long as the event loop runs. Errors: none;
//! where no pipe can be made the signals keep their default action.
class Interrupt final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void requested();

private:
    void readSignal();

    std::array<int, 2> m_pipe = {-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace kagura
