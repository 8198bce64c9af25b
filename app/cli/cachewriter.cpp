// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cachewriter.h"

#include "app/cli/terminal.h"
#include "core/base/json.h"
#include "core/cache/answerlog.h"
#include "core/llm/chatanswer.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace kagura::cachewriter {

namespace {

using namespace Qt::StringLiterals;

const QString Unknown = u"-"_s;

Json orNull(const std::optional<qint64> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? toJson(time->toUTC().toString(Qt::ISODateWithMs)) : Json(nullptr);
}

QByteArray line(const Json &object)
{
    return dumpJson(object) + '\n';
}

QByteArray line(const QString &text, const Style &style)
{
    return (style.isTerminal ? terminal::withoutControls(text) : text).toUtf8() + '\n';
}

QString durationText(qint64 seconds)
{
    struct Unit
    {
        qint64 seconds;
        const char *name;
    };
    constexpr std::array Units = {Unit{86'400, "d"}, Unit{3600, "h"}, Unit{60, "min"}};
    for (const Unit &unit : Units) {
        if (seconds >= unit.seconds)
            return QString::number(seconds / unit.seconds) + QLatin1String(unit.name);
    }
    return QString::number(std::max<qint64>(0, seconds)) + u's';
}

QString bytesText(qint64 bytes)
{
    if (bytes < 1000)
        return u"%1 B"_s.arg(bytes);
    if (bytes < 1'000'000)
        return u"%1 kB"_s.arg(double(bytes) / 1e3, 0, 'f', 1);
    return u"%1 MB"_s.arg(double(bytes) / 1e6, 0, 'f', 1);
}

QString moneyText(const std::optional<qint64> &microUsd)
{
    return microUsd ? u"$%1"_s.arg(double(*microUsd) / 1e6, 0, 'f', 4) : Unknown;
}

QString entriesText(qint64 entries)
{
    return entries == 1 ? u"1 entry"_s : u"%1 entries"_s.arg(entries);
}

QString stateText(const CacheEntry &entry, const QDateTime &now)
{
    if (entry.state == CacheEntry::State::Trash)
        return u"trash"_s;
    if (entry.isPinned)
        return u"pinned"_s;
    if (entry.state == CacheEntry::State::Stale)
        return u"stale"_s;
    return entry.expires && *entry.expires < now ? u"expired"_s : u"fresh"_s;
}

Json entryObject(const CacheEntry &entry, const Style &style)
{
    Json tags = Json::array();
    for (const QString &tag : entry.tags)
        tags.push_back(toJson(tag));
    return {{"id", entry.id},
            {"key", toJson(entry.key.toHex())},
            {"state", toJson(stateText(entry, style.now))},
            {"provider", toJson(entry.provider)},
            {"model", toJson(entry.model)},
            {"served_model", toJson(entry.servedModel)},
            {"agent", toJson(entry.agent)},
            {"sample", entry.sample},
            {"tags", std::move(tags)},
            {"note", toJson(entry.note)},
            {"created", timeOrNull(entry.created)},
            {"expires", timeOrNull(entry.expires)},
            {"last_hit", timeOrNull(entry.lastHit)},
            {"hits", entry.hits},
            {"bytes", entry.bytes},
            {"input_tokens", orNull(entry.usage.inputTokens)},
            {"output_tokens", orNull(entry.usage.outputTokens)},
            {"cost_micro_usd", orNull(entry.costMicroUsd)},
            {"finish", toJson(finishReasonName(entry.finish))},
            {"duration_ms", static_cast<qint64>(entry.duration.count())},
            {"prompt", toJson(entry.requestHead)},
            {"answer", toJson(entry.answerHead)}};
}

QString row(const std::array<QString, 7> &cells)
{
    return u"%1 %2 %3 %4 %5 %6  %7"_s.arg(cells[0].rightJustified(7), cells[1].leftJustified(8),
                                          cells[2].leftJustified(20, u' ', true),
                                          cells[3].rightJustified(6), cells[4].rightJustified(5),
                                          cells[5].rightJustified(9), cells[6]);
}

Json countObject(const BrowserTable::Count &count)
{
    return {{"entries", count.entries},
            {"bytes", count.bytes},
            {"cost_micro_usd", count.costMicroUsd},
            {"pinned", count.pinned}};
}

QString countText(const BrowserTable::Count &count)
{
    return u"%1, %2, %3 to ask again"_s.arg(entriesText(count.entries), bytesText(count.bytes),
                                            moneyText(count.costMicroUsd));
}

QString kindName(InvalidationTable::Kind kind)
{
    return kind == InvalidationTable::Kind::Hard ? u"hard"_s : u"soft"_s;
}

// What differs from the nearest entry, in the words of the statistics.
QStringList differences(const CacheExplanation &explanation)
{
    QStringList parts;
    if (explanation.isOtherModel)
        parts.append(u"model"_s);
    if (explanation.isOtherOrigin)
        parts.append(u"endpoint or account"_s);
    if (explanation.isOtherSystem)
        parts.append(u"system prompt"_s);
    if (explanation.areOtherTools)
        parts.append(u"tools"_s);
    if (explanation.isOtherSample)
        parts.append(u"sample"_s);
    if (explanation.isOtherSpace)
        parts.append(u"namespace"_s);
    for (const QString &name : explanation.parameters)
        parts.append(u"parameter "_s + name);
    if (explanation.messagesDivergeAt)
        parts.append(u"message %1"_s.arg(*explanation.messagesDivergeAt + 1));
    return parts;
}

} // namespace

QByteArray listHead(const Style &style)
{
    return style.json
        ? QByteArray()
        : line(row({u"id"_s, u"state"_s, u"model"_s, u"age"_s, u"hits"_s, u"size"_s, u"prompt"_s}),
               style);
}

QByteArray entryLine(const CacheEntry &entry, const Style &style)
{
    if (style.json)
        return line(entryObject(entry, style));
    return line(row({QString::number(entry.id), stateText(entry, style.now), entry.model,
                     durationText(entry.created.secsTo(style.now)), QString::number(entry.hits),
                     bytesText(entry.bytes), entry.requestHead.left(80).simplified()}),
                style);
}

QByteArray whole(const BrowserTable::Whole &whole, const Style &style)
{
    const CacheEntry &entry = whole.answer.entry;
    ChatAnswer answer;
    if (const Result<QList<TimedEvent>> events = AnswerLog::decode(whole.answer.log)) {
        for (const TimedEvent &one : *events)
            answer.apply(one.event);
    }
    if (style.json) {
        Json object = entryObject(entry, style);
        object["sound"] = whole.isSound;
        object["answer"] = toJson(answer.text);
        object["reasoning"] = toJson(answer.reasoning);
        const Result<Json> request = parseJson(whole.request);
        object["request"] = request ? *request : Json(nullptr);
        return line(object);
    }
    const QStringList head = {
        u"entry     %1 (%2)"_s.arg(entry.id).arg(stateText(entry, style.now)),
        u"key       "_s + entry.key.toHex(),
        u"model     %1/%2"_s.arg(entry.provider, entry.model),
        u"created   %1, %2 ago"_s.arg(entry.created.toLocalTime().toString(Qt::ISODate),
                                      durationText(entry.created.secsTo(style.now))),
        u"expires   "_s
            + (entry.expires && !entry.isPinned ? entry.expires->toLocalTime().toString(Qt::ISODate)
                                                : u"never"_s),
        u"used      %1 times"_s.arg(entry.hits),
        u"cost      %1, %2 ms"_s.arg(moneyText(entry.costMicroUsd)).arg(entry.duration.count()),
        u"tags      "_s + (entry.tags.isEmpty() ? Unknown : entry.tags.join(u", "_s)),
        u"note      "_s + (entry.note.isEmpty() ? Unknown : entry.note),
        QString(),
        u"Request:"_s,
        QString::fromUtf8(whole.request),
        QString(),
        whole.isSound ? u"Answer:"_s : u"Answer (damaged, it is never used):"_s,
        answer.text,
    };
    return line(head.join(u'\n'), style);
}

QByteArray countLine(const BrowserTable::Count &count, const Style &style)
{
    return style.json ? line(countObject(count))
                      : line(countText(count) + u"; %1 pinned"_s.arg(count.pinned), style);
}

QByteArray operationLine(const InvalidationTable::Operation &operation,
                         bool isDone,
                         const Style &style)
{
    if (style.json) {
        Json object = countObject(operation.count);
        object["operation"] = operation.id;
        object["kind"] = toJson(kindName(operation.kind));
        object["query"] = toJson(operation.query);
        object["done"] = isDone && !operation.isUndone;
        object["undone"] = operation.isUndone;
        object["at"] = operation.at.isValid() ? timeOrNull(operation.at) : Json(nullptr);
        object["undo_until"] =
            operation.undoUntil.isValid() ? timeOrNull(operation.undoUntil) : Json(nullptr);
        return line(object);
    }
    const QString skipped = operation.count.pinned > 0
        ? u"; %1 pinned passed over"_s.arg(operation.count.pinned)
        : QString();
    if (!isDone)
        return line(u"would invalidate (%1): %2%3; nothing was changed"_s.arg(
                        kindName(operation.kind), countText(operation.count), skipped),
                    style);
    QString state = u"undone"_s;
    if (!operation.isUndone && operation.undoUntil <= style.now)
        state = u"can no longer be undone"_s;
    else if (!operation.isUndone)
        state = u"`kagura-cli cache undo %1` brings them back for %2"_s.arg(operation.id)
                    .arg(durationText(style.now.secsTo(operation.undoUntil)));
    if (operation.id == 0)
        return line(u"nothing to invalidate: no entry is meant"_s + skipped, style);
    return line(u"%1  %2 %3  %4%5; %6"_s.arg(operation.id)
                    .arg(kindName(operation.kind), operation.query, countText(operation.count),
                         skipped, state),
                style);
}

QByteArray undoneLine(const InvalidationTable::Undone &undone, const Style &style)
{
    if (style.json)
        return line({{"restored", undone.restored},
                     {"superseded", undone.superseded},
                     {"lost", undone.lost}});
    return line(
        u"%1 restored; %2 not, because there is a newer answer; %3 not, because they are gone"_s
            .arg(entriesText(undone.restored))
            .arg(undone.superseded)
            .arg(undone.lost),
        style);
}

QByteArray changedLine(const QString &what, qint64 entries, const Style &style)
{
    return style.json ? line({{"action", toJson(what)}, {"entries", entries}})
                      : line(what + u": "_s + entriesText(entries), style);
}

QByteArray statLine(const CacheStat &stat, StatTable::By by, const Style &style)
{
    if (style.json)
        return line({{"hour", stat.hour.isValid() ? timeOrNull(stat.hour) : Json(nullptr)},
                     {"model", toJson(stat.model)},
                     {"agent", toJson(stat.agent)},
                     {"outcome", toJson(stat.outcome)},
                     {"detail", toJson(stat.detail)},
                     {"count", stat.count},
                     {"saved_input_tokens", stat.savedInputTokens},
                     {"saved_output_tokens", stat.savedOutputTokens},
                     {"saved_micro_usd", stat.savedMicroUsd},
                     {"saved_ms", static_cast<qint64>(stat.savedTime.count())}});
    QString group;
    if (by == StatTable::By::Hour)
        group = stat.hour.toLocalTime().toString(u"yyyy-MM-dd HH:mm "_s);
    else if (by == StatTable::By::Model)
        group = stat.model.leftJustified(24) + u' ';
    else if (by == StatTable::By::Agent)
        group = (stat.agent.isEmpty() ? Unknown : stat.agent).leftJustified(24) + u' ';
    QString saved;
    if (stat.outcome == "hit"_L1)
        saved = u"  saved %1, %2 tokens, %3"_s.arg(moneyText(stat.savedMicroUsd))
                    .arg(stat.savedInputTokens + stat.savedOutputTokens)
                    .arg(durationText(stat.savedTime.count() / 1000));
    return line(group
                    + u"%1 %2 %3%4"_s.arg(stat.outcome.leftJustified(9),
                                          stat.detail.leftJustified(18),
                                          QString::number(stat.count).rightJustified(8), saved),
                style);
}

QByteArray explanation(const CacheExplanation &explanation, const Style &style)
{
    const QStringList differing = differences(explanation);
    if (style.json) {
        Json differs = Json::array();
        for (const QString &one : differing)
            differs.push_back(toJson(one));
        return line(
            {{"hit", explanation.isHit},
             {"reason", toJson(cacheReasonName(explanation.reason))},
             {"invalidated_by", toJson(explanation.invalidatedBy)},
             {"entry", explanation.entry ? entryObject(*explanation.entry, style) : Json(nullptr)},
             {"nearest",
              explanation.nearest ? entryObject(*explanation.nearest, style) : Json(nullptr)},
             {"differs", std::move(differs)}});
    }
    if (explanation.isHit)
        return line(u"The cache would answer, with entry %1, which is %2 old."_s
                        .arg(explanation.entry ? explanation.entry->id : 0)
                        .arg(explanation.entry
                                 ? durationText(explanation.entry->created.secsTo(style.now))
                                 : Unknown),
                    style);
    QString text = u"The cache would not answer: %1."_s.arg(cacheReasonName(explanation.reason));
    if (!explanation.invalidatedBy.isEmpty())
        text += u" It was taken away by: %1"_s.arg(explanation.invalidatedBy);
    if (explanation.nearest)
        text +=
            u"\nThe nearest entry is %1 (%2), which differs in: %3."_s.arg(explanation.nearest->id)
                .arg(explanation.nearest->requestHead.left(60).simplified(),
                     differing.isEmpty() ? Unknown : differing.join(u", "_s));
    return line(text, style);
}

} // namespace kagura::cachewriter
