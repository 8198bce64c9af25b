// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace kagura {

class Redactor;

//! Sends every log line of the process through a Redactor to standard error, one line a message.
//!
//! Thread: made and destroyed in one thread; messages come from any. Lifetime: one at a time; the
//! handler that was there before comes back with its end. Errors: none.
class LogHandler
{
public:
    explicit LogHandler(const Redactor &redactor);
    ~LogHandler();
    Q_DISABLE_COPY_MOVE(LogHandler)

private:
    QtMessageHandler m_previous = nullptr;
};

} // namespace kagura
