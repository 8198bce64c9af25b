// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/cache/answerlog.h"
#include "core/cache/cacheentry.h"
#include "core/cache/cachepolicy.h"
#include "core/llm/chatreply.h"

#include <chrono>

namespace kagura {

//! Tells a stored answer again: the same events as the live reply had, in the pace that is wanted.
//! Cancelled on the way, it keeps the part that was told, as a live one does.
//!
//! Thread: the engine thread. Lifetime: as ChatReply; the clock outlives it. Errors: as ChatReply.
class ReplayReply final : public ChatReply
{
    Q_OBJECT

public:
    //! events end with a Finish, as AnswerLog::decode() sees to.
    ReplayReply(QList<TimedEvent> events,
                const CacheEntry &entry,
                Origin tier,
                ReplayPace pace,
                bool isStale,
                Clock &clock);
    ~ReplayReply() override;

protected:
    void abortWork() override;

private:
    void begin();
    void tell();
    [[nodiscard]] std::chrono::milliseconds tellingTime() const;

    QList<TimedEvent> m_events; //!< at: when they are told, from the beginning on
    Clock &m_clock;
    std::chrono::microseconds m_begunAt{0};
    QString m_providerName;
    QString m_modelName;
    Origin m_tier;
    qsizetype m_told = 0;
};

//! Spreads the events over at most 400 ms by what they weigh: short answers take less.
[[nodiscard]] QList<TimedEvent> paced(QList<TimedEvent> events);

} // namespace kagura
