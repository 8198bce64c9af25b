// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commonarguments.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

QString dialectList()
{
    QStringList names;
    for (const DialectId id : {DialectId::OpenAiChat, DialectId::OpenAiResponses,
                               DialectId::Anthropic, DialectId::Gemini, DialectId::Ollama})
        names.append(dialectName(id));
    return names.join(", "_L1);
}

} // namespace

void CommonArguments::declare(QCommandLineParser &parser)
{
    parser.addOptions({
        {"provider"_L1,
         u"A provider for this call: NAME=DIALECT,BASE_URL[,key-env=VAR]. Repeatable. Dialects: %1."_s
             .arg(dialectList()),
         u"spec"_s},
        {"key-fd"_L1, u"Read the provider's key from this inherited file descriptor."_s,
         u"number"_s},
        {"deadline"_L1,
         u"A limit for --provider: KIND=SECONDS, of connect, first-byte, idle, progress, total; 0 "
         u"lifts it. "
         "Repeatable."_s,
         u"limit"_s},
    });
}

Result<CommonArguments> CommonArguments::read(const QCommandLineParser &parser)
{
    CommonArguments common;
    for (const QString &spec : parser.values(u"provider"_s)) {
        Result<ProviderConfig> provider = parseProviderOption(spec);
        if (!provider)
            return provider.error();
        for (const QString &limit : parser.values(u"deadline"_s)) {
            if (const Result<void> applied = applyDeadlineOption(limit, provider.value().deadlines);
                !applied)
                return applied.error();
        }
        common.providers.append(*provider);
    }
    if (common.providers.isEmpty() && parser.isSet(u"deadline"_s))
        return usage(u"--deadline belongs to a --provider, and none is given"_s);
    if (parser.isSet(u"key-fd"_s)) {
        bool isNumber = false;
        const int descriptor = parser.value(u"key-fd"_s).toInt(&isNumber);
        if (!isNumber || descriptor < 0)
            return usage(u"--key-fd takes the number of an open file descriptor"_s);
        common.keyDescriptor = descriptor;
    }
    return common;
}

Result<ProviderConfig> parseProviderOption(const QString &text)
{
    static const QRegularExpression form(
        u"^([A-Za-z0-9._-]+)=([a-z-]+),([^,]+)(?:,key-env=([A-Za-z_][A-Za-z0-9_]*))?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return usage(u"--provider takes NAME=DIALECT,BASE_URL[,key-env=VAR]"_s);
    const std::optional<DialectId> dialect = dialectFromName(match.captured(2));
    if (!dialect)
        return usage(u"--provider: no dialect is called %1; there are %2"_s.arg(match.captured(2),
                                                                                dialectList()));
    const QUrl url(match.captured(3), QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return usage(
            u"--provider: the base URL must begin with http:// or https:// and name a host"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery())
        return usage(u"--provider: the base URL must hold no key and no query; use key-env=VAR"_s);

    ProviderConfig config;
    config.name = match.captured(1);
    config.dialect = *dialect;
    config.baseUrl = url;
    config.keyVariable = match.captured(4);
    config.needsKey = !config.keyVariable.isEmpty();
    return config;
}

Result<void> applyDeadlineOption(const QString &text, Deadlines &deadlines)
{
    const QHash<QString, std::optional<std::chrono::milliseconds> *> kinds = {
        {u"connect"_s, &deadlines.connect}, {u"first-byte"_s, &deadlines.firstByte},
        {u"idle"_s, &deadlines.idle},       {u"progress"_s, &deadlines.progress},
        {u"total"_s, &deadlines.total},
    };
    bool isNumber = false;
    const double seconds = text.section(u'=', 1).toDouble(&isNumber);
    auto *limit = kinds.value(text.section(u'=', 0, 0));
    if (limit == nullptr || !isNumber || !std::isfinite(seconds) || seconds < 0 || seconds > 1e6)
        return usage(
            u"--deadline takes connect, first-byte, idle, progress or total, then = and seconds"_s);
    if (seconds > 0)
        *limit = std::chrono::milliseconds(static_cast<qint64>(std::ceil(seconds * 1000)));
    else
        limit->reset();
    return {};
}

} // namespace kagura
