// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/chat/livetext.h"
#include "core/chat/storedmessage.h"
#include "ui/chat/transcriptmodel.h"

#include <QHash>

#include <functional>

namespace kagura {

//! The answers that are arriving, whether they are shown or not, as the window knows them so far.
//!
//! Thread: the GUI thread. Lifetime: the clock outlives it. Errors: none.
class LiveAnswers
{
public:
    explicit LiveAnswers(const Clock &clock)
        : m_clock(clock)
    {}

    void start(const QString &message, const LiveTextPointer &buffer);
    void end(const QString &message) { m_live.remove(message); }

    //! An answer as a row: what is stored, and what has come since; without attachments and tools.
    [[nodiscard]] TranscriptMessage shown(const BranchMessage &message) const;

    //! Once a frame: takes what came for each answer, so that no buffer fills up unseen, and shows it
    //! in the model that has it; modelOf gives null where none does.
    void collect(const std::function<TranscriptModel *(const QString &message)> &modelOf);

private:
    struct Live
    {
        LiveTextPointer buffer;
        QString text;
        QString reasoning;
        std::chrono::microseconds sentAt{0};
        std::chrono::microseconds thinkingSince{0}; //!< 0: it never thought
    };

    void show(const QString &id,
              const Live &live,
              const QString &newText,
              const QString &newReasoning,
              TranscriptModel &model,
              bool isWhole) const;

    const Clock &m_clock;
    QHash<QString, Live> m_live; // by message
};

} // namespace kagura
