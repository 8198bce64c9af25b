// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <cstdint>

namespace kagura {

//! A stretch that two texts have in common, or that one of them has alone.
struct TextChange
{
    enum class Kind : std::uint8_t { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;

    bool operator==(const TextChange &) const = default;
};

//! How one text becomes another, by words; long texts by lines. Put together, Same and Removed are
//! from, Same and Added are to. Texts that have little in common are told as one removed and one added:
//! the time is bounded whatever they are.
[[nodiscard]] QList<TextChange> textDiff(const QString &from, const QString &to);

} // namespace kagura
