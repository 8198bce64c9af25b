// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/providerfields.h"

#include <QCoreApplication>
#include <QStringList>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 LongestSeconds = 24 * 60 * 60;
constexpr qint64 MostCalls = 1000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::ProviderFields)
};

QString secondsText(const std::optional<std::chrono::milliseconds> &time)
{
    return time ? QString::number(std::chrono::duration_cast<std::chrono::seconds>(*time).count())
                : QString();
}

QString numberText(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

// Empty is "no limit" and leaves the target empty.
bool readNumber(const QString &text, qint64 most, std::optional<qint64> &target)
{
    const QString digits = QString(text).remove(u' ').remove(u',').remove(u'\u00A0');
    if (digits.isEmpty()) {
        target.reset();
        return true;
    }
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    if (!isNumber || number < 1 || number > most)
        return false;
    target = number;
    return true;
}

bool readSeconds(const QString &text, std::optional<std::chrono::milliseconds> &target)
{
    std::optional<qint64> seconds;
    if (!readNumber(text, LongestSeconds, seconds))
        return false;
    target.reset();
    if (seconds)
        target = std::chrono::seconds(*seconds);
    return true;
}

// A token of RFC 9110: what a header may be called.
bool isHeaderName(const QString &name)
{
    constexpr QStringView marks = u"!#$%&'*+-.^_`|~";
    for (const QChar c : name) {
        const bool isWordy = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
            || (c >= u'0' && c <= u'9') || marks.contains(c);
        if (!isWordy)
            return false;
    }
    return !name.isEmpty();
}

bool isSecretHeader(const QString &name)
{
    for (const QLatin1StringView word :
         {"authorization"_L1, "x-api-key"_L1, "x-goog-api-key"_L1, "api-key"_L1, "cookie"_L1}) {
        if (name.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

// The words of what is wrong, or nothing.
QString readHeaders(const QString &text, QList<HttpHeader> &target)
{
    target.clear();
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.left(colon).trimmed();
        if (colon < 0 || !isHeaderName(name))
            return Words::tr("A header is a line like \u201CX-Team: blue\u201D.");
        if (isSecretHeader(name))
            return Words::tr(
                "Keys do not belong here, they would be stored as plain text. Use Replace\u2026 "
                "above.");
        target.append({name.toLatin1(), line.mid(colon + 1).trimmed().toUtf8()});
    }
    return {};
}

bool isUrlWith(const QUrl &url, std::initializer_list<QLatin1StringView> schemes)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    for (const QLatin1StringView scheme : schemes) {
        if (url.scheme() == scheme)
            return true;
    }
    return false;
}

} // namespace

ProviderFields ProviderFields::of(const ProviderConfig &config)
{
    ProviderFields fields;
    fields.baseUrl = config.baseUrl.toString();
    fields.proxy = config.network.proxy;
    fields.proxyUrl = config.network.proxyUrl.toString(QUrl::RemovePassword);
    fields.caFile = config.network.caFile;
    QStringList lines;
    for (const HttpHeader &header : config.headers)
        lines.append(QString::fromLatin1(header.name) + u": "_s + QString::fromUtf8(header.value));
    fields.headers = lines.join(u'\n');
    fields.firstByte = secondsText(config.deadlines.firstByte);
    fields.idle = secondsText(config.deadlines.idle);
    fields.total = secondsText(config.deadlines.total);
    fields.concurrency = QString::number(config.limits.concurrency);
    fields.requests = numberText(config.limits.requestsPerMinute);
    fields.tokens = numberText(config.limits.tokensPerMinute);
    return fields;
}

std::variant<ProviderConfig, ProviderFields::Fault> ProviderFields::appliedTo(
    ProviderConfig config) const
{
    const QString seconds = Words::tr("Whole seconds, or empty for no limit.");
    const QString limit = Words::tr("A whole number, or empty for no limit.");
    config.baseUrl = QUrl(baseUrl.trimmed(), QUrl::StrictMode);
    if (!isUrlWith(config.baseUrl, {"https"_L1, "http"_L1}) || config.baseUrl.hasQuery()
        || !config.baseUrl.userInfo().isEmpty())
        return Fault{Name::BaseUrl, Words::tr("An address like https://llm.example/v1 is needed.")};
    config.network.proxy = proxy;
    if (proxy == NetworkProfile::Proxy::Custom) {
        const QUrl url(proxyUrl.trimmed(), QUrl::StrictMode);
        if (!isUrlWith(url, {"http"_L1, "socks5"_L1}) || url.port() < 0)
            return Fault{
                Name::ProxyUrl,
                Words::tr("A proxy is like http://proxy.example:3128 or socks5://host:1080.")};
        if (!url.password().isEmpty())
            return Fault{Name::ProxyUrl,
                         Words::tr("A password would be stored as plain text; leave it out.")};
        config.network.proxyUrl = url;
    }
    config.network.caFile = caFile.trimmed();
    if (!config.network.caFile.isEmpty() && !config.network.caFile.startsWith(u'/'))
        return Fault{Name::CaFile, Words::tr("The whole path of a PEM file is needed.")};
    if (const QString words = readHeaders(headers, config.headers); !words.isEmpty())
        return Fault{Name::Headers, words};
    if (!readSeconds(firstByte, config.deadlines.firstByte))
        return Fault{Name::FirstByte, seconds};
    if (!readSeconds(idle, config.deadlines.idle))
        return Fault{Name::Idle, seconds};
    if (!readSeconds(total, config.deadlines.total))
        return Fault{Name::Total, seconds};
    std::optional<qint64> calls;
    if (!readNumber(concurrency, MostCalls, calls) || !calls)
        return Fault{Name::Concurrency, Words::tr("A whole number from 1 to 1000.")};
    config.limits.concurrency = int(*calls);
    constexpr qint64 most = 1'000'000'000'000;
    if (!readNumber(requests, most, config.limits.requestsPerMinute))
        return Fault{Name::Requests, limit};
    if (!readNumber(tokens, most, config.limits.tokensPerMinute))
        return Fault{Name::Tokens, limit};
    return config;
}

} // namespace kagura
