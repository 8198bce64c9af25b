// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/noderecord.h"

#include <algorithm>
#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array StandNames = {"pending",    "ready",         "queued",           "running",
                                   "retry_wait", "waiting_human", "waiting_approval", "in_doubt",
                                   "succeeded",  "cached",        "defaulted",        "failed",
                                   "cancelled",  "skipped"};
static_assert(StandNames.size() == static_cast<std::size_t>(NodeStand::Skipped) + 1);

} // namespace

QString nodeStandName(NodeStand stand)
{
    return QLatin1String(StandNames.at(static_cast<std::size_t>(stand)));
}

bool isTerminal(NodeStand stand)
{
    return stand >= NodeStand::Succeeded;
}

bool hasOutput(NodeStand stand)
{
    return stand == NodeStand::Succeeded || stand == NodeStand::Cached
        || stand == NodeStand::Defaulted;
}

Json RunFailure::toJson() const
{
    return {
        {"type", type.toStdString()}, {"message", message.toStdString()}, {"attempts", attempts}};
}

RunFailure RunFailure::fromJson(const Json &json)
{
    return {jsonString(json, "type"), jsonString(json, "message"),
            static_cast<int>(jsonInteger(json, "attempts").value_or(0))};
}

qint64 NodeRecord::inputTokens() const
{
    qint64 sum = 0;
    for (const LlmRecord &call : calls) {
        sum += call.usage.inputTokens.value_or(0) + call.usage.cacheReadTokens.value_or(0)
            + call.usage.cacheWriteTokens.value_or(0);
    }
    return sum;
}

qint64 NodeRecord::outputTokens() const
{
    qint64 sum = 0;
    for (const LlmRecord &call : calls)
        sum += call.usage.outputTokens.value_or(0);
    return sum;
}

std::optional<qint64> NodeRecord::costMicroUsd() const
{
    qint64 sum = 0;
    for (const LlmRecord &call : calls) {
        if (call.stand != LlmRecord::Stand::Completed)
            continue;
        if (!call.costMicroUsd)
            return std::nullopt;
        sum += *call.costMicroUsd;
    }
    return sum;
}

qint64 NodeRecord::savedMicroUsd() const
{
    qint64 sum = 0;
    for (const LlmRecord &call : calls)
        sum += call.savedMicroUsd;
    return sum;
}

bool NodeRecord::isContainer() const
{
    constexpr std::array Containers = {"map"_L1,      "loop"_L1, "team"_L1,
                                       "workflow"_L1, "item"_L1, "iteration"_L1};
    return std::find(Containers.begin(), Containers.end(), kind) != Containers.end();
}

QString parentPath(const QString &path)
{
    if (path.endsWith(u']'))
        return path.left(path.lastIndexOf(u'['));
    const qsizetype end = std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u'/'));
    return end < 0 ? QString() : path.left(end);
}

int itemOfPath(const QString &path)
{
    if (!path.endsWith(u']'))
        return -1;
    const qsizetype begin = path.lastIndexOf(u'[') + 1;
    bool isNumber = false;
    const int item = QStringView(path).sliced(begin, path.size() - begin - 1).toInt(&isNumber);
    return isNumber ? item : -1;
}

} // namespace kagura
