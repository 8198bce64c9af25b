// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/callreport.h"

#include "core/base/json.h"
#include "core/cache/cachereason.h"
#include "ui/chat/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::CallReport)
};

constexpr qsizetype readString = 4000; // characters of one string that are shown

QString countOrDash(const std::optional<qint64> &count)
{
    return count ? QLocale().toString(*count) : u"\u2014"_s;
}

Json shortened(const Json &value)
{
    if (value.is_string()) {
        const QString text = toQString(value);
        if (text.size() <= readString)
            return value;
        return toJson(text.left(readString / 20)
                      + Words::tr("\u2026 (%1 characters)").arg(QLocale().toString(text.size())));
    }
    if (!value.is_structured())
        return value;
    Json out = value;
    for (auto item = out.begin(); item != out.end(); ++item)
        *item = shortened(*item);
    return out;
}

QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', "'\\''"_L1) + u'\'';
}

void tellRequest(InspectedCall &report, const KnownCall &call, const Redactor &redactor)
{
    if (!call.record) {
        report.requestNote = Words::tr(
            "Requests are remembered while Kagura runs, and this one was made before. What is "
            "stored with the answer is shown below.");
        return;
    }
    if (!call.record->request) {
        report.requestNote = Words::tr("This request cannot be written down.");
        return;
    }
    const HttpRequest &request = *call.record->request;
    report.requestLine =
        redactor.redacted(QString::fromLatin1(request.method) + u' ' + request.url.toString());
    for (const HttpHeader &header : request.headers)
        report.headers.append({QString::fromLatin1(header.name),
                               redactor.redacted(QString::fromLatin1(header.value))});
    for (const CredentialHeader &credential : request.credentials)
        report.headers.append({QString::fromLatin1(credential.name),
                               QString::fromLatin1(credential.prefix) + Words::tr("[redacted]")});
    if (request.body.isEmpty() && call.record->bodyBytes > 0) {
        report.requestNote = Words::tr("The body has %1 bytes, too many to be kept.")
                                 .arg(QLocale().toString(call.record->bodyBytes));
        return;
    }
    report.body = redactor.redacted(readableJson(request.body));
    report.curl = redactor.redacted(curlCommand(request, call.keyVariable));
    if (call.record->origin != ChatReply::Origin::Live)
        report.requestNote = Words::tr("Nothing was sent: this is what would have been.");
}

void tellStream(InspectedCall &report, const KnownCall &call, const Redactor &redactor)
{
    const StoredMessage &answer = call.answer;
    const auto add = [&report](const QString &name,
                               const std::optional<std::chrono::milliseconds> &time) {
        if (time)
            report.times.append({name, durationText(*time)});
    };
    report.firstContent = answer.firstContentAfter;
    std::optional<std::chrono::milliseconds> total = answer.totalTime;
    QStringList notes;
    if (const CallRecord *record = call.record) {
        add(Words::tr("in the queue"), record->queuedFor);
        add(Words::tr("answer began"), record->startedAfter);
        report.firstContent = record->firstContentAfter;
        total = record->totalTime;
        report.characters = record->characters;
        report.step = record->step;
        for (const CallRecord::Event &event : record->events)
            report.events.append({event.at, event.kind, redactor.redacted(event.content)});
        if (record->eventCount > record->events.size())
            notes.append(Words::tr("the first %1 of %2 events")
                             .arg(QLocale().toString(record->events.size()),
                                  QLocale().toString(record->eventCount)));
    }
    add(Words::tr("first text"), report.firstContent);
    add(Words::tr("thinking"), answer.reasoningTime);
    add(Words::tr("done"), total);
    const bool isLive =
        answer.origin.isEmpty() || answer.origin == originName(ChatReply::Origin::Live);
    if (const std::optional<qint64> speed = isLive
            ? tokensPerSecond(answer.usage.outputTokens, report.firstContent, total)
            : std::nullopt)
        notes.prepend(Words::tr("%1 tokens/s").arg(QLocale().toString(*speed)));
    report.streamNote = notes.join(u" \u00B7 "_s);
}

void tellAttempts(InspectedCall &report, const KnownCall &call)
{
    const CallRecord *record = call.record;
    if (!record)
        return;
    for (const CallRecord::Retry &retry : record->retries)
        report.attempts.append(
            {Words::tr("attempt %1 failed").arg(retry.scheduled.attempt - 1),
             Words::tr("%1 after %2, again in %3")
                 .arg(errorKindName(retry.scheduled.kind), durationText(retry.at),
                      durationText(retry.scheduled.after))});
    for (const FellBack &other : record->fallbacks)
        report.attempts.append({Words::tr("another model"), other.provider + u'/' + other.model});
    if (record->rateLimit.requestsRemaining)
        report.attempts.append(
            {Words::tr("requests left"), countOrDash(record->rateLimit.requestsRemaining)});
    if (record->rateLimit.tokensRemaining)
        report.attempts.append(
            {Words::tr("tokens left"), countOrDash(record->rateLimit.tokensRemaining)});
}

void tellUsage(InspectedCall &report, const Usage &usage)
{
    report.usage.append({Words::tr("Input"), countOrDash(usage.inputTokens)});
    if (usage.cacheReadTokens)
        report.usage.append(
            {Words::tr("Read from the provider's cache"), countOrDash(usage.cacheReadTokens)});
    if (usage.cacheWriteTokens)
        report.usage.append(
            {Words::tr("Written to the provider's cache"), countOrDash(usage.cacheWriteTokens)});
    report.usage.append({Words::tr("Output"), countOrDash(usage.outputTokens)});
    if (usage.reasoningTokens)
        report.usage.append({Words::tr("of it for thinking"), countOrDash(usage.reasoningTokens)});
}

void addCost(InspectedCall &report,
             const QString &name,
             const std::optional<qint64> &tokens,
             const std::optional<double> &price)
{
    if (!tokens)
        return;
    const QString words = price
        ? Words::tr("%1: %2 at $%3 a million")
              .arg(name, QLocale().toString(*tokens), QLocale().toString(*price, 'f', 2))
        : Words::tr("%1: %2 at an unknown price").arg(name, QLocale().toString(*tokens));
    // Dollars for a million are millionths of a dollar for one.
    report.cost.append(
        {words,
         costText(price ? std::optional<qint64>(std::llround(double(*tokens) * *price))
                        : std::nullopt)});
}

void tellCost(InspectedCall &report, const KnownCall &call, const ModelCatalogue &catalogue)
{
    const StoredMessage &answer = call.answer;
    const std::optional<ModelFacts> facts =
        catalogue.find(answer.model.provider, answer.model.model);
    const bool isBilled =
        answer.origin.isEmpty() || answer.origin == originName(ChatReply::Origin::Live);
    if (!isBilled) {
        report.costNote = answer.origin == originName(ChatReply::Origin::Joined)
            ? Words::tr("It shared the answer of another call, which pays for it.")
            : Words::tr("It came from the cache, so nothing was billed.");
    } else if (!facts) {
        report.costNote = Words::tr("No price of %1 is known, so its cost is not either.")
                              .arg(answer.model.model);
    } else {
        const Usage &usage = answer.usage;
        const qint64 prompt = usage.inputTokens.value_or(0) + usage.cacheReadTokens.value_or(0)
            + usage.cacheWriteTokens.value_or(0);
        const bool isLong = facts->longPromptTokens && prompt > *facts->longPromptTokens;
        const ModelPrices &prices = isLong ? facts->longPromptPrices : facts->prices;
        addCost(report, Words::tr("Input"), usage.inputTokens, prices.input);
        addCost(report, Words::tr("Cache read"), usage.cacheReadTokens, prices.cacheRead);
        addCost(report, Words::tr("Cache written"), usage.cacheWriteTokens, prices.cacheWrite);
        addCost(report, Words::tr("Output"), usage.outputTokens, prices.output);
        report.costNote = Words::tr("Prices of %1").arg(catalogue.date());
        if (isLong)
            report.costNote += Words::tr(", for long prompts");
    }
    report.cost.append({Words::tr("Total"), costText(answer.costMicroUsd)});
    if (answer.cache && answer.cache->savedMicroUsd)
        report.cost.append({Words::tr("Saved"), costText(answer.cache->savedMicroUsd)});
}

QString reasonWords(const QString &reason)
{
    const auto is = [&reason](CacheReason one) { return reason == cacheReasonName(one); };
    if (is(CacheReason::NeverSeen))
        return Words::tr("This request was never asked before.");
    if (is(CacheReason::Expired))
        return Words::tr("The stored answer had expired.");
    if (is(CacheReason::SoftlyInvalidated))
        return Words::tr("The stored answer was marked to be asked anew.");
    if (is(CacheReason::Invalidated))
        return Words::tr("The stored answer was taken away.");
    if (is(CacheReason::Evicted))
        return Words::tr("The stored answer had to make room for others.");
    if (is(CacheReason::Corrupt))
        return Words::tr("The stored answer was damaged and was not used.");
    if (is(CacheReason::TierError))
        return Words::tr("The cache could not be read.");
    if (is(CacheReason::TierTimeout))
        return Words::tr("The cache took too long to answer.");
    if (is(CacheReason::Off))
        return Words::tr("The cache is off.");
    if (is(CacheReason::Tools))
        return Words::tr("The request has tools, and answers with tools are not reused here.");
    if (is(CacheReason::Temperature))
        return Words::tr("The temperature asks for another answer each time.");
    if (is(CacheReason::NoKey))
        return Words::tr("The request has no form by which an answer could be found again.");
    if (is(CacheReason::NotReading))
        return Words::tr("Another answer was asked for, so no stored one was looked for.");
    return reason;
}

QStringList differencesOf(const CacheExplanation &explanation)
{
    QStringList parts;
    const auto add = [&parts](bool isOther, const QString &words) {
        if (isOther)
            parts.append(words);
    };
    add(explanation.isOtherModel, Words::tr("model"));
    add(explanation.isOtherOrigin, Words::tr("endpoint or account"));
    add(explanation.isOtherSystem, Words::tr("system prompt"));
    add(explanation.areOtherTools, Words::tr("tools"));
    add(explanation.isOtherSample, Words::tr("sample"));
    add(explanation.isOtherSpace, Words::tr("namespace"));
    for (const QString &name : explanation.parameters)
        parts.append(Words::tr("parameter %1").arg(name));
    if (explanation.messagesDivergeAt)
        parts.append(Words::tr("message %1").arg(*explanation.messagesDivergeAt + 1));
    return parts;
}

void tellCache(InspectedCall &report, const KnownCall &call)
{
    std::optional<CacheOutcome> outcome = call.answer.cache;
    if (!outcome && call.record)
        outcome = call.record->cache;
    if (!outcome) {
        report.cacheReason = Words::tr("What the cache did is not known.");
        return;
    }
    const QHash<CacheOutcome::Kind, InspectedCall::Cache> kinds = {
        {CacheOutcome::Kind::Bypass, InspectedCall::Cache::Bypass},
        {CacheOutcome::Kind::Miss, InspectedCall::Cache::Miss},
        {CacheOutcome::Kind::Hit, InspectedCall::Cache::Hit}};
    report.cache = kinds.value(outcome->kind);
    if (outcome->kind == CacheOutcome::Kind::Hit) {
        const QDateTime then = outcome->answered.value_or(call.answer.created);
        report.cacheReason = outcome->isStale
            ? Words::tr("An expired answer stood in for a provider that could not be asked.")
            : Words::tr("Answered before, %1 earlier.")
                  .arg(ageText(std::chrono::seconds(then.secsTo(call.answer.created))));
    } else {
        report.cacheReason = reasonWords(outcome->reason);
    }
    if (call.explanation && call.explanation->nearest) {
        const QStringList differing = differencesOf(*call.explanation);
        report.cacheDetails.append(
            Words::tr("Nearest: “%1”, of %2")
                .arg(call.explanation->nearest->requestHead.left(60).simplified(),
                     QLocale().toString(call.explanation->nearest->created.toLocalTime(),
                                        QLocale::ShortFormat)));
        if (!differing.isEmpty())
            report.cacheDetails.append(Words::tr("It differs in: %1").arg(differing.join(", "_L1)));
    }
    if (call.explanation && !call.explanation->invalidatedBy.isEmpty())
        report.cacheDetails.append(
            Words::tr("Taken away by: %1").arg(call.explanation->invalidatedBy));
    if (!outcome->key.isEmpty())
        report.cacheDetails.append(
            Words::tr("Key %1\u2026").arg(QString::fromLatin1(outcome->key.toHex().left(16))));
}

} // namespace

QString readableJson(const QByteArray &json)
{
    const Result<Json> parsed = parseJson(json);
    if (!parsed)
        return QString::fromUtf8(json.left(readString));
    return QString::fromStdString(
        shortened(*parsed).dump(2, ' ', false, Json::error_handler_t::replace));
}

QString curlCommand(const HttpRequest &request, const QString &keyVariable)
{
    QStringList parts = {u"curl -N "_s + quoted(request.url.toString(QUrl::FullyEncoded))};
    for (const HttpHeader &header : request.headers)
        parts.append(u"-H "_s
                     + quoted(QString::fromLatin1(header.name) + ": "_L1
                              + QString::fromLatin1(header.value)));
    const QString variable = keyVariable.isEmpty() ? u"API_KEY"_s : keyVariable;
    for (const CredentialHeader &credential : request.credentials)
        parts.append(u"-H \"%1: %2$%3\""_s.arg(QString::fromLatin1(credential.name),
                                               QString::fromLatin1(credential.prefix), variable));
    if (!request.body.isEmpty())
        parts.append(u"--data-raw "_s + quoted(QString::fromUtf8(request.body)));
    return parts.join(" \\\n  "_L1);
}

InspectedCall reportOf(const KnownCall &call,
                       const ModelCatalogue &catalogue,
                       const Redactor &redactor)
{
    InspectedCall report;
    const StoredMessage &answer = call.answer;
    report.message = answer.id;
    report.title = Words::tr("%1, %2").arg(
        answer.servedModel.isEmpty() ? answer.model.model : answer.servedModel,
        QLocale().toString(answer.created.toLocalTime(), u"HH:mm:ss"_s));
    report.isLive = answer.state == StoredMessage::State::Streaming;
    tellRequest(report, call, redactor);
    tellStream(report, call, redactor);
    tellAttempts(report, call);
    tellUsage(report, report.isLive && call.record ? call.record->usage : answer.usage);
    tellCost(report, call, catalogue);
    tellCache(report, call);
    const std::optional<Error> failure =
        call.record && call.record->failure ? call.record->failure : answer.failure;
    if (failure && failure->kind != Error::Kind::Cancelled) {
        report.failure = errorKindName(failure->kind);
        if (failure->httpStatus != 0)
            report.failure += Words::tr(" (HTTP %1)").arg(failure->httpStatus);
        if (!failure->message.isEmpty())
            report.failure += u": "_s + redactor.redacted(failure->message);
    }
    return report;
}

} // namespace kagura
