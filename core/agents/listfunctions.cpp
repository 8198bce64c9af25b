// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/listfunctions.h"

#include "core/agents/expressionvalue.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace kagura::listfunctions {

namespace {

using namespace Qt::StringLiterals;

// Whether all are numbers or all are texts; run says so where they are not.
bool haveOrder(const Json &list, ExpressionRun &run)
{
    const bool isOrdered =
        std::all_of(list.begin(), list.end(), [](const Json &one) { return one.is_number(); })
        || std::all_of(list.begin(), list.end(), [](const Json &one) { return one.is_string(); });
    if (!isOrdered)
        run.fail(u"a list has an order where it holds numbers only, or texts only"_s);
    return isOrdered;
}

bool comesBefore(const Json &one, const Json &other)
{
    return one.is_number()
        ? std::is_lt(compareNumbers(one, other))
        : one.get_ref<const std::string &>() < other.get_ref<const std::string &>();
}

// Of one list, or of what is given.
const Json *extreme(const ExpressionArguments &arguments, ExpressionRun &run, bool isLargest)
{
    const Json *list = arguments.front();
    if (arguments.size() > 1) {
        Json given = Json::array();
        for (const Json *one : arguments)
            given.push_back(*one);
        list = run.keep(std::move(given));
    }
    list = list ? listOf(*list, run) : nullptr;
    if (list == nullptr || !haveOrder(*list, run))
        return nullptr;
    if (list->empty())
        return run.miss(u"an empty list has no largest and no smallest element"_s);
    return isLargest ? &*std::max_element(list->begin(), list->end(), comesBefore)
                     : &*std::min_element(list->begin(), list->end(), comesBefore);
}

const Json *keysOrValues(const Json &map, ExpressionRun &run, bool wantsKeys)
{
    if (!map.is_object())
        return run.fail(u"a map is needed here, not a %1"_s.arg(valueTypeName(map)));
    if (!run.spend(static_cast<qint64>(map.size())))
        return nullptr;
    Json list = Json::array();
    for (const auto &[key, value] : map.items())
        list.push_back(wantsKeys ? Json(key) : value);
    return run.keep(std::move(list));
}

} // namespace

const Json *join(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json *const list = listOf(*arguments.front(), run);
    const std::string *const separator = list ? textOf(*arguments.at(1), run) : nullptr;
    if (separator == nullptr)
        return nullptr;
    std::string joined;
    for (std::size_t i = 0; i < list->size(); ++i)
        joined += (i > 0 ? *separator : std::string()) + insertedText(list->at(i));
    return run.keep(std::move(joined));
}

const Json *first(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json *const list = listOf(*arguments.front(), run);
    if (list != nullptr && list->empty())
        return run.miss(u"an empty list has no first element"_s);
    return list ? &list->front() : nullptr;
}

const Json *last(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json *const list = listOf(*arguments.front(), run);
    if (list != nullptr && list->empty())
        return run.miss(u"an empty list has no last element"_s);
    return list ? &list->back() : nullptr;
}

const Json *flatten(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json *const list = listOf(*arguments.front(), run);
    if (list == nullptr)
        return nullptr;
    Json flat = Json::array();
    for (const Json &part : *list) {
        if (part.is_array()) {
            if (!run.spend(static_cast<qint64>(part.size())))
                return nullptr;
            flat.insert(flat.end(), part.begin(), part.end());
        } else {
            flat.push_back(part);
        }
    }
    return run.keep(std::move(flat));
}

const Json *sort(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json *const list = listOf(*arguments.front(), run);
    if (list == nullptr || !haveOrder(*list, run))
        return nullptr;
    Json sorted = *list;
    std::stable_sort(sorted.begin(), sorted.end(), comesBefore);
    return run.keep(std::move(sorted));
}

const Json *unique(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json *const list = listOf(*arguments.front(), run);
    if (list == nullptr)
        return nullptr;
    std::set<std::string> seen;
    Json kept = Json::array();
    for (const Json &one : *list) {
        if (seen.insert(valueMark(one)).second)
            kept.push_back(one);
    }
    return run.keep(std::move(kept));
}

const Json *sum(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json *const list = listOf(*arguments.front(), run);
    if (list == nullptr)
        return nullptr;
    std::int64_t whole = 0;
    double real = 0;
    bool isWhole = true;
    for (const Json &one : *list) {
        if (!one.is_number())
            return run.fail(u"only numbers can be added up, not a %1"_s.arg(valueTypeName(one)));
        const auto number = wholeNumber(one);
        isWhole = isWhole && number;
        if (isWhole && __builtin_add_overflow(whole, *number, &whole))
            return run.fail(u"the result has more than 64 bits"_s);
        real += one.get<double>();
    }
    if (isWhole)
        return run.keep(whole);
    return std::isfinite(real) ? run.keep(real) : run.fail(u"the result is no finite number"_s);
}

const Json *average(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json *const list = listOf(*arguments.front(), run);
    if (list != nullptr && list->empty())
        return run.miss(u"an empty list has no average"_s);
    const Json *const total = list ? sum(arguments, run) : nullptr;
    return total ? run.keep(total->get<double>() / static_cast<double>(list->size())) : nullptr;
}

const Json *smallest(const ExpressionArguments &arguments, ExpressionRun &run)
{
    return extreme(arguments, run, false);
}

const Json *largest(const ExpressionArguments &arguments, ExpressionRun &run)
{
    return extreme(arguments, run, true);
}

const Json *keys(const ExpressionArguments &arguments, ExpressionRun &run)
{
    return keysOrValues(*arguments.front(), run, true);
}

const Json *values(const ExpressionArguments &arguments, ExpressionRun &run)
{
    return keysOrValues(*arguments.front(), run, false);
}

} // namespace kagura::listfunctions
