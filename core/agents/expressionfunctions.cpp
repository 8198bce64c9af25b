// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionfunctions.h"

#include "core/agents/expressionvalue.h"
#include "core/agents/listfunctions.h"
#include "core/agents/textfunctions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// A place from the beginning, or from the end where it is below 0, within 0 and size.
std::int64_t placeIn(std::int64_t place, std::int64_t size)
{
    return std::clamp<std::int64_t>(place < 0 ? size + place : place, 0, size);
}

const Json *size(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json &of = *arguments.front();
    if (of.is_string())
        return run.keep(charactersIn(of.get_ref<const std::string &>()));
    if (of.is_structured())
        return run.keep(static_cast<std::int64_t>(of.size()));
    return run.fail(u"a %1 has no size"_s.arg(valueTypeName(of)));
}

const Json *string(const ExpressionArguments &arguments, ExpressionRun &run)
{
    return run.keep(insertedText(*arguments.front()));
}

const Json *asDouble(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json &of = *arguments.front();
    if (of.is_number())
        return run.keep(of.get<double>());
    const std::string *const text = textOf(of, run);
    if (text == nullptr)
        return nullptr;
    double number = 0;
    const char *const end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number))
        return run.fail(u"`%1` is not a number"_s.arg(toQString(of).left(40)));
    return run.keep(number);
}

const Json *asInt(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json &of = *arguments.front();
    if (const auto whole = wholeNumber(of))
        return run.keep(*whole);
    if (of.is_boolean())
        return run.keep(of.get<bool>() ? 1 : 0);
    if (of.is_string()) {
        const auto &text = of.get_ref<const std::string &>();
        std::int64_t number = 0;
        const char *const end = text.data() + text.size();
        const auto read = std::from_chars(text.data(), end, number);
        if (read.ec == std::errc() && read.ptr == end)
            return run.keep(number);
        return run.fail(u"`%1` is not a whole number"_s.arg(toQString(of).left(40)));
    }
    constexpr double Limit = 9223372036854775808.0; // 2^63
    if (of.is_number() && std::abs(of.get<double>()) < Limit)
        return run.keep(static_cast<std::int64_t>(std::trunc(of.get<double>())));
    return run.fail(u"this %1 is no whole number of 64 bits"_s.arg(valueTypeName(of)));
}

const Json *asBool(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json &of = *arguments.front();
    if (of.is_boolean())
        return &of;
    if (of == "true" || of == "false")
        return run.keep(of == "true");
    return run.fail(u"only \"true\" and \"false\" can become true or false"_s);
}

const Json *json(const ExpressionArguments &arguments, ExpressionRun &run)
{
    return run.keep(dumpJson(*arguments.front()).toStdString());
}

const Json *parseJsonText(const ExpressionArguments &arguments, ExpressionRun &run)
{
    constexpr int DepthLimit = 64;
    const std::string *const text = textOf(*arguments.front(), run);
    if (text == nullptr)
        return nullptr;
    JsonLimits limits;
    limits.depth = DepthLimit;
    Result<Json> parsed = parseJson(QByteArrayView(*text), limits);
    return parsed ? run.keep(*std::move(parsed))
                  : run.fail(u"this text is no JSON: %1"_s.arg(parsed.error().message));
}

const Json *contains(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json &whole = *arguments.front();
    const Json &part = *arguments.at(1);
    if (whole.is_string()) {
        const std::string *const text = textOf(part, run);
        return text
            ? run.keep(whole.get_ref<const std::string &>().find(*text) != std::string::npos)
            : nullptr;
    }
    const Json *const list = listOf(whole, run);
    return list ? run.keep(std::any_of(list->begin(), list->end(),
                                       [&part](const Json &one) { return valuesEqual(one, part); }))
                : nullptr;
}

const Json *slice(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const Json &of = *arguments.front();
    const Json *const whole = size({&of}, run);
    const auto from = whole ? wholeOf(*arguments.at(1), run) : std::nullopt;
    const auto to = from && arguments.size() > 2 ? wholeOf(*arguments.at(2), run)
                                                 : (whole ? wholeNumber(*whole) : std::nullopt);
    if (!from || !to)
        return nullptr;
    const std::int64_t length = whole->get<std::int64_t>();
    const std::int64_t begin = placeIn(*from, length);
    const std::int64_t end = std::max(begin, placeIn(*to, length));
    if (of.is_string())
        return run.keep(charactersFrom(of.get_ref<const std::string &>(), begin, end));
    const Json *const list = listOf(of, run);
    return list ? run.keep(Json(Json::array_t(list->begin() + begin, list->begin() + end)))
                : nullptr;
}

constexpr int Any = 64;

// By name, for the search below.
const std::array Functions = {
    ExpressionFunction{"avg", 1, 1, &listfunctions::average},
    ExpressionFunction{"bool", 1, 1, &asBool},
    ExpressionFunction{"contains", 2, 2, &contains},
    ExpressionFunction{"double", 1, 1, &asDouble},
    ExpressionFunction{"ends_with", 2, 2, &textfunctions::endsWith},
    ExpressionFunction{"first", 1, 1, &listfunctions::first},
    ExpressionFunction{"flatten", 1, 1, &listfunctions::flatten},
    ExpressionFunction{"int", 1, 1, &asInt},
    ExpressionFunction{"join", 2, 2, &listfunctions::join},
    ExpressionFunction{"json", 1, 1, &json},
    ExpressionFunction{"keys", 1, 1, &listfunctions::keys},
    ExpressionFunction{"last", 1, 1, &listfunctions::last},
    ExpressionFunction{"lower", 1, 1, &textfunctions::lower},
    ExpressionFunction{"max", 1, Any, &listfunctions::largest},
    ExpressionFunction{"min", 1, Any, &listfunctions::smallest},
    ExpressionFunction{"parse_json", 1, 1, &parseJsonText},
    ExpressionFunction{"replace", 3, 3, &textfunctions::replace},
    ExpressionFunction{"size", 1, 1, &size},
    ExpressionFunction{"slice", 2, 3, &slice},
    ExpressionFunction{"sort", 1, 1, &listfunctions::sort},
    ExpressionFunction{"split", 2, 2, &textfunctions::split},
    ExpressionFunction{"starts_with", 2, 2, &textfunctions::startsWith},
    ExpressionFunction{"string", 1, 1, &string},
    ExpressionFunction{"sum", 1, 1, &listfunctions::sum},
    ExpressionFunction{"tokens", 1, 1, &textfunctions::tokens},
    ExpressionFunction{"trim", 1, 1, &textfunctions::trim},
    ExpressionFunction{"truncate", 2, 2, &textfunctions::truncate},
    ExpressionFunction{"unique", 1, 1, &listfunctions::unique},
    ExpressionFunction{"upper", 1, 1, &textfunctions::upper},
    ExpressionFunction{"values", 1, 1, &listfunctions::values},
};

} // namespace

const ExpressionFunction *expressionFunction(const std::string &name)
{
    const auto *const found = std::lower_bound(
        Functions.begin(), Functions.end(), name,
        [](const ExpressionFunction &one, const std::string &wanted) { return one.name < wanted; });
    return found != Functions.end() && found->name == name ? found : nullptr;
}

std::vector<std::string> expressionFunctionNames()
{
    std::vector<std::string> names = {"default", "has"};
    for (const ExpressionFunction &function : Functions)
        names.push_back(function.name);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace kagura
