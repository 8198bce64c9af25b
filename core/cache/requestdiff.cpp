// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/requestdiff.h"

#include "core/cache/requestshape.h"
#include "core/cache/searchtable.h"

#include <algorithm>
#include <map>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString written(const Json *value)
{
    return value ? QString::fromUtf8(dumpJson(*value)) : QString();
}

RequestDifference difference(const QString &place, const Json *from, const Json *to)
{
    const auto prose = [](const Json *value) { return value ? proseOf(*value) : QString(); };
    const QString before = prose(from);
    const QString after = prose(to);
    // The same words in another form differ in the form.
    if (before != after)
        return {place, before, after};
    return {place, written(from), written(to)};
}

} // namespace

QList<RequestDifference> requestDiff(const Json &from, const Json &to)
{
    const RequestParts before = RequestParts::of(from);
    const RequestParts after = RequestParts::of(to);
    QList<RequestDifference> differences;
    std::map<std::string, std::pair<const Json *, const Json *>> parameters;
    for (const auto &[name, value] : before.parameters.items())
        parameters[name].first = &value;
    for (const auto &[name, value] : after.parameters.items())
        parameters[name].second = &value;
    for (const auto &[name, values] : parameters) {
        const auto &[old, fresh] = values;
        if (!old || !fresh || *old != *fresh)
            differences.append({QString::fromStdString(name), written(old), written(fresh)});
    }
    if (before.system != after.system)
        differences.append(difference(u"system"_s, &before.system, &after.system));
    if (before.tools != after.tools)
        differences.append({u"tools"_s, written(&before.tools), written(&after.tools)});
    const std::size_t count = std::max(before.messages.size(), after.messages.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Json *const old = i < before.messages.size() ? &before.messages[i] : nullptr;
        const Json *const fresh = i < after.messages.size() ? &after.messages[i] : nullptr;
        if (!old || !fresh || *old != *fresh)
            differences.append(difference(u"message %1"_s.arg(i), old, fresh));
    }
    return differences;
}

} // namespace kagura
