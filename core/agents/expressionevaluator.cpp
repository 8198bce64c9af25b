// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionevaluator.h"

#include "core/agents/expressionfunctions.h"
#include "core/agents/expressionvalue.h"

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString ticked(const std::string &name)
{
    return u"`%1`"_s.arg(QString::fromStdString(name));
}

// Overflow is an error of the expression, not of the program.
std::optional<std::int64_t> exact(ExpressionNode::Kind kind, std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    bool overflows = false;
    switch (kind) {
    case ExpressionNode::Kind::Add:
        overflows = __builtin_add_overflow(left, right, &result);
        break;
    case ExpressionNode::Kind::Subtract:
        overflows = __builtin_sub_overflow(left, right, &result);
        break;
    case ExpressionNode::Kind::Multiply:
        overflows = __builtin_mul_overflow(left, right, &result);
        break;
    default: // \pre right is not 0
        if (right == -1)
            overflows = __builtin_sub_overflow(
                std::int64_t(0), kind == ExpressionNode::Kind::Divide ? left : 0, &result);
        else
            result = kind == ExpressionNode::Kind::Divide ? left / right : left % right;
    }
    return overflows ? std::nullopt : std::optional(result);
}

double approximate(ExpressionNode::Kind kind, double left, double right)
{
    switch (kind) {
    case ExpressionNode::Kind::Add:
        return left + right;
    case ExpressionNode::Kind::Subtract:
        return left - right;
    case ExpressionNode::Kind::Multiply:
        return left * right;
    case ExpressionNode::Kind::Divide:
        return left / right;
    default:
        return std::fmod(left, right);
    }
}

bool holds(ExpressionNode::Kind kind, std::partial_ordering order)
{
    switch (kind) {
    case ExpressionNode::Kind::Less:
        return std::is_lt(order);
    case ExpressionNode::Kind::LessOrEqual:
        return std::is_lteq(order);
    case ExpressionNode::Kind::Greater:
        return std::is_gt(order);
    default:
        return std::is_gteq(order);
    }
}

} // namespace

ExpressionEvaluator::ExpressionEvaluator(const ExpressionScope &scope,
                                         const ExpressionRun::Limits &limits)
    : m_scope(scope)
    , m_run(limits)
{}

Result<Json> ExpressionEvaluator::evaluate(const ExpressionNode &expression)
{
    if (const Value result = value(expression))
        return *result;
    return Error{
        Error::Kind::BadRequest,
        u"%1 (character %2)"_s.arg(m_run.failure()->message).arg(m_failedAt.value_or(0) + 1)};
}

ExpressionEvaluator::Value ExpressionEvaluator::value(const ExpressionNode &node)
{
    const Value result = m_run.spend(1) ? dispatch(node) : nullptr;
    // The innermost part that failed is what the message points at.
    if (result == nullptr && !m_failedAt)
        m_failedAt = node.position;
    return result;
}

ExpressionEvaluator::Value ExpressionEvaluator::dispatch(const ExpressionNode &node)
{
    switch (node.kind) {
    case Kind::Literal:
        return &node.literal;
    case Kind::Name:
        return name(node);
    case Kind::Member:
        return member(node);
    case Kind::Index:
        return index(node);
    case Kind::List:
        return list(node);
    case Kind::Map:
        return map(node);
    case Kind::And:
    case Kind::Or:
    case Kind::Not:
        return logic(node);
    case Kind::Negate:
        return negated(node);
    case Kind::Choice:
        return choice(node);
    case Kind::Call:
        return call(node);
    default:
        return binary(node);
    }
}

ExpressionEvaluator::Value ExpressionEvaluator::name(const ExpressionNode &node)
{
    if (const Value found = m_scope.root(node.name))
        return found;
    return m_run.fail(node.name == "nodes" ? u"`nodes` is followed by the id of a node"_s
                                           : u"there is no %1 here"_s.arg(ticked(node.name)));
}

ExpressionEvaluator::Value ExpressionEvaluator::member(const ExpressionNode &node)
{
    const ExpressionNode &of = node.children.front();
    if (of.kind == Kind::Name && of.name == "nodes") {
        if (const Value found = m_scope.node(node.name))
            return found;
        return m_run.miss(u"the node %1 has no result"_s.arg(ticked(node.name)));
    }
    const Value object = value(of);
    if (object == nullptr)
        return nullptr;
    if (!object->is_object())
        return m_run.fail(u"%1 is asked of a %2"_s.arg(ticked(node.name), valueTypeName(*object)));
    const auto found = object->find(node.name);
    return found != object->end() ? &*found
                                  : m_run.miss(u"there is no field %1"_s.arg(ticked(node.name)));
}

ExpressionEvaluator::Value ExpressionEvaluator::index(const ExpressionNode &node)
{
    const Value of = value(node.children.front());
    const Value at = of != nullptr ? value(node.children.back()) : nullptr;
    if (at == nullptr)
        return nullptr;
    if (of->is_object() && at->is_string()) {
        const auto found = of->find(at->get_ref<const std::string &>());
        return found != of->end()
            ? &*found
            : m_run.miss(u"there is no field %1"_s.arg(ticked(at->get<std::string>())));
    }
    const auto place = wholeNumber(*at);
    if (!of->is_array() || !place)
        return m_run.fail(
            u"a %1 cannot be asked for a %2"_s.arg(valueTypeName(*of), valueTypeName(*at)));
    if (*place < 0 || *place >= static_cast<std::int64_t>(of->size()))
        return m_run.miss(u"there is no element %1 in a list of %2"_s.arg(*place).arg(of->size()));
    return &of->at(static_cast<std::size_t>(*place));
}

ExpressionEvaluator::Value ExpressionEvaluator::list(const ExpressionNode &node)
{
    Json made = Json::array();
    for (const ExpressionNode &child : node.children) {
        const Value part = value(child);
        if (part == nullptr)
            return nullptr;
        made.push_back(*part);
    }
    return m_run.keep(std::move(made));
}

ExpressionEvaluator::Value ExpressionEvaluator::map(const ExpressionNode &node)
{
    Json made = Json::object();
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
        const Value key = value(node.children.at(i));
        const Value part = key != nullptr ? value(node.children.at(i + 1)) : nullptr;
        if (part == nullptr)
            return nullptr;
        if (!key->is_string())
            return m_run.fail(u"the keys of a map are texts"_s);
        made[key->get_ref<const std::string &>()] = *part;
    }
    return m_run.keep(std::move(made));
}

std::optional<bool> ExpressionEvaluator::truth(const ExpressionNode &node)
{
    const Value found = value(node);
    if (found == nullptr)
        return std::nullopt;
    if (!found->is_boolean()) {
        m_run.fail(u"true or false is needed here, not a %1"_s.arg(valueTypeName(*found)));
        m_failedAt = node.position;
        return std::nullopt;
    }
    return found->get<bool>();
}

// The second operand is only looked at where the first leaves it open.
ExpressionEvaluator::Value ExpressionEvaluator::logic(const ExpressionNode &node)
{
    const std::optional<bool> first = truth(node.children.front());
    if (!first)
        return nullptr;
    if (node.kind == Kind::Not)
        return m_run.keep(!*first);
    if (*first == (node.kind == Kind::Or))
        return m_run.keep(*first);
    const std::optional<bool> second = truth(node.children.back());
    return second ? m_run.keep(*second) : nullptr;
}

ExpressionEvaluator::Value ExpressionEvaluator::negated(const ExpressionNode &node)
{
    const Value operand = value(node.children.front());
    if (operand == nullptr)
        return nullptr;
    return arithmetic(Kind::Subtract, Json(0), *operand);
}

ExpressionEvaluator::Value ExpressionEvaluator::choice(const ExpressionNode &node)
{
    const std::optional<bool> condition = truth(node.children.front());
    return condition ? value(node.children.at(*condition ? 1 : 2)) : nullptr;
}

ExpressionEvaluator::Value ExpressionEvaluator::binary(const ExpressionNode &node)
{
    const Value left = value(node.children.front());
    const Value right = left != nullptr ? value(node.children.back()) : nullptr;
    if (right == nullptr)
        return nullptr;
    switch (node.kind) {
    case Kind::Equal:
        return m_run.keep(valuesEqual(*left, *right));
    case Kind::NotEqual:
        return m_run.keep(!valuesEqual(*left, *right));
    case Kind::Less:
    case Kind::LessOrEqual:
    case Kind::Greater:
    case Kind::GreaterOrEqual:
        return compared(node.kind, *left, *right);
    case Kind::In:
        return contained(*left, *right);
    case Kind::Add:
        return sum(*left, *right);
    default:
        return arithmetic(node.kind, *left, *right);
    }
}

ExpressionEvaluator::Value ExpressionEvaluator::compared(Kind kind,
                                                         const Json &left,
                                                         const Json &right)
{
    if (left.is_number() && right.is_number())
        return m_run.keep(holds(kind, compareNumbers(left, right)));
    if (left.is_string() && right.is_string()) {
        const int order =
            left.get_ref<const std::string &>().compare(right.get_ref<const std::string &>());
        return m_run.keep(holds(kind, order <=> 0));
    }
    return m_run.fail(
        u"a %1 and a %2 have no order"_s.arg(valueTypeName(left), valueTypeName(right)));
}

ExpressionEvaluator::Value ExpressionEvaluator::contained(const Json &part, const Json &whole)
{
    if (whole.is_object() && part.is_string())
        return m_run.keep(whole.contains(part.get_ref<const std::string &>()));
    if (!whole.is_array())
        return m_run.fail(
            u"`in` needs a list or a map on its right, not a %1"_s.arg(valueTypeName(whole)));
    if (!m_run.spend(static_cast<qint64>(whole.size())))
        return nullptr;
    return m_run.keep(std::any_of(whole.begin(), whole.end(),
                                  [&part](const Json &one) { return valuesEqual(one, part); }));
}

ExpressionEvaluator::Value ExpressionEvaluator::sum(const Json &left, const Json &right)
{
    if (left.is_string() && right.is_string())
        return m_run.keep(left.get_ref<const std::string &>()
                          + right.get_ref<const std::string &>());
    if (!left.is_array() || !right.is_array())
        return arithmetic(Kind::Add, left, right);
    if (!m_run.spend(static_cast<qint64>(left.size() + right.size())))
        return nullptr;
    Json joined = left;
    joined.insert(joined.end(), right.begin(), right.end());
    return m_run.keep(std::move(joined));
}

ExpressionEvaluator::Value ExpressionEvaluator::arithmetic(Kind kind,
                                                           const Json &left,
                                                           const Json &right)
{
    if (!left.is_number() || !right.is_number())
        return m_run.fail(u"numbers are needed here, not a %1 and a %2; string(), int() and "
                          "double() convert"_s.arg(valueTypeName(left), valueTypeName(right)));
    const bool divides = kind == Kind::Divide || kind == Kind::Remainder;
    if (divides && right.get<double>() == 0.0)
        return m_run.fail(u"nothing can be divided by zero"_s);
    const auto whole = wholeNumber(left);
    const auto other = wholeNumber(right);
    if (whole && other) {
        const auto result = exact(kind, *whole, *other);
        return result ? m_run.keep(*result) : m_run.fail(u"the result has more than 64 bits"_s);
    }
    const double result = approximate(kind, left.get<double>(), right.get<double>());
    return std::isfinite(result) ? m_run.keep(result)
                                 : m_run.fail(u"the result is no finite number"_s);
}

ExpressionEvaluator::Value ExpressionEvaluator::call(const ExpressionNode &node)
{
    if (node.name == "default" || node.name == "has")
        return defaulted(node);
    const ExpressionFunction *const function = expressionFunction(node.name);
    if (function == nullptr)
        return m_run.fail(u"there is no function %1"_s.arg(ticked(node.name)));
    const auto count = static_cast<int>(node.children.size());
    if (count < function->least || count > function->most)
        return m_run.fail(u"%1 is called with the wrong number of values"_s.arg(ticked(node.name)));
    ExpressionArguments arguments;
    arguments.reserve(node.children.size());
    for (const ExpressionNode &child : node.children) {
        const Value argument = value(child);
        if (argument == nullptr)
            return nullptr;
        arguments.push_back(argument);
    }
    return function->call(arguments, m_run);
}

// The first value is only tried: that it is missing is no failure here.
ExpressionEvaluator::Value ExpressionEvaluator::defaulted(const ExpressionNode &node)
{
    const bool isDefault = node.name == "default";
    if (node.children.size() != (isDefault ? 2U : 1U))
        return m_run.fail(u"%1 is called with the wrong number of values"_s.arg(ticked(node.name)));
    const Value tried = value(node.children.front());
    if (tried == nullptr) {
        if (!m_run.forgive())
            return nullptr;
        m_failedAt.reset();
    }
    if (!isDefault)
        return m_run.keep(tried != nullptr);
    return tried != nullptr && !tried->is_null() ? tried : value(node.children.back());
}

} // namespace kagura
