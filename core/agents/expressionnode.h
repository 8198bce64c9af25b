// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kagura {

//! A part of an expression that was read: what it is, and the parts it is made of.
struct ExpressionNode
{
    enum class Kind : std::uint8_t {
        Literal, //!< literal
        Name, //!< name: a root of the scope
        Member, //!< child 0, name
        Index, //!< child 0 [child 1]
        List, //!< children
        Map, //!< key, value, key, value…
        Not,
        Negate,
        And,
        Or,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Add,
        Subtract,
        Multiply,
        Divide,
        Remainder,
        In,
        Choice, //!< child 0 ? child 1 : child 2
        Call, //!< name(children)
    };

    Kind kind = Kind::Literal;
    qsizetype position = 0; //!< of its first character in the source, for messages
    int depth = 1; //!< of the tree below, itself included
    std::string name;
    Json literal;
    std::vector<ExpressionNode> children;

    bool operator==(const ExpressionNode &) const = default;
};

} // namespace kagura
