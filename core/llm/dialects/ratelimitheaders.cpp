// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/ratelimitheaders.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

std::optional<qint64> countIn(const QList<HttpHeader> &headers, const char *name)
{
    bool isNumber = false;
    const qint64 count = headerValue(headers, name).trimmed().toLongLong(&isNumber);
    // Azure sends -1 where it has no limit.
    return isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

std::optional<milliseconds> untilTime(const QByteArray &time, const QDateTime &now)
{
    const QDateTime until = QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate);
    if (!until.isValid())
        return std::nullopt;
    return milliseconds(std::max<qint64>(0, now.msecsTo(until)));
}

} // namespace

RateLimitStatus openAiRateLimit(const QList<HttpHeader> &headers)
{
    RateLimitStatus status;
    status.requestLimit = countIn(headers, "x-ratelimit-limit-requests");
    status.requestsRemaining = countIn(headers, "x-ratelimit-remaining-requests");
    status.requestsResetAfter = parseGoDuration(headerValue(headers, "x-ratelimit-reset-requests"));
    status.tokenLimit = countIn(headers, "x-ratelimit-limit-tokens");
    status.tokensRemaining = countIn(headers, "x-ratelimit-remaining-tokens");
    status.tokensResetAfter = parseGoDuration(headerValue(headers, "x-ratelimit-reset-tokens"));
    return status;
}

RateLimitStatus anthropicRateLimit(const QList<HttpHeader> &headers)
{
    QDateTime now = QLocale::c().toDateTime(QString::fromLatin1(headerValue(headers, "date")),
                                            u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    now.setTimeSpec(Qt::UTC);
    if (!now.isValid())
        now = QDateTime::currentDateTimeUtc();
    RateLimitStatus status;
    status.requestLimit = countIn(headers, "anthropic-ratelimit-requests-limit");
    status.requestsRemaining = countIn(headers, "anthropic-ratelimit-requests-remaining");
    status.requestsResetAfter =
        untilTime(headerValue(headers, "anthropic-ratelimit-requests-reset"), now);
    status.tokenLimit = countIn(headers, "anthropic-ratelimit-tokens-limit");
    status.tokensRemaining = countIn(headers, "anthropic-ratelimit-tokens-remaining");
    status.tokensResetAfter =
        untilTime(headerValue(headers, "anthropic-ratelimit-tokens-reset"), now);
    return status;
}

std::optional<milliseconds> parseGoDuration(const QByteArray &text)
{
    static const QRegularExpression part(u"([0-9.]+)(ms|us|µs|ns|h|m|s|)"_s);
    const QString duration = QString::fromUtf8(text.trimmed());
    double total = 0;
    qsizetype read = 0;
    for (auto match = part.globalMatch(duration); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        bool isNumber = false;
        const double number = one.captured(1).toDouble(&isNumber);
        if (!isNumber || one.capturedStart() != read)
            return std::nullopt;
        const QString unit = one.captured(2);
        total += unit == "h"_L1                ? number * 3.6e6
            : unit == "m"_L1                   ? number * 6e4
            : unit == "ms"_L1                  ? number
            : unit == "s"_L1 || unit.isEmpty() ? number * 1000
                                               : 0;
        read = one.capturedEnd();
    }
    if (duration.isEmpty() || read != duration.size() || total > 1e12)
        return std::nullopt;
    return milliseconds(static_cast<qint64>(total));
}

} // namespace kagura
