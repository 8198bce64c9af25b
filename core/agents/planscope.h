// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expression.h"
#include "core/agents/runplan.h"
#include "core/agents/valuetemplate.h"

#include <functional>
#include <map>

namespace kagura {

//! What is known of a value before the run: itself, or how long its text and its list can become.
struct PlanValue
{
    std::optional<Json> known;
    PlanRange tokens; //!< of its text
    std::optional<PlanRange> count; //!< of its elements; empty: not known
    Json schema; //!< that it will follow; null: none

    [[nodiscard]] static PlanValue of(const Json &value);
    [[nodiscard]] static PlanValue between(qint64 least, qint64 most);

    bool operator==(const PlanValue &) const = default;
};

//! What can be read of a node once it has run.
struct PlannedOutput
{
    PlanValue output;
    PlanValue samples;
};

//! The names that expressions can use where a node stands, with what is known of each.
//!
//! Lifetime: of one plan; outer outlives it, and what find gives.
class PlanScope
{
public:
    //! Null: the node is not in this graph. Asks for the plan of that node, whose result may be missing
    //! where isOptional says so.
    using Find = std::function<const PlannedOutput *(const QString &node, bool isOptional)>;

    PlanScope(const PlanScope *outer, Find find);

    //! `item`, or a variable of a loop: `loop`, `text`.
    void set(const QString &root, const PlanValue &value) { m_roots[root] = value; }
    void setField(const QString &root, const QString &name, const PlanValue &value);

    [[nodiscard]] PlanValue value(const Expression &expression) const;
    [[nodiscard]] PlanValue value(const ValueTemplate &value) const;
    //! Where it is known.
    [[nodiscard]] std::optional<bool> truth(const Expression &expression) const;

private:
    class Known;

    [[nodiscard]] const PlanValue *root(const QString &name) const;
    [[nodiscard]] const PlanValue *field(const QString &root, const QString &name) const;
    [[nodiscard]] const PlannedOutput *node(const QString &id, bool isOptional) const;
    [[nodiscard]] PlanValue value(const Expression::Reference &reference) const;
    [[nodiscard]] PlanValue chain(const ExpressionNode &node, PlanValue whole) const;
    [[nodiscard]] bool isKnown(const QList<Expression::Reference> &references) const;

    const PlanScope *m_outer;
    Find m_find;
    std::map<QString, PlanValue> m_roots;
    std::map<QString, std::map<QString, PlanValue>> m_fields;
};

} // namespace kagura
