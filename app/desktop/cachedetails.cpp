// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/cachedetails.h"

#include "core/base/canonicaljson.h"
#include "core/cache/answerlog.h"
#include "core/cache/requestdiff.h"
#include "core/cache/requestshape.h"
#include "ui/cache/difftext.h"
#include "ui/cache/misswords.h"
#include "ui/chat/displaytext.h"

#include <QCoreApplication>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct CacheDetails
{
    Q_DECLARE_TR_FUNCTIONS(kagura::CacheDetails)
};

constexpr qsizetype LongestRequest = 200'000; // characters that are shown
constexpr int HashLength = 6;

Json bodyOf(const QByteArray &request)
{
    const Result<Json> body = parseJson(request);
    return body ? *body : Json::object();
}

QString indented(const QByteArray &request)
{
    const Result<Json> body = parseJson(request);
    QString text = DisplayText::of(
        body ? QString::fromStdString(body->dump(2, ' ', false, Json::error_handler_t::replace))
             : QString::fromUtf8(request),
        DisplayText::Ground::Code);
    if (text.size() > LongestRequest)
        text = text.left(LongestRequest)
            + CacheDetails::tr("\n\u2026 and %1 more characters").arg(text.size() - LongestRequest);
    return text;
}

void readAnswer(const QByteArray &log, EntryDetail &detail)
{
    const Result<QList<TimedEvent>> events = AnswerLog::decode(log);
    if (!events) {
        detail.isSound = false;
        return;
    }
    for (const TimedEvent &one : *events) {
        StreamBeat beat;
        beat.at = one.at;
        if (const auto *text = std::get_if<TextDelta>(&one.event)) {
            beat.text = text->text;
            detail.answer += text->text;
        } else if (const auto *reasoning = std::get_if<ReasoningDelta>(&one.event)) {
            beat.text = reasoning->text;
            beat.isReasoning = true;
            detail.reasoning += reasoning->text;
        } else if (const auto *call = std::get_if<ToolCall>(&one.event)) {
            beat.text = u"\n`%1(%2)`\n"_s.arg(call->name, QString::fromUtf8(call->arguments));
            detail.answer += beat.text;
        } else {
            continue;
        }
        detail.beats.append(beat);
    }
}

QList<KeyPart> keyParts(const StoredAnatomy &anatomy, const Json &body)
{
    const RequestParts parts = RequestParts::of(body);
    QList<KeyPart> shown;
    const auto add = [&shown](const QString &name, const StoredAnatomy::Part &part, bool isEmpty) {
        shown.append(
            {name,
             isEmpty ? CacheDetails::tr("none") : QString::fromLatin1(part.hash.left(HashLength)),
             isEmpty ? 0 : part.shared});
    };
    add(CacheDetails::tr("system"), anatomy.system, parts.system.empty());
    add(CacheDetails::tr("tools"), anatomy.tools, parts.tools.empty());
    add(CacheDetails::tr("params"), anatomy.parameters, parts.parameters.empty());
    add(CacheDetails::tr("origin"), anatomy.origin, false);
    for (qsizetype i = 0; i < anatomy.messages.size(); ++i)
        add(CacheDetails::tr("message %1").arg(i), anatomy.messages.at(i), false);
    return shown;
}

QList<TextChange> shownChanges(const QString &from, const QString &to)
{
    return textDiff(DisplayText::of(from), DisplayText::of(to));
}

QList<ShownDifference> shownDifferences(const QByteArray &from, const QByteArray &to)
{
    QList<ShownDifference> shown;
    for (const RequestDifference &one : requestDiff(bodyOf(from), bodyOf(to)))
        shown.append({one.place, shortened(shownChanges(one.from, one.to))});
    return shown;
}

QString answerOf(const BrowserTable::Whole &whole)
{
    EntryDetail detail;
    readAnswer(whole.answer.log, detail);
    return detail.answer;
}

QString withCalls(const CachedTurn &turn)
{
    QString text = turn.text;
    for (const QString &call : turn.calls)
        text += u"\n\n`%1`"_s.arg(call);
    return text;
}

} // namespace

EntryDetail entryDetail(const BrowserTable::Whole &whole,
                        const std::optional<StoredAnatomy> &anatomy)
{
    EntryDetail detail;
    detail.entry = whole.answer.entry;
    detail.isSound = whole.isSound;
    const Json body = bodyOf(whole.request);
    detail.turns = cachedTurns(body);
    detail.request = indented(whole.request);
    readAnswer(whole.answer.log, detail);
    if (anatomy) {
        detail.keyParts = keyParts(*anatomy, body);
        detail.compared = anatomy->compared;
    }
    return detail;
}

MissDetail missDetail(const CacheExplanation &explanation,
                      const QByteArray &request,
                      const QByteArray &nearestRequest)
{
    MissDetail detail;
    detail.explanation = explanation;
    detail.statusLine = missStatusLine(explanation);
    if (explanation.nearest)
        detail.differences = shownDifferences(nearestRequest, request);
    return detail;
}

EntryPair entryPair(const BrowserTable::Whole &left, const BrowserTable::Whole &right)
{
    return {shownEntry(left.answer.entry), shownEntry(right.answer.entry),
            shownDifferences(left.request, right.request),
            shownChanges(answerOf(left), answerOf(right))};
}

CacheEntry shownEntry(CacheEntry entry)
{
    for (QString *text : {&entry.requestHead, &entry.answerHead, &entry.agent, &entry.model,
                          &entry.servedModel, &entry.provider, &entry.origin})
        *text = DisplayText::line(*text);
    return entry;
}

QList<TranscriptMessage> entryMessages(const EntryDetail &detail, const QDateTime &now)
{
    using Author = TranscriptMessage::Author;
    QList<TranscriptMessage> messages;
    for (const CachedTurn &turn : detail.turns) {
        if (turn.who == CachedTurn::Who::System)
            continue;
        TranscriptMessage message;
        message.id = QString::number(messages.size());
        message.isRecord = true;
        message.author = turn.who == CachedTurn::Who::Model ? Author::Model : Author::User;
        message.text = turn.who == CachedTurn::Who::Tool
            ? CacheDetails::tr("Result of a tool:\n%1").arg(turn.text)
            : withCalls(turn);
        for (const QString &file : turn.files)
            message.attachments.append({.name = file});
        messages.append(message);
    }
    const CacheEntry &entry = detail.entry;
    TranscriptMessage answer;
    answer.id = AnswerId;
    answer.isRecord = true;
    answer.author = Author::Model;
    answer.text = detail.answer;
    answer.reasoning = detail.reasoning;
    answer.model = entry.servedModel.isEmpty() ? entry.model : entry.servedModel;
    answer.outputTokens = entry.usage.outputTokens;
    answer.costMicroUsd = entry.costMicroUsd;
    answer.isCapped = entry.finish == FinishReason::Length;
    answer.cachedAge = std::chrono::seconds(entry.created.secsTo(now));
    messages.append(answer);
    return messages;
}

} // namespace kagura
