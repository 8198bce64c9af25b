// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatreply.h"

#include <QStringList>

namespace kagura::test {

//! Everything a reply says, in order, one line each, to be compared as a whole: "started live p/m",
//! "text Hello", "retry 2 after 500 rate_limited", "finished" or "failed truncated".
class EventLog : public QObject
{
    Q_OBJECT

public:
    //! The reply must not have spoken yet.
    explicit EventLog(ChatReply &reply);
    ~EventLog() override;

    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    QStringList m_lines;
    bool m_isOver = false;
};

[[nodiscard]] QString eventLine(const ChatEvent &event);

} // namespace kagura::test
