// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QTextCharFormat>

#include <array>

namespace kagura {

//! How stretches of a text or of code look where they differ from the rest.
//!
//! Thread: the GUI thread. Lifetime: shared by all leaves of one style. Errors: none.
struct LeafLook
{
    QFont codeFont; //!< inside text
    QColor link;
    QColor quiet; //!< struck text, labels of images
    QColor codeGround;
    std::array<QColor, 6> tokens = {}; //!< by CodeToken::Kind; the first is never asked for

    bool operator==(const LeafLook &) const = default;

    [[nodiscard]] QTextCharFormat textFormat(std::uint8_t styles) const;
    [[nodiscard]] QTextCharFormat tokenFormat(std::uint8_t kind) const;
};

} // namespace kagura
