// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/llm/chatevent.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <chrono>

namespace kagura {

//! One event of an answer, and when it came after the answer was asked for.
struct TimedEvent
{
    ChatEvent event;
    std::chrono::milliseconds at{0};

    bool operator==(const TimedEvent &) const = default;
};

//! The events of an answer in a few bytes each, so that it can be told again exactly as it was.
//!
//! Notices of one attempt (a retry, a fallback) are not part of the answer and are left out; Restarted
//! drops what came before.
//!
//! Thread: one at a time. Lifetime: a value. Errors: decode(): Protocol for bytes that are no whole log.
class AnswerLog
{
public:
    //! at: since the request was sent; never less than at the call before.
    void add(const ChatEvent &event, std::chrono::milliseconds at);

    //! All so far; a log without a Finish is no whole one.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] static Result<QList<TimedEvent>> decode(QByteArrayView bytes);

private:
    QByteArray m_bytes;
    std::chrono::milliseconds m_last{0};
    int m_count = 0;
};

} // namespace kagura
