// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/interrupt.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace kagura {

namespace {

// The handler may touch nothing else: a descriptor to wake the event loop and the number of signals.
std::atomic<int> wakeDescriptor{-1};
std::atomic<int> signalsSeen{0};

void handleSignal(int)
{
    if (signalsSeen.fetch_add(1) > 0)
        _exit(130);
    const char byte = 1;
    if (const ssize_t written = write(wakeDescriptor.load(), &byte, 1); written != 1)
        _exit(130);
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    wakeDescriptor = m_pipe[1];
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Interrupt::readSignal);

    struct sigaction action = {};
    action.sa_handler = handleSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A reader that goes away (kagura-cli chat … | head) is a write error of ours, not a kill.
    std::signal(SIGPIPE, SIG_IGN);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    wakeDescriptor = -1;
    for (const int descriptor : m_pipe) {
        if (descriptor >= 0)
            close(descriptor);
    }
}

void Interrupt::readSignal()
{
    char byte = 0;
    while (read(m_pipe[0], &byte, 1) == 1) {}
    Q_EMIT requested();
}

} // namespace kagura
