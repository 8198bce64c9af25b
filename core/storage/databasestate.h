// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <cstdint>

namespace kagura {

//! How a database is, in a form that can be shown.
struct DatabaseState
{
    enum class Kind : std::uint8_t {
        Opening, //!< what is posted waits
        Ready,
        ReadOnly, //!< a later version of the program has written it; reading works
        NoSpace, //!< the last write failed for want of space; goes away by itself when there is some
        Damaged, //!< not sound, and in use by another process too, so that it cannot be replaced yet
        Failed, //!< cannot be opened; see message
    };

    Kind kind = Kind::Opening;
    QString message = {}; //!< English, for log and detail views

    bool operator==(const DatabaseState &) const = default;
};

//! A damaged file was set aside and replaced.
struct RestoreReport
{
    QString asidePath = {}; //!< where the damaged file is now, byte for byte
    QString backupPath = {}; //!< empty: there was no backup, so we start empty
    QDateTime backupTime = {};

    bool operator==(const RestoreReport &) const = default;
};

} // namespace kagura
