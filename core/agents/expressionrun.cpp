// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionrun.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

qint64 sizeOf(const Json &value)
{
    constexpr qint64 Overhead = 16;
    if (value.is_string())
        return Overhead + static_cast<qint64>(value.get_ref<const std::string &>().size());
    qint64 size = Overhead;
    if (value.is_object()) {
        for (const auto &[key, part] : value.items())
            size += static_cast<qint64>(key.size()) + sizeOf(part);
    } else if (value.is_array()) {
        for (const Json &part : value)
            size += sizeOf(part);
    }
    return size;
}

} // namespace

const Json *ExpressionRun::keep(Json value)
{
    m_limits.bytes -= sizeOf(value);
    if (m_limits.bytes < 0)
        return fail(u"the expression makes more text than is allowed"_s);
    return &m_values.emplace_back(std::move(value));
}

bool ExpressionRun::spend(qint64 steps)
{
    m_limits.steps -= steps;
    if (m_limits.steps >= 0)
        return true;
    fail(u"the expression takes too many steps"_s);
    return false;
}

std::nullptr_t ExpressionRun::fail(const QString &message)
{
    if (!m_failure)
        m_failure = Failure{message, false};
    return nullptr;
}

std::nullptr_t ExpressionRun::miss(const QString &message)
{
    if (!m_failure)
        m_failure = Failure{message, true};
    return nullptr;
}

bool ExpressionRun::forgive()
{
    if (m_failure && !m_failure->isMissing)
        return false;
    m_failure.reset();
    return true;
}

} // namespace kagura
