// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/cacheoutcome.h"

#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype KeyLength = 32;
constexpr std::array AllKinds = {CacheOutcome::Kind::Bypass, CacheOutcome::Kind::Miss,
                                 CacheOutcome::Kind::Hit};

} // namespace

QString cacheOutcomeName(CacheOutcome::Kind kind)
{
    switch (kind) {
    case CacheOutcome::Kind::Bypass:
        return u"bypass"_s;
    case CacheOutcome::Kind::Miss:
        return u"miss"_s;
    case CacheOutcome::Kind::Hit:
        break;
    }
    return u"hit"_s;
}

Json cacheOutcomeToJson(const CacheOutcome &outcome)
{
    Json json = {{"outcome", toJson(cacheOutcomeName(outcome.kind))}};
    if (!outcome.reason.isEmpty())
        json["reason"] = toJson(outcome.reason);
    if (!outcome.key.isEmpty())
        json["key"] = outcome.key.toHex().toStdString();
    if (outcome.answered)
        json["answered_ms"] = outcome.answered->toMSecsSinceEpoch();
    if (outcome.savedMicroUsd)
        json["saved_micro_usd"] = *outcome.savedMicroUsd;
    if (outcome.isStale)
        json["stale"] = true;
    return json;
}

std::optional<CacheOutcome> cacheOutcomeFromJson(const Json &json)
{
    const QString name = jsonString(json, "outcome");
    for (const CacheOutcome::Kind kind : AllKinds) {
        if (cacheOutcomeName(kind) != name)
            continue;
        CacheOutcome outcome{kind, jsonString(json, "reason")};
        const QByteArray key = QByteArray::fromHex(jsonString(json, "key").toLatin1());
        if (key.size() == KeyLength)
            outcome.key = key;
        if (const std::optional<qint64> answered = jsonInteger(json, "answered_ms"))
            outcome.answered = QDateTime::fromMSecsSinceEpoch(*answered, Qt::UTC);
        outcome.savedMicroUsd = jsonInteger(json, "saved_micro_usd");
        outcome.isStale = jsonMember(json, "stale") == true;
        return outcome;
    }
    return std::nullopt;
}

} // namespace kagura
