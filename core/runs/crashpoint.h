// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <atomic>

namespace kagura {

//! Ends the process without a word at a given commit of the journal, so that a test can come back to
//! every point at which a run can be cut off: `KAGURA_CRASH_AT=before:3`, `after:3`.
//!
//! Thread: any. Lifetime: a journal's. Errors: what cannot be read never crashes.
class CrashPoint
{
public:
    //! Of the environment.
    CrashPoint();
    explicit CrashPoint(QByteArrayView text);

    //! Commits are then not grouped, so that their number is the same each time.
    [[nodiscard]] bool isSet() const { return m_at > 0; }

    //! \name To be called around each commit
    //! @{
    void beforeCommit();
    void afterCommit();
    //! @}

private:
    int m_at = 0;
    bool m_isAfter = false;
    std::atomic_int m_count{0};
};

} // namespace kagura
