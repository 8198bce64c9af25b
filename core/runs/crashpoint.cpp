// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/crashpoint.h"

#include <QByteArray>

#include <unistd.h>

namespace kagura {

namespace {

constexpr int KilledExitCode = 137; // as a shell reports SIGKILL

} // namespace

CrashPoint::CrashPoint()
    : CrashPoint(qgetenv("KAGURA_CRASH_AT"))
{}

CrashPoint::CrashPoint(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon < 0)
        return;
    const QByteArrayView when = text.first(colon);
    if (when != "before" && when != "after")
        return;
    m_isAfter = when == "after";
    m_at = text.sliced(colon + 1).toInt();
}

void CrashPoint::beforeCommit()
{
    if (m_at > 0 && ++m_count == m_at && !m_isAfter)
        _exit(KilledExitCode);
}

void CrashPoint::afterCommit()
{
    if (m_at > 0 && m_isAfter && m_count == m_at)
        _exit(KilledExitCode);
}

} // namespace kagura
