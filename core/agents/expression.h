// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionnode.h"
#include "core/agents/expressionrun.h"
#include "core/agents/expressionscope.h"

#include <QList>
#include <QString>

#include <memory>

namespace kagura {

//! A condition or value of a workflow file, read once and evaluated often: `size(nodes.plan.output) > 3`.
//!
//! Copies share what was read. Errors: BadRequest with the number of the character.
class Expression
{
public:
    //! What an expression mentions, for checks and for what a node has to wait for.
    struct Reference
    {
        QString root; //!< `nodes`, `inputs`, `item` …
        QString name; //!< the first field of it, where that is written as a name
        QString field; //!< and of that, so `error` tells a need of the failure
        qsizetype position = 0;
        bool isOptional = false; //!< inside `default` or `has`: it may be missing

        bool operator==(const Reference &) const = default;
    };

    //! All of source.
    [[nodiscard]] static Result<Expression> parse(const QString &source);

    //! An expression within a text.
    struct Embedded;
    //! From the character behind a `${` on.
    [[nodiscard]] static Result<Embedded> parseEmbedded(const QString &text, qsizetype begin);

    [[nodiscard]] const ExpressionNode &root() const { return *m_root; }
    //! In the order of the source.
    [[nodiscard]] QList<Reference> references() const;
    [[nodiscard]] Result<Json> evaluate(const ExpressionScope &scope,
                                        const ExpressionRun::Limits &limits = {}) const;

    bool operator==(const Expression &other) const { return *m_root == *other.m_root; }

private:
    explicit Expression(ExpressionNode root);
    //! Whether it calls only what there is: that is known before anything runs.
    [[nodiscard]] static Result<Expression> checked(ExpressionNode root);

    std::shared_ptr<const ExpressionNode> m_root;
};

struct Expression::Embedded
{
    Expression expression;
    qsizetype end = 0; //!< behind its `}`
};

} // namespace kagura
