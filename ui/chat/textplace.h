// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <compare>
#include <cstdint>

namespace kagura {

//! A place between two characters of a transcript. Ordered as they are read.
struct TextPlace
{
    enum class Section : std::uint8_t { Reasoning, Text };

    int row = 0;
    Section section = Section::Text;
    int block = 0;
    qsizetype offset = 0; //!< in the block's text

    // clang-tidy 14 sees a null pointer in it. NOLINTNEXTLINE(modernize-use-nullptr)
    auto operator<=>(const TextPlace &) const = default;
};

} // namespace kagura
