// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/providerpresets.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>

namespace kagura {

namespace {

struct NamedCapability
{
    const char *name;
    bool Capabilities::*flag;
};

constexpr std::array<NamedCapability, 6> KnownCapabilities = {{
    {"stream_options", &Capabilities::streamOptions},
    {"array_content", &Capabilities::arrayContent},
    {"system_message", &Capabilities::systemMessage},
    {"developer_role", &Capabilities::developerRole},
    {"max_completion_tokens", &Capabilities::maxCompletionTokens},
    {"temperature_with_top_p", &Capabilities::temperatureWithTopP},
}};

Error fault(const QString &entry, const QString &what)
{
    return {Error::Kind::Protocol, QStringLiteral("provider preset \"%1\": %2").arg(entry, what)};
}

bool readFlag(const Json &entry, const char *key, bool fallback)
{
    const Json &value = jsonMember(entry, key);
    return value.is_boolean() ? value.get<bool>() : fallback;
}

std::optional<Error> readCapabilities(const Json &entry,
                                      const QString &name,
                                      Capabilities &capabilities)
{
    const Json &given = jsonMember(entry, "capabilities");
    if (!given.is_object())
        return std::nullopt;
    for (const auto &[key, value] : given.items()) {
        const auto known =
            std::find_if(KnownCapabilities.begin(), KnownCapabilities.end(),
                         [&key = key](const NamedCapability &one) { return key == one.name; });
        if (known == KnownCapabilities.end() || !value.is_boolean())
            return fault(
                name, QStringLiteral("\"%1\" is no capability").arg(QString::fromStdString(key)));
        capabilities.*(known->flag) = value.get<bool>();
    }
    return std::nullopt;
}

Result<ProviderPreset> readPreset(const Json &entry)
{
    ProviderPreset preset;
    ProviderConfig &config = preset.config;
    config.name = jsonString(entry, "name");
    if (config.name.isEmpty() || config.name.contains(QLatin1Char('/')))
        return fault(config.name, QStringLiteral("it needs a name without a slash"));
    const std::optional<DialectId> dialect =
        dialectFromName(jsonString(entry, "dialect", dialectName(DialectId::OpenAiChat)));
    if (!dialect)
        return fault(config.name, QStringLiteral("nobody knows its dialect"));
    config.dialect = *dialect;
    config.baseUrl = QUrl(jsonString(entry, "base_url"), QUrl::StrictMode);
    const bool isHttp = config.baseUrl.scheme() == QLatin1String("https")
        || config.baseUrl.scheme() == QLatin1String("http");
    if (!isHttp || config.baseUrl.host().isEmpty())
        return fault(config.name, QStringLiteral("base_url is no http or https URL"));
    preset.isLocal = readFlag(entry, "local", false);
    if (preset.isLocal)
        config.network.proxy = NetworkProfile::Proxy::None;
    config.needsKey = readFlag(entry, "needs_key", !preset.isLocal);
    config.keyVariable = jsonString(entry, "key_variable");
    if (const std::optional<Error> error =
            readCapabilities(entry, config.name, config.capabilities))
        return *error;
    preset.title = jsonString(entry, "title", config.name);
    preset.keyPage = QUrl(jsonString(entry, "key_page"), QUrl::StrictMode);
    return preset;
}

} // namespace

Result<QList<ProviderPreset>> readProviderPresets(QByteArrayView file)
{
    const Result<Json> parsed = parseJson(file);
    if (!parsed)
        return parsed.error();
    const Json &entries = jsonMember(*parsed, "providers");
    if (!entries.is_array())
        return fault(QString(), QStringLiteral("the file needs an array named \"providers\""));
    QList<ProviderPreset> presets;
    for (const Json &entry : entries) {
        Result<ProviderPreset> preset = readPreset(entry);
        if (!preset)
            return preset.error();
        const QString name = preset->config.name;
        const bool isTaken =
            std::any_of(presets.cbegin(), presets.cend(),
                        [&name](const auto &one) { return one.config.name == name; });
        if (isTaken)
            return fault(name, QStringLiteral("the name was there before"));
        presets.append(std::move(preset).value());
    }
    return presets;
}

} // namespace kagura
