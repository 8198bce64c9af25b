// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/modelcatalogue.h"

#include "core/base/json.h"

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

QString keyOf(const QString &provider, const QString &id)
{
    return provider + QLatin1Char('/') + id;
}

void readCount(const Json &object, const char *key, std::optional<qint64> &count)
{
    const std::optional<qint64> value = jsonInteger(object, key);
    if (value && *value >= 0)
        count = value;
}

void readPrice(const Json &object, const char *key, std::optional<double> &price)
{
    const Json &value = jsonMember(object, key);
    if (value.is_number() && value.get<double>() >= 0)
        price = value.get<double>();
}

void readPrices(const Json &object, ModelPrices &prices)
{
    readPrice(object, "input", prices.input);
    readPrice(object, "output", prices.output);
    readPrice(object, "cache_read", prices.cacheRead);
    readPrice(object, "cache_write", prices.cacheWrite);
}

void readFacts(const Json &entry, ModelFacts &facts)
{
    readCount(entry, "context_tokens", facts.contextTokens);
    readCount(entry, "output_tokens", facts.outputTokens);
    readPrices(jsonMember(entry, "usd_per_million"), facts.prices);
    const Json &longPrompt = jsonMember(entry, "long_prompt");
    readCount(longPrompt, "above_tokens", facts.longPromptTokens);
    readPrices(jsonMember(longPrompt, "usd_per_million"), facts.longPromptPrices);
    const Json &capabilities = jsonMember(entry, "capabilities");
    if (!capabilities.is_array())
        return;
    facts.capabilities.clear();
    for (const Json &capability : capabilities) {
        if (capability.is_string())
            facts.capabilities.append(toQString(capability));
    }
}

//! Adds tokens at a price; false where one of the two is needed and not known.
bool addCost(double &sum, const std::optional<qint64> &tokens, const std::optional<double> &price)
{
    if (tokens.value_or(0) == 0)
        return true;
    if (!price)
        return false;
    // A dollar a million tokens is a millionth of a dollar a token.
    sum += static_cast<double>(*tokens) * *price;
    return true;
}

} // namespace

Result<void> ModelCatalogue::add(QByteArrayView file)
{
    const Result<Json> parsed = parseJson(file);
    if (!parsed)
        return parsed.error();
    const Json &models = jsonMember(*parsed, "models");
    if (!models.is_array()) {
        return Error{Error::Kind::Protocol,
                     QStringLiteral("a file of models needs an array named \"models\"")};
    }
    if (m_date.isEmpty()) {
        m_date = jsonString(*parsed, "date");
        m_source = jsonString(*parsed, "source");
    }
    for (const Json &entry : models) {
        const QString provider = jsonString(entry, "provider");
        QStringList ids = {jsonString(entry, "id")};
        if (provider.isEmpty() || ids.first().isEmpty())
            continue;
        const Json &also = jsonMember(entry, "also");
        for (const Json &other : also.is_array() ? also : Json::array())
            ids.append(toQString(other));
        for (const QString &id : std::as_const(ids)) {
            ModelFacts &facts = m_models[keyOf(provider, id)];
            facts.provider = provider;
            facts.id = id;
            readFacts(entry, facts);
        }
    }
    return {};
}

std::optional<ModelFacts> ModelCatalogue::find(const QString &provider, const QString &model) const
{
    const auto found = m_models.constFind(keyOf(provider, model));
    return found == m_models.cend() ? std::nullopt : std::optional(*found);
}

QList<ModelFacts> ModelCatalogue::models(const QString &provider) const
{
    QList<ModelFacts> found;
    for (const ModelFacts &facts : m_models) {
        if (facts.provider == provider)
            found.append(facts);
    }
    std::sort(found.begin(), found.end(),
              [](const ModelFacts &a, const ModelFacts &b) { return a.id < b.id; });
    return found;
}

std::optional<qint64> ModelCatalogue::costMicroUsd(const QString &provider,
                                                   const QString &model,
                                                   const Usage &usage) const
{
    const std::optional<ModelFacts> facts = find(provider, model);
    if (!facts || !usage.inputTokens || !usage.outputTokens)
        return std::nullopt;
    const qint64 prompt =
        *usage.inputTokens + usage.cacheReadTokens.value_or(0) + usage.cacheWriteTokens.value_or(0);
    const bool isLong = facts->longPromptTokens && prompt > *facts->longPromptTokens;
    const ModelPrices &prices = isLong ? facts->longPromptPrices : facts->prices;
    if (!prices.input && !prices.output)
        return std::nullopt;
    double sum = 0;
    const bool isKnown = addCost(sum, usage.inputTokens, prices.input)
        && addCost(sum, usage.outputTokens, prices.output)
        && addCost(sum, usage.cacheReadTokens, prices.cacheRead)
        && addCost(sum, usage.cacheWriteTokens, prices.cacheWrite);
    return isKnown ? std::optional<qint64>(std::llround(sum)) : std::nullopt;
}

} // namespace kagura
