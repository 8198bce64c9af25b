// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/instructions.h"

#include <QHash>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

const QHash<QString, ReasoningEffort> &efforts()
{
    static const QHash<QString, ReasoningEffort> names = {{u"off"_s, ReasoningEffort::Off},
                                                          {u"low"_s, ReasoningEffort::Low},
                                                          {u"medium"_s, ReasoningEffort::Medium},
                                                          {u"high"_s, ReasoningEffort::High}};
    return names;
}

const QHash<QString, CacheMode> &cacheModes()
{
    static const QHash<QString, CacheMode> names = {{u"refresh"_s, CacheMode::Refresh},
                                                    {u"off"_s, CacheMode::Off}};
    return names;
}

std::optional<double> numberOf(const Json &object, const char *key, double largest)
{
    const Json &value = jsonMember(object, key);
    if (!value.is_number())
        return std::nullopt;
    const auto number = value.get<double>();
    return number >= 0.0 && number <= largest ? std::optional(number) : std::nullopt;
}

template <typename T>
std::optional<T> named(const QHash<QString, T> &names, const QString &name)
{
    const auto found = names.constFind(name);
    return found == names.cend() ? std::nullopt : std::optional<T>(*found);
}

} // namespace

ChatParameters ChatParameters::of(const ChatRequest &request)
{
    ChatParameters parameters;
    parameters.temperature = request.temperature;
    parameters.topP = request.topP;
    parameters.maxTokens = request.maxTokens;
    parameters.seed = request.seed;
    parameters.stop = request.stop;
    parameters.reasoning = request.reasoning;
    return parameters;
}

void ChatParameters::fill(ChatRequest &request) const
{
    if (!request.temperature)
        request.temperature = temperature;
    if (!request.topP)
        request.topP = topP;
    if (!request.maxTokens)
        request.maxTokens = maxTokens;
    if (!request.seed)
        request.seed = seed;
    if (request.stop.isEmpty())
        request.stop = stop;
    if (!request.reasoning)
        request.reasoning = reasoning;
}

void Instructions::fill(ChatRequest &request) const
{
    if (request.system.isEmpty())
        request.system = system;
    parameters.fill(request);
}

void Instructions::fill(CallOptions &options) const
{
    if (options.cacheMode == CacheMode::ReadWrite)
        options.cacheMode = parameters.cache.value_or(CacheMode::ReadWrite);
}

Json parametersToJson(const ChatParameters &parameters)
{
    Json object = Json::object();
    if (parameters.temperature)
        object["temperature"] = *parameters.temperature;
    if (parameters.topP)
        object["top_p"] = *parameters.topP;
    if (parameters.maxTokens)
        object["max_tokens"] = *parameters.maxTokens;
    if (parameters.seed)
        object["seed"] = *parameters.seed;
    for (const QString &stop : parameters.stop)
        object["stop"].push_back(toJson(stop));
    if (parameters.reasoning)
        object["reasoning"] = toJson(efforts().key(*parameters.reasoning));
    if (parameters.cache)
        object["cache"] = toJson(cacheModes().key(*parameters.cache));
    return object;
}

ChatParameters parametersFromJson(const Json &object)
{
    ChatParameters parameters;
    parameters.temperature = numberOf(object, "temperature", largestTemperature);
    parameters.topP = numberOf(object, "top_p", largestTopP);
    parameters.maxTokens = jsonInteger(object, "max_tokens");
    if (parameters.maxTokens && (*parameters.maxTokens < 1 || *parameters.maxTokens > mostTokens))
        parameters.maxTokens.reset();
    parameters.seed = jsonInteger(object, "seed");
    const Json &stops = jsonMember(object, "stop");
    if (stops.is_array()) {
        for (const Json &stop : stops) {
            if (stop.is_string() && !toQString(stop).isEmpty()
                && parameters.stop.size() < mostStops)
                parameters.stop.append(toQString(stop));
        }
    }
    parameters.reasoning = named(efforts(), jsonString(object, "reasoning"));
    parameters.cache = named(cacheModes(), jsonString(object, "cache"));
    return parameters;
}

} // namespace kagura
