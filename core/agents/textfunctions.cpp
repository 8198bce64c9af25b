// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/textfunctions.h"

namespace kagura::textfunctions {

namespace {

using namespace Qt::StringLiterals;

const Json *keepText(const QString &text, ExpressionRun &run)
{
    return run.keep(toJson(text));
}

} // namespace

const Json *split(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const std::string *const text = textOf(*arguments.front(), run);
    const std::string *const separator = text ? textOf(*arguments.at(1), run) : nullptr;
    if (separator == nullptr)
        return nullptr;
    if (separator->empty())
        return run.fail(u"a text cannot be split at nothing"_s);
    Json parts = Json::array();
    std::size_t from = 0;
    for (std::size_t at = text->find(*separator); at != std::string::npos;
         at = text->find(*separator, from)) {
        parts.push_back(text->substr(from, at - from));
        from = at + separator->size();
    }
    parts.push_back(text->substr(from));
    return run.spend(static_cast<qint64>(parts.size())) ? run.keep(std::move(parts)) : nullptr;
}

const Json *trim(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const std::string *const text = textOf(*arguments.front(), run);
    return text ? keepText(QString::fromStdString(*text).trimmed(), run) : nullptr;
}

const Json *lower(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const std::string *const text = textOf(*arguments.front(), run);
    return text ? keepText(QString::fromStdString(*text).toLower(), run) : nullptr;
}

const Json *upper(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const std::string *const text = textOf(*arguments.front(), run);
    return text ? keepText(QString::fromStdString(*text).toUpper(), run) : nullptr;
}

const Json *startsWith(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const std::string *const text = textOf(*arguments.front(), run);
    const std::string *const part = text ? textOf(*arguments.at(1), run) : nullptr;
    return part ? run.keep(text->starts_with(*part)) : nullptr;
}

const Json *endsWith(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const std::string *const text = textOf(*arguments.front(), run);
    const std::string *const part = text ? textOf(*arguments.at(1), run) : nullptr;
    return part ? run.keep(text->ends_with(*part)) : nullptr;
}

const Json *replace(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const std::string *const text = textOf(*arguments.front(), run);
    const std::string *const old = text ? textOf(*arguments.at(1), run) : nullptr;
    const std::string *const with = old ? textOf(*arguments.at(2), run) : nullptr;
    if (with == nullptr)
        return nullptr;
    if (old->empty())
        return run.fail(u"nothing cannot be replaced"_s);
    std::string replaced;
    std::size_t from = 0;
    for (std::size_t at = text->find(*old); at != std::string::npos; at = text->find(*old, from)) {
        if (!run.spend(1))
            return nullptr;
        replaced.append(*text, from, at - from).append(*with);
        from = at + old->size();
    }
    return run.keep(replaced.append(*text, from));
}

const Json *truncate(const ExpressionArguments &arguments, ExpressionRun &run)
{
    const std::string *const text = textOf(*arguments.front(), run);
    const auto length = text ? wholeOf(*arguments.at(1), run) : std::nullopt;
    return length ? run.keep(charactersFrom(*text, 0, *length)) : nullptr;
}

// About four bytes of UTF-8 a token, rounded up: the estimate that budgets and limits use, too.
const Json *tokens(const ExpressionArguments &arguments, ExpressionRun &run)
{
    constexpr std::int64_t BytesPerToken = 4;
    const std::string *const text = textOf(*arguments.front(), run);
    return text
        ? run.keep((static_cast<std::int64_t>(text->size()) + BytesPerToken - 1) / BytesPerToken)
        : nullptr;
}

} // namespace kagura::textfunctions
