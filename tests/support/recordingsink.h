// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/transport.h"

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace kagura::test {

//! A BodySink that remembers what it was told, and checks the order of calls that BodySink promises.
//!
//! Thread: any; guarded by m_lock. Lifetime: shared. Errors: isOrderKept().
class RecordingSink final : public BodySink
{
public:
    //! What write() answers, and what counts as progress; set before the call is sent.
    struct Behaviour
    {
        qint64 fullAfter = -1; //!< answers Full once that many bytes came; see open()
        QByteArray doneAt = {}; //!< answers Done once the body contains this
        QByteArray progressMark = {}; //!< each occurrence is one progress; empty: each byte is
        bool keepsBody = true;
    };

    RecordingSink() = default;
    explicit RecordingSink(Behaviour behaviour)
        : m_behaviour(std::move(behaviour))
    {}

    void head(const HttpHead &head) override;
    State write(QByteArrayView bytes) override;
    void end(const std::optional<Error> &failure) override;
    [[nodiscard]] qint64 progress() const override;

    void open(); //!< never Full again; HttpCall::resume() is the caller's

    [[nodiscard]] bool hasHead() const;
    [[nodiscard]] HttpHead headSeen() const;
    [[nodiscard]] QByteArray body() const;
    [[nodiscard]] qint64 bodySize() const;
    [[nodiscard]] int endCount() const;
    [[nodiscard]] bool isEnded() const { return endCount() > 0; }
    [[nodiscard]] std::optional<Error> failure() const;
    //! Blocks until end() was called; false: not in time.
    [[nodiscard]] bool waitForEnd(
        std::chrono::milliseconds patience = std::chrono::seconds(10)) const;
    //! No head twice, no write before it, nothing behind end().
    [[nodiscard]] bool isOrderKept() const;

private:
    mutable std::mutex m_lock;
    mutable std::condition_variable m_hasEnded;
    Behaviour m_behaviour;
    std::optional<HttpHead> m_head;
    QByteArray m_body;
    qint64 m_size = 0;
    qint64 m_progress = 0;
    int m_endCount = 0;
    std::optional<Error> m_failure;
    bool m_isOrderKept = true;
};

} // namespace kagura::test
