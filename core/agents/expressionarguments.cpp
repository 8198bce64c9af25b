// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionarguments.h"

#include "core/agents/expressionvalue.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

const std::string *textOf(const Json &value, ExpressionRun &run)
{
    if (value.is_string())
        return &value.get_ref<const std::string &>();
    return run.fail(u"a text is needed here, not a %1"_s.arg(valueTypeName(value)));
}

const Json *listOf(const Json &value, ExpressionRun &run)
{
    if (!value.is_array())
        return run.fail(u"a list is needed here, not a %1"_s.arg(valueTypeName(value)));
    return run.spend(static_cast<qint64>(value.size())) ? &value : nullptr;
}

std::optional<std::int64_t> wholeOf(const Json &value, ExpressionRun &run)
{
    const auto whole = wholeNumber(value);
    if (!whole)
        run.fail(u"a whole number is needed here, not a %1"_s.arg(valueTypeName(value)));
    return whole;
}
std::int64_t charactersIn(const std::string &text)
{
    return std::count_if(text.begin(), text.end(),
                         [](char byte) { return !continuesCharacter(byte); });
}

std::string charactersFrom(const std::string &text, std::int64_t from, std::int64_t to)
{
    std::string part;
    std::int64_t place = -1;
    for (const char byte : text) {
        place += continuesCharacter(byte) ? 0 : 1;
        if (place >= from && place < to)
            part += byte;
    }
    return part;
}

} // namespace kagura
