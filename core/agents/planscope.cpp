// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/planscope.h"

#include "core/agents/expressionscope.h"
#include "core/agents/expressionvalue.h"

#include <deque>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = ExpressionNode::Kind;

constexpr qint64 BytesPerToken = 4; // as `tokens()` of expressions counts

qint64 tokensOf(qsizetype bytes)
{
    return (bytes + BytesPerToken - 1) / BytesPerToken;
}

//! `nodes.plan.output.questions`: names and indices and nothing else.
bool isChain(const ExpressionNode &node)
{
    if (node.kind == Kind::Name)
        return true;
    return (node.kind == Kind::Member || node.kind == Kind::Index)
        && isChain(node.children.front());
}

int chainLength(const ExpressionNode &node)
{
    return node.kind == Kind::Name ? 0 : 1 + chainLength(node.children.front());
}

//! What gives a number or a truth, whose text is short whatever it looks at.
bool isShort(const ExpressionNode &node)
{
    switch (node.kind) {
    case Kind::Not:
    case Kind::Negate:
    case Kind::And:
    case Kind::Or:
    case Kind::Equal:
    case Kind::NotEqual:
    case Kind::Less:
    case Kind::LessOrEqual:
    case Kind::Greater:
    case Kind::GreaterOrEqual:
    case Kind::Subtract:
    case Kind::Multiply:
    case Kind::Divide:
    case Kind::Remainder:
    case Kind::In:
        return true;
    case Kind::Call:
        return node.name == "size" || node.name == "has" || node.name == "tokens"
            || node.name == "int" || node.name == "double" || node.name == "bool"
            || node.name == "contains" || node.name == "starts_with" || node.name == "ends_with"
            || node.name == "sum" || node.name == "avg";
    default:
        return false;
    }
}

std::optional<PlanRange> countBySchema(const Json &schema)
{
    const auto most = jsonInteger(schema, "maxItems");
    if (!most)
        return std::nullopt;
    return PlanRange{jsonInteger(schema, "minItems").value_or(0), *most};
}

} // namespace

PlanValue PlanValue::of(const Json &value)
{
    const qint64 tokens = tokensOf(static_cast<qsizetype>(insertedText(value).size()));
    PlanValue made{value, {tokens, tokens}, std::nullopt, Json()};
    if (value.is_array())
        made.count =
            PlanRange{static_cast<qint64>(value.size()), static_cast<qint64>(value.size())};
    return made;
}

PlanValue PlanValue::between(qint64 least, qint64 most)
{
    return {std::nullopt, {least, most}, std::nullopt, Json()};
}

//! What is known, for the evaluation of expressions that mention nothing else.
class PlanScope::Known final : public ExpressionScope
{
public:
    explicit Known(const PlanScope &scope)
        : m_scope(scope)
    {}

    [[nodiscard]] const Json *root(const std::string &name) const override
    {
        const QString root = QString::fromStdString(name);
        if (const PlanValue *value = m_scope.root(root); value != nullptr && value->known)
            return &*value->known;
        for (const PlanScope *scope = &m_scope; scope != nullptr; scope = scope->m_outer) {
            const auto fields = scope->m_fields.find(root);
            if (fields == scope->m_fields.end())
                continue;
            Json whole = Json::object();
            for (const auto &[field, value] : fields->second) {
                if (value.known)
                    whole[field.toStdString()] = *value.known;
            }
            return &m_made.emplace_back(std::move(whole));
        }
        return nullptr;
    }
    [[nodiscard]] const Json *node(const std::string &id) const override
    {
        const PlannedOutput *found = m_scope.node(QString::fromStdString(id), true);
        if (found == nullptr || !found->output.known)
            return nullptr;
        return &m_made.emplace_back(Json{{"output", *found->output.known}});
    }

private:
    const PlanScope &m_scope;
    mutable std::deque<Json> m_made; // which never move
};

PlanScope::PlanScope(const PlanScope *outer, Find find)
    : m_outer(outer)
    , m_find(std::move(find))
{}

void PlanScope::setField(const QString &root, const QString &name, const PlanValue &value)
{
    m_fields[root][name] = value;
}

const PlanValue *PlanScope::root(const QString &name) const
{
    const auto found = m_roots.find(name);
    if (found != m_roots.end())
        return &found->second;
    return m_outer == nullptr ? nullptr : m_outer->root(name);
}

const PlanValue *PlanScope::field(const QString &root, const QString &name) const
{
    if (const auto fields = m_fields.find(root); fields != m_fields.end()) {
        const auto found = fields->second.find(name);
        return found == fields->second.end() ? nullptr : &found->second;
    }
    return m_outer == nullptr ? nullptr : m_outer->field(root, name);
}

const PlannedOutput *PlanScope::node(const QString &id, bool isOptional) const
{
    const PlannedOutput *found = m_find(id, isOptional);
    return found != nullptr || m_outer == nullptr ? found : m_outer->node(id, isOptional);
}

PlanValue PlanScope::value(const Expression::Reference &reference) const
{
    if (reference.root == "nodes"_L1) {
        const PlannedOutput *found = node(reference.name, reference.isOptional);
        if (found == nullptr)
            return PlanValue::between(0, 0);
        return reference.field == "samples"_L1 ? found->samples : found->output;
    }
    if (const PlanValue *whole = root(reference.root))
        return *whole;
    const PlanValue *part = field(reference.root, reference.name);
    return part == nullptr ? PlanValue::between(0, 10) : *part; // `run.id` and the like
}

// All of them are looked at, so that what an expression waits for is known as well.
bool PlanScope::isKnown(const QList<Expression::Reference> &references) const
{
    bool isKnown = true;
    for (const Expression::Reference &reference : references) {
        bool isThis = false;
        if (reference.root == "nodes"_L1) {
            const PlannedOutput *found = node(reference.name, reference.isOptional);
            isThis = found != nullptr && found->output.known && reference.field == "output"_L1;
        } else if (const PlanValue *whole = root(reference.root)) {
            isThis = whole->known.has_value();
        } else if (const PlanValue *part = field(reference.root, reference.name)) {
            isThis = part->known.has_value();
        }
        isKnown = isKnown && isThis;
    }
    return isKnown;
}

// What is deeper in a value than its output is a part of it.
PlanValue PlanScope::chain(const ExpressionNode &node, PlanValue whole) const
{
    const Json *schema = &whole.schema;
    std::vector<const ExpressionNode *> steps;
    for (const ExpressionNode *at = &node; at->kind != Kind::Name; at = &at->children.front())
        steps.insert(steps.begin(), at);
    constexpr std::size_t OutputSteps = 2; // nodes.plan.output
    for (std::size_t i = OutputSteps; i < steps.size(); ++i)
        schema = steps[i]->kind == Kind::Member
            ? &jsonMember(jsonMember(*schema, "properties"), steps[i]->name.c_str())
            : &jsonMember(*schema, "items");
    if (steps.size() <= OutputSteps) {
        if (!whole.count)
            whole.count = countBySchema(*schema);
        return whole;
    }
    return {std::nullopt, {0, whole.tokens.most}, countBySchema(*schema), *schema};
}

PlanValue PlanScope::value(const Expression &expression) const
{
    const QList<Expression::Reference> references = expression.references();
    if (isKnown(references)) {
        if (const Result<Json> value = expression.evaluate(Known(*this)))
            return PlanValue::of(*value);
    }
    const ExpressionNode &root = expression.root();
    if (isShort(root))
        return PlanValue::between(1, 5);
    if (isChain(root) && references.size() == 1) {
        const PlanValue whole = value(references.first());
        if (references.first().root == "nodes"_L1)
            return chain(root, whole);
        const bool isField =
            references.first().root == "loop"_L1 || references.first().root == "inputs"_L1;
        const bool isWhole = chainLength(root) == (isField ? 1 : 0);
        return isWhole ? whole : PlanValue::between(0, whole.tokens.most);
    }
    PlanValue sum = PlanValue::between(0, 0);
    for (const Expression::Reference &reference : references)
        sum.tokens.most += value(reference).tokens.most;
    return sum;
}

PlanValue PlanScope::value(const ValueTemplate &value) const
{
    bool isAllKnown = true;
    PlanValue sum;
    std::optional<PlanRange> count;
    for (const ValueTemplate::Place &place : value.places()) {
        const PlanValue part = this->value(place.expression);
        isAllKnown = isAllKnown && part.known;
        sum.tokens += part.tokens;
        count = part.count;
    }
    if (isAllKnown) {
        if (const Result<Json> made = value.evaluate(Known(*this)))
            return PlanValue::of(*made);
    }
    const qsizetype plain = value.plainBytes();
    sum.tokens += {tokensOf(plain), tokensOf(plain)};
    if (plain == 0 && value.places().size() == 1)
        sum.count = count;
    return sum;
}

std::optional<bool> PlanScope::truth(const Expression &expression) const
{
    const PlanValue found = value(expression);
    if (!found.known || !found.known->is_boolean())
        return std::nullopt;
    return found.known->get<bool>();
}

} // namespace kagura
