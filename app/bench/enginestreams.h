// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/livetext.h"
#include "core/llm/vendorprovider.h"
#include "core/net/qttransport.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>
#include <vector>

namespace kagura::bench {

//! Calls of a provider of ours that stream at the same time, in an engine thread of their own, as the
//! desktop application makes them.
//!
//! Thread: made and destroyed in the GUI thread. Lifetime: a measurement; its end cancels what streams.
//! Errors: what fails brings no more text.
class EngineStreams final : public QObject
{
    Q_OBJECT

public:
    EngineStreams(const QUrl &baseUrl, int count);
    ~EngineStreams() override;

    [[nodiscard]] LiveText &text(int stream) { return *m_texts.at(std::size_t(stream)); }

Q_SIGNALS:
    void arrived(); //!< there is text where there was none

private:
    class Worker;

    QThread m_thread;
    std::vector<LiveTextPointer> m_texts;
};

} // namespace kagura::bench
