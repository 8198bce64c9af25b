// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>
#include <QUrl>

#include <memory>

namespace kagura {

//! The offline Guide as a model server: OpenAI Chat over HTTP on the loopback address, so that chat,
//! cache and runs use it exactly as they use any other provider.
//!
//! It has one model, `guide`, and answers with GuideAnswerer over the bundled manual, a word at a time
//! where a stream is asked for. Every request needs the bearer token of this process, so that nobody
//! else on the machine can use it.
//!
//! Thread: its members from one thread; connections are served in threads of its own. Lifetime: stop()
//! or the destructor end streams that are under way, within some tens of milliseconds. Errors: start()
//! fails with Network where no loopback port can be had.
class GuideServer
{
public:
    struct Pace
    {
        int wordsPerSecond = 90; //!< 0: as fast as it goes
    };

    GuideServer();
    explicit GuideServer(const Pace &pace);
    ~GuideServer();
    Q_DISABLE_COPY_MOVE(GuideServer)

    Result<void> start();
    void stop();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QUrl baseUrl() const; //!< "http://127.0.0.1:PORT/v1" once started
    [[nodiscard]] Secret token() const;

    static constexpr const char *ProviderName = "guide";
    static constexpr const char *ModelName = "guide";

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kagura
