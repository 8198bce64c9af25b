// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <cstdint>

namespace kagura {

//! A line of two texts beside each other.
struct DiffLine
{
    enum class Kind : std::uint8_t { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;

    bool operator==(const DiffLine &) const = default;
};

//! The lines of both texts, those of the first before those of the second where they differ. What is too
//! long to be compared line by line is removed and added as a whole.
[[nodiscard]] QList<DiffLine> diffOf(const QString &before, const QString &after);

} // namespace kagura
