// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionvalue.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// A double has no place for all 64 bits: comparing as doubles would call different numbers equal.
std::partial_ordering compareMixed(std::int64_t whole, double real)
{
    constexpr double Limit = 9223372036854775808.0; // 2^63
    if (std::isnan(real))
        return std::partial_ordering::unordered;
    if (real >= Limit)
        return std::partial_ordering::less;
    if (real < -Limit)
        return std::partial_ordering::greater;
    const auto floor = static_cast<std::int64_t>(std::floor(real));
    if (whole != floor)
        return whole <=> floor;
    return std::floor(real) < real ? std::partial_ordering::less
                                   : std::partial_ordering::equivalent;
}

// Numbers of one value are written in one way.
Json normal(const Json &value)
{
    if (value.is_number()) {
        const double real = value.get<double>();
        if (const auto whole = wholeNumber(value))
            return *whole;
        if (std::floor(real) == real && std::abs(real) < 9e18)
            return static_cast<std::int64_t>(real);
        return value;
    }
    Json copy = value;
    if (copy.is_structured()) {
        for (Json &part : copy)
            part = normal(part);
    }
    return copy;
}

} // namespace

std::optional<std::int64_t> wholeNumber(const Json &value)
{
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return std::nullopt;
        return static_cast<std::int64_t>(number);
    }
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    return std::nullopt;
}

std::partial_ordering compareNumbers(const Json &one, const Json &other)
{
    const auto left = wholeNumber(one);
    const auto right = wholeNumber(other);
    if (left && right)
        return *left <=> *right;
    if (left)
        return compareMixed(*left, other.get<double>());
    if (right) {
        const std::partial_ordering reversed = compareMixed(*right, one.get<double>());
        return std::is_lt(reversed) ? std::partial_ordering::greater
            : std::is_gt(reversed)  ? std::partial_ordering::less
                                    : reversed;
    }
    return one.get<double>() <=> other.get<double>();
}

bool valuesEqual(const Json &one, const Json &other)
{
    if (one.is_number() && other.is_number())
        return compareNumbers(one, other) == std::partial_ordering::equivalent;
    if (one.type() != other.type() || !one.is_structured())
        return one == other;
    if (one.size() != other.size())
        return false;
    if (one.is_array())
        return std::equal(one.begin(), one.end(), other.begin(), valuesEqual);
    return std::all_of(one.items().begin(), one.items().end(), [&other](const auto &item) {
        const auto found = other.find(item.key());
        return found != other.end() && valuesEqual(item.value(), *found);
    });
}

std::string valueMark(const Json &value)
{
    return dumpJson(normal(value)).toStdString();
}

std::string insertedText(const Json &value)
{
    if (value.is_string())
        return value.get_ref<const std::string &>();
    return value.is_null() ? std::string() : dumpJson(value).toStdString();
}

QString valueTypeName(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::string:
        return u"text"_s;
    case Json::value_t::array:
        return u"list"_s;
    case Json::value_t::object:
        return u"map"_s;
    case Json::value_t::boolean:
        return u"true or false"_s;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
        return u"number"_s;
    default:
        return u"null"_s;
    }
}

} // namespace kagura
