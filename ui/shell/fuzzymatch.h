// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace kagura {

//! How well a few typed letters fit a name: all of them, in order, whatever the case; spaces count
//! nothing. Letters that begin words or follow each other count more, and so does an early start.
struct FuzzyMatch
{
    int score = 0;
    QList<int> positions = {}; //!< of the matched letters in the name

    //! The best of all ways to fit; nothing where it does not. Nothing typed fits everything.
    [[nodiscard]] static std::optional<FuzzyMatch> of(const QString &typed, const QString &name);

    bool operator==(const FuzzyMatch &) const = default;
};

} // namespace kagura
