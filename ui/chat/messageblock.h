// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace kagura {

//! A stretch of a message that is laid out by itself. A paragraph or code block of usual size is one;
//! a huge one is cut into several, so that no layout is ever large.
struct MessageBlock
{
    enum class Kind : std::uint8_t { Paragraph, Code };

    Kind kind = Kind::Paragraph;
    QString text = {}; //!< as displayed, lines separated by '\n', without the last line end
    QString language = {}; //!< of code: the fence's first word; may be empty
    bool continues = false; //!< goes on where the block before was cut
    bool isCut = false; //!< the next block continues this one
    QString joint = {}; //!< what stood at the cut: "" or "\n"

    bool operator==(const MessageBlock &) const = default;
};

} // namespace kagura
