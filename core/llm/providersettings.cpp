// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/providersettings.h"

#include "core/base/logging.h"

#include <algorithm>
#include <array>
#include <limits>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

template <typename Owner, typename Member>
struct Field
{
    const char *name;
    Member Owner::*member;
};

constexpr std::array<Field<Capabilities, bool>, 6> CapabilityFields = {{
    {"stream_options", &Capabilities::streamOptions},
    {"array_content", &Capabilities::arrayContent},
    {"system_message", &Capabilities::systemMessage},
    {"developer_role", &Capabilities::developerRole},
    {"max_completion_tokens", &Capabilities::maxCompletionTokens},
    {"temperature_with_top_p", &Capabilities::temperatureWithTopP},
}};

using Limit = std::optional<std::chrono::milliseconds>;

constexpr std::array<Field<Deadlines, Limit>, 5> DeadlineFields = {{
    {"connect_ms", &Deadlines::connect},
    {"first_byte_ms", &Deadlines::firstByte},
    {"idle_ms", &Deadlines::idle},
    {"progress_ms", &Deadlines::progress},
    {"total_ms", &Deadlines::total},
}};

constexpr qint64 LongestMs = 7LL * 24 * 3600 * 1000;
constexpr int MostConcurrent = 1000;

Error badField(const QString &name, const QString &what)
{
    return {Error::Kind::BadRequest, u"provider \"%1\": %2"_s.arg(name, what)};
}

// Settings are plain text: what could be a key in them belongs into the keychain.
bool carriesCredential(const QByteArray &header)
{
    const QByteArray name = header.toLower();
    return name.contains("authorization") || name.contains("api-key") || name.contains("token")
        || name.contains("secret") || name == "cookie";
}

Json deadlinesToJson(const Deadlines &deadlines)
{
    const Deadlines usual;
    Json object = Json::object();
    for (const auto &field : DeadlineFields) {
        const Limit &limit = deadlines.*(field.member);
        if (limit != usual.*(field.member))
            object[field.name] = limit ? Json(limit->count()) : Json(nullptr);
    }
    return object;
}

Deadlines deadlinesFromJson(const Json &object)
{
    Deadlines deadlines;
    for (const auto &field : DeadlineFields) {
        if (object.is_object() && object.contains(field.name) && object.at(field.name).is_null())
            deadlines.*(field.member) = std::nullopt;
        else if (const std::optional<qint64> ms = jsonInteger(object, field.name);
                 ms && *ms > 0 && *ms <= LongestMs)
            deadlines.*(field.member) = std::chrono::milliseconds(*ms);
    }
    return deadlines;
}

Json limitsToJson(const AccountLimits &limits)
{
    Json object = Json::object();
    if (limits.concurrency != AccountLimits().concurrency)
        object["concurrency"] = limits.concurrency;
    if (limits.requestsPerMinute)
        object["requests_per_minute"] = *limits.requestsPerMinute;
    if (limits.tokensPerMinute)
        object["tokens_per_minute"] = *limits.tokensPerMinute;
    return object;
}

AccountLimits limitsFromJson(const Json &object)
{
    AccountLimits limits;
    const auto positive = [&object](const char *key) {
        const std::optional<qint64> number = jsonInteger(object, key);
        return number && *number > 0 ? number : std::nullopt;
    };
    if (const std::optional<qint64> concurrency = positive("concurrency");
        concurrency && *concurrency <= MostConcurrent)
        limits.concurrency = static_cast<int>(*concurrency);
    limits.requestsPerMinute = positive("requests_per_minute");
    limits.tokensPerMinute = positive("tokens_per_minute");
    return limits;
}

Json proxyToJson(const NetworkProfile &network)
{
    switch (network.proxy) {
    case NetworkProfile::Proxy::System:
        return nullptr;
    case NetworkProfile::Proxy::None:
        return "none";
    case NetworkProfile::Proxy::Custom:
        return toJson(network.proxyUrl.toString(QUrl::RemovePassword));
    }
    return nullptr;
}

void readProxy(const QString &proxy, NetworkProfile &network)
{
    if (proxy == "none"_L1) {
        network.proxy = NetworkProfile::Proxy::None;
        return;
    }
    const QUrl url(proxy, QUrl::StrictMode);
    if ((url.scheme() == "http"_L1 || url.scheme() == "socks5"_L1) && !url.host().isEmpty()) {
        network.proxy = NetworkProfile::Proxy::Custom;
        network.proxyUrl = url;
    }
}

Json headersToJson(const QList<HttpHeader> &headers)
{
    Json list = Json::array();
    for (const HttpHeader &header : headers) {
        if (!carriesCredential(header.name))
            list.push_back({{"name", toJson(QString::fromLatin1(header.name))},
                            {"value", toJson(QString::fromLatin1(header.value))}});
    }
    return list;
}

QList<HttpHeader> headersFromJson(const Json &list)
{
    const auto isSafe = [](const QByteArray &text) {
        return std::none_of(text.cbegin(), text.cend(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        });
    };
    QList<HttpHeader> headers;
    if (!list.is_array())
        return headers;
    for (const Json &entry : list) {
        const HttpHeader header{jsonString(entry, "name").toLatin1(),
                                jsonString(entry, "value").toLatin1()};
        if (!header.name.isEmpty() && isSafe(header.name) && isSafe(header.value)
            && !carriesCredential(header.name))
            headers.append(header);
    }
    return headers;
}

void setUnlessEmpty(Json &object, const char *key, const Json &value)
{
    if (!value.empty())
        object[key] = value;
}

bool readFlag(const Json &object, const char *key, bool fallback)
{
    const Json &value = jsonMember(object, key);
    return value.is_boolean() ? value.get<bool>() : fallback;
}

} // namespace

Json providerToJson(const ProviderConfig &config)
{
    const ProviderConfig usual;
    Json object = {{"name", toJson(config.name)},
                   {"dialect", toJson(dialectName(config.dialect))},
                   {"base_url", toJson(config.baseUrl.toString(QUrl::RemoveUserInfo))}};
    if (config.needsKey != usual.needsKey)
        object["needs_key"] = config.needsKey;
    if (!config.keyVariable.isEmpty())
        object["key_variable"] = toJson(config.keyVariable);
    if (!config.network.caFile.isEmpty())
        object["ca_file"] = toJson(config.network.caFile);
    if (const Json proxy = proxyToJson(config.network); !proxy.is_null())
        object["proxy"] = proxy;
    Json capabilities = Json::object();
    for (const auto &field : CapabilityFields) {
        const bool value = config.capabilities.*(field.member);
        if (value != usual.capabilities.*(field.member))
            capabilities[field.name] = value;
    }
    setUnlessEmpty(object, "capabilities", capabilities);
    setUnlessEmpty(object, "headers", headersToJson(config.headers));
    setUnlessEmpty(object, "deadlines", deadlinesToJson(config.deadlines));
    setUnlessEmpty(object, "limits", limitsToJson(config.limits));
    return object;
}

Result<ProviderConfig> providerFromJson(const Json &object)
{
    ProviderConfig config;
    config.name = jsonString(object, "name");
    if (config.name.isEmpty() || config.name.contains(u'/'))
        return badField(config.name, u"it needs a name without a slash"_s);
    const std::optional<DialectId> dialect = dialectFromName(jsonString(object, "dialect"));
    if (!dialect)
        return badField(config.name, u"dialect is none of those that Kagura speaks"_s);
    config.dialect = *dialect;
    config.baseUrl = QUrl(jsonString(object, "base_url"), QUrl::StrictMode);
    const QString scheme = config.baseUrl.scheme();
    if ((scheme != "http"_L1 && scheme != "https"_L1) || config.baseUrl.host().isEmpty())
        return badField(config.name, u"base_url is no http or https address"_s);
    if (!config.baseUrl.userInfo().isEmpty() || config.baseUrl.hasQuery())
        return badField(config.name, u"base_url must hold no password, key or query"_s);
    config.needsKey = readFlag(object, "needs_key", config.needsKey);
    config.keyVariable = jsonString(object, "key_variable");
    config.network.caFile = jsonString(object, "ca_file");
    readProxy(jsonString(object, "proxy"), config.network);
    const Json &capabilities = jsonMember(object, "capabilities");
    for (const auto &field : CapabilityFields) {
        bool &flag = config.capabilities.*(field.member);
        flag = readFlag(capabilities, field.name, flag);
    }
    config.headers = headersFromJson(jsonMember(object, "headers"));
    config.deadlines = deadlinesFromJson(jsonMember(object, "deadlines"));
    config.limits = limitsFromJson(jsonMember(object, "limits"));
    return config;
}

Json providersToJson(const QList<ProviderConfig> &configs)
{
    Json list = Json::array();
    for (const ProviderConfig &config : configs)
        list.push_back(providerToJson(config));
    return list;
}

QList<ProviderConfig> providersFromJson(const Json &array)
{
    QList<ProviderConfig> configs;
    if (!array.is_array())
        return configs;
    for (const Json &entry : array) {
        Result<ProviderConfig> config = providerFromJson(entry);
        if (!config) {
            qCWarning(logSettings) << config.error().message;
            continue;
        }
        const bool isTaken = std::any_of(configs.cbegin(), configs.cend(),
                                         [&](const auto &one) { return one.name == config->name; });
        if (!isTaken)
            configs.append(std::move(config).value());
    }
    return configs;
}

} // namespace kagura
