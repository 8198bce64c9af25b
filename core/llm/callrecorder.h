// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/llm/callrecord.h"

#include <QObject>
#include <QPointer>

namespace kagura {

//! Writes one call down while it goes. What is kept of it is bounded: the first events, each by its
//! beginning; of the others their number and how many characters came when; a body up to a length.
//!
//! Thread: the engine thread. Lifetime: clock outlives it; the reply may go before it. Errors: none.
class CallRecorder final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype keptEvents = 1000;
    static constexpr qsizetype keptContent = 200; //!< characters of an event
    static constexpr qsizetype keptSteps = 300; //!< then a step becomes twice as long
    static constexpr qsizetype keptBody = 1024 * 1024; //!< bytes

    //! request: what goes on the wire; empty where nobody can tell. The reply was just sent.
    CallRecorder(const std::optional<HttpRequest> &request,
                 const QString &provider,
                 const QString &model,
                 ChatReply &reply,
                 const Clock &clock,
                 QObject *parent = nullptr);

    [[nodiscard]] const CallRecord &record() const { return m_record; }
    [[nodiscard]] bool hasEnded() const { return m_record.totalTime.has_value(); }

Q_SIGNALS:
    void answeredFrom(); //!< origin and what the cache did are known
    void ended();

private:
    void hear(const QList<ChatEvent> &events);
    void countCharacters(qsizetype count);
    void hearEnd();
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

    const Clock &m_clock;
    QPointer<ChatReply> m_reply;
    std::chrono::microseconds m_sentAt;
    CallRecord m_record;
};

} // namespace kagura
