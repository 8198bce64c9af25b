// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

#include <cstdint>

namespace kagura {

//! A lock on a file that ends with the process that holds it, however that ends: nothing stale can
//! remain, so it is taken over at once.
//!
//! Two locks of one process exclude each other like those of two processes.
//!
//! Thread: one at a time. Lifetime: releases with its end; the file stays. Errors: a lock that cannot
//! be had for whatever reason is not had.
class FileLock final
{
public:
    enum class Kind : std::uint8_t { Shared, Exclusive };

    explicit FileLock(QString path);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    //! Takes it, or changes its kind; does not wait. On failure nothing is held any more.
    [[nodiscard]] bool tryLock(Kind kind);
    //! Waits for it.
    [[nodiscard]] bool lock(Kind kind);
    void unlock();

    //! Takes it exclusively and takes the file away with it: no other can have it any more.
    [[nodiscard]] bool tryRemove();

    [[nodiscard]] bool isHeld() const { return m_descriptor >= 0; }
    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] bool acquire(int operation);
    [[nodiscard]] bool isOfPath() const;

    QString m_path;
    int m_descriptor = -1;
};

} // namespace kagura
