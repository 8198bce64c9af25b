// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionlexer.h"
#include "core/agents/expressionnode.h"
#include "core/base/result.h"

#include <QStringView>

#include <optional>

namespace kagura {

//! Reads the expressions of workflow files: a subset of CEL without anything that could act, wait or
//! differ from one time to the next.
//!
//! Errors: BadRequest, with the number of the character (from 1) where reading ended. A source of more
//! than SourceLimit bytes and a tree deeper than DepthLimit are refused, so that no file can make us
//! use much of the stack.
class ExpressionParser
{
public:
    static constexpr qsizetype SourceLimit = 4096; //!< bytes of UTF-8
    static constexpr int DepthLimit = 64;

    //! All of source must be one expression.
    [[nodiscard]] static Result<ExpressionNode> parse(QStringView source);

    //! An expression within a text, behind its `${`.
    struct Embedded
    {
        ExpressionNode root;
        qsizetype end = 0; //!< behind the closing `}`

        bool operator==(const Embedded &) const = default;
    };
    //! text from its character begin on; positions count from the beginning of text.
    [[nodiscard]] static Result<Embedded> parseEmbedded(QStringView text, qsizetype begin);

private:
    using Kind = ExpressionNode::Kind;
    using Node = std::optional<ExpressionNode>; //!< empty: the lexer says why

    ExpressionParser(QStringView source, qsizetype begin);

    //! \name What binds least comes first
    //! @{
    Node parseChoice();
    Node parseBinary(int level);
    Node parseUnary();
    Node parsePostfix();
    Node parsePrimary();
    Node parseNumber();
    Node parseNamed();
    Node parseList();
    Node parseMap();
    [[nodiscard]] bool parseArguments(QLatin1StringView close, ExpressionNode &into);
    //! @}

    [[nodiscard]] Node made(ExpressionNode node);

    ExpressionLexer m_lexer;
    int m_nesting = 0;
};

} // namespace kagura
