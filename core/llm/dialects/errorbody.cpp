// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/errorbody.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr qsizetype MaxMessage = 500;

//! What an error object says, whatever its shape.
struct Said
{
    QString message;
    QStringList codes; //!< code, type and status, in lower case
    int status = 0; //!< a number where a code should be
    const Json *details = nullptr;
};

void addCode(Said &said, const Json &value)
{
    if (value.is_string())
        said.codes.append(toQString(value).toLower());
    else if (value.is_number_integer() && value.get<int>() >= 400 && value.get<int>() < 600)
        said.status = value.get<int>();
}

Said readError(const Json &body)
{
    if (body.is_array() && !body.empty())
        return readError(body.front());
    Said said;
    const Json &error = jsonMember(body, "error");
    const Json &object = error.is_object() ? error : body;
    if (error.is_string())
        said.message = toQString(error);
    else
        said.message =
            jsonString(object, "message", jsonString(body, "message", jsonString(body, "detail")));
    for (const char *key : {"code", "type", "status"})
        addCode(said, jsonMember(object, key));
    said.details = &jsonMember(object, "details");
    // Anthropic puts the sharper code one level down.
    addCode(said, jsonMember(*said.details, "error_code"));
    return said;
}

bool hasOne(const QStringList &codes, std::initializer_list<const char *> wanted)
{
    return std::any_of(codes.cbegin(), codes.cend(), [&wanted](const QString &code) {
        return std::any_of(wanted.begin(), wanted.end(),
                           [&code](const char *one) { return code == QLatin1String(one); });
    });
}

bool saysOne(const QString &message, std::initializer_list<const char *> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&message](const char *one) {
        return message.contains(QLatin1String(one), Qt::CaseInsensitive);
    });
}

bool isGoogleDailyQuota(const Said &said)
{
    if (said.message.contains("limit: 0"_L1))
        return true;
    for (const Json &detail : *said.details) {
        for (const Json &violation : jsonMember(detail, "violations")) {
            const QString id = jsonString(violation, "quotaId");
            if (id.contains("PerDay"_L1) || id.contains("Daily"_L1))
                return true;
        }
    }
    return false;
}

std::optional<milliseconds> googleRetryDelay(const Said &said)
{
    static const QRegularExpression inWords(u"retry in ([0-9.]+)\\s*(ms|s)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    for (const Json &detail : *said.details) {
        QString delay = jsonString(detail, "retryDelay");
        if (delay.endsWith(u's')) {
            delay.chop(1);
            return milliseconds(static_cast<qint64>(delay.toDouble() * 1000));
        }
    }
    if (const QRegularExpressionMatch match = inWords.match(said.message); match.hasMatch()) {
        const double number = match.captured(1).toDouble();
        return milliseconds(
            static_cast<qint64>(match.captured(2) == "ms"_L1 ? number : number * 1000));
    }
    return std::nullopt;
}

Error::Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
    case 407:
        return Error::Kind::Auth;
    case 402:
        return Error::Kind::Quota;
    case 425:
    case 429:
        return Error::Kind::RateLimited;
    case 503:
    case 529:
        return Error::Kind::Overloaded;
    case 408:
    case 409:
        return Error::Kind::
            Server; // passing states of the server; the clients of the vendors repeat both
    default:
        return status >= 400 && status < 500 ? Error::Kind::BadRequest : Error::Kind::Server;
    }
}

Error::Kind kindOf(const Said &said, int status)
{
    const QStringList &codes = said.codes;
    if (hasOne(codes,
               {"insufficient_quota", "credit_balance_exhausted",
                "organization_usage_limit_exceeded", "organization_spend_limit_exceeded",
                "project_spend_limit_exceeded", "billing_error", "billing_hard_limit_reached",
                "billing_not_active", "enforced_spend_limit_reached"}))
        return Error::Kind::Quota;
    if (hasOne(codes,
               {"context_length_exceeded", "exceed_context_size_error",
                "model_context_window_exceeded"})
        || saysOne(said.message,
                   {"maximum context length", "prompt is too long", "context size",
                    "context window", "input token count"}))
        return Error::Kind::ContextLength;
    if (hasOne(codes,
               {"content_filter", "content_policy_violation", "responsible_ai_policy_violation"}))
        return Error::Kind::ContentFilter;
    if (hasOne(codes,
               {"invalid_api_key", "authentication_error", "permission_error", "unauthenticated",
                "permission_denied", "invalid_authentication"}))
        return Error::Kind::Auth;
    if (hasOne(codes, {"resource_exhausted"}) && isGoogleDailyQuota(said))
        return Error::Kind::Quota;
    if (hasOne(codes,
               {"overloaded_error", "engine_overloaded", "engine_overloaded_error", "unavailable"}))
        return Error::Kind::Overloaded;
    if (hasOne(codes,
               {"rate_limit_exceeded", "rate_limit_error", "rate_limited", "slow_down",
                "resource_exhausted"}))
        return Error::Kind::RateLimited;
    if (status >= 400)
        return kindOfStatus(status);
    if (hasOne(codes,
               {"invalid_request_error", "not_found_error", "not_found", "invalid_argument",
                "request_too_large", "model_not_found"}))
        return Error::Kind::BadRequest;
    return Error::Kind::Server;
}

QString withoutControls(QString text)
{
    static const QRegularExpression controls(
        u"[\\x00-\\x1f\\x7f-\\x9f\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]+"_s);
    text.replace(controls, u" "_s);
    if (text.size() > MaxMessage)
        text = text.left(MaxMessage) + u'…';
    return text.trimmed();
}

} // namespace

Error errorFromJson(const Json &body, int status)
{
    const Said said = readError(body);
    const int effective = status >= 400 ? status : said.status;
    Error error{kindOf(said, effective), withoutControls(said.message), effective,
                googleRetryDelay(said)};
    if (error.message.isEmpty())
        error.message =
            said.codes.isEmpty() ? u"the server gave no reason"_s : said.codes.constFirst();
    return error;
}

Error errorFromAnswer(const HttpHead &head, QByteArrayView body)
{
    const Result<Json> parsed = parseJson(body);
    Error error;
    if (parsed && (parsed->is_object() || parsed->is_array())) {
        error = errorFromJson(*parsed, head.status);
    } else {
        error = {kindOfStatus(head.status), {}, head.status};
        const QByteArrayView text = body.trimmed();
        if (!text.isEmpty() && !text.startsWith('<') && text.size() < MaxMessage)
            error.message = withoutControls(QString::fromUtf8(text));
    }
    if (error.message.isEmpty() && head.status == 404)
        error.message = u"the server does not know this path; check the base URL"_s;
    else if (error.message.isEmpty())
        error.message = u"the server answered with status %1 and no reason"_s.arg(head.status);
    if (const std::optional<milliseconds> wait = retryAfterOf(head.headers))
        error.retryAfter = wait;
    error.isFinal = headerValue(head.headers, "x-should-retry") == "false";
    return error;
}

std::optional<milliseconds> retryAfterOf(const QList<HttpHeader> &headers)
{
    bool isNumber = false;
    const double exact = headerValue(headers, "retry-after-ms").trimmed().toDouble(&isNumber);
    if (isNumber && exact >= 0 && exact < 1e12)
        return milliseconds(static_cast<qint64>(exact));
    const QByteArray value = headerValue(headers, "retry-after").trimmed();
    const double seconds = value.toDouble(&isNumber);
    if (isNumber && seconds >= 0 && seconds < 1e9)
        return milliseconds(static_cast<qint64>(seconds * 1000));
    const auto dateOf = [](const QByteArray &text) {
        QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text),
                                                 u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        date.setTimeSpec(Qt::UTC);
        return date;
    };
    const QDateTime until = dateOf(value);
    if (!until.isValid())
        return std::nullopt;
    // Measured from the server's own clock, which need not be ours.
    const QDateTime serverNow = dateOf(headerValue(headers, "date"));
    const qint64 wait =
        (serverNow.isValid() ? serverNow : QDateTime::currentDateTimeUtc()).msecsTo(until);
    return milliseconds(std::max<qint64>(wait, 0));
}

} // namespace kagura
