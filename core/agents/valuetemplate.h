// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expression.h"
#include "core/agents/workflowfault.h"

#include <optional>
#include <variant>
#include <vector>

namespace kagura {

//! Any JSON of a workflow file whose texts may hold expressions: `Review ${nodes.draft.output}`.
//!
//! A text that is one expression and nothing else keeps the type of its value; in any other the values
//! are put in as text. `$${` is a plain `${`. What was put in is never read again, so that an answer of
//! a model cannot smuggle an expression in.
//!
//! Errors: of parse(), a fault that points to the text; of evaluate(), those of Expression.
class ValueTemplate
{
public:
    //! A text that was read and where it stood in the file.
    struct Place
    {
        QString pointer;
        Expression expression;
    };

    ValueTemplate() = default;
    struct Parsed;
    //! pointer: of value in its file.
    [[nodiscard]] static Parsed parse(const Json &value, const QString &pointer = {});

    [[nodiscard]] Result<Json> evaluate(const ExpressionScope &scope,
                                        const ExpressionRun::Limits &limits = {}) const;
    //! Like evaluate(), put in as text.
    [[nodiscard]] Result<QString> text(const ExpressionScope &scope,
                                       const ExpressionRun::Limits &limits = {}) const;
    //! All expressions of it.
    [[nodiscard]] const std::vector<Place> &places() const { return m_places; }
    //! Of what stands there whatever the values are, in UTF-8.
    [[nodiscard]] qsizetype plainBytes() const { return plainBytesOf(m_root); }
    [[nodiscard]] bool isConstant() const { return m_places.empty(); }

private:
    //! Where expressions stand among the texts: indices into m_places.
    struct Piece;
    using List = std::vector<Piece>;
    struct Member;
    using Map = std::vector<Member>;
    using Text = std::vector<std::variant<std::string, std::size_t>>;
    struct Piece
    {
        std::variant<Json, Text, std::size_t, List, Map> is;
    };

    //! Empty: see fault.
    [[nodiscard]] std::optional<Piece> read(const Json &value,
                                            const QString &pointer,
                                            WorkflowFault &fault);
    [[nodiscard]] std::optional<Piece> readText(const QString &text,
                                                const QString &pointer,
                                                WorkflowFault &fault);
    [[nodiscard]] static qsizetype plainBytesOf(const Piece &piece);
    [[nodiscard]] Result<Json> made(const Piece &piece,
                                    const ExpressionScope &scope,
                                    const ExpressionRun::Limits &limits) const;

    Piece m_root;
    std::vector<Place> m_places;
};

struct ValueTemplate::Member
{
    std::string key;
    Piece value;
};

struct ValueTemplate::Parsed
{
    ValueTemplate made;
    std::optional<WorkflowFault> fault; //!< where there is one, nothing was made
};

} // namespace kagura
