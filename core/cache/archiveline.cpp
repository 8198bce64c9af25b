// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/archiveline.h"

#include "core/cache/answerlog.h"
#include "core/llm/chatanswer.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr qsizetype LongestHead = 200;
constexpr int KnownFlags = 2 * CacheEntry::HadClockSkew - 1;
constexpr auto TimeFormat = Qt::ISODateWithMs;

Json orNull(const std::optional<qint64> &number)
{
    return number ? Json(*number) : Json(nullptr);
}

Json timeJson(const std::optional<QDateTime> &time)
{
    return time ? toJson(time->toUTC().toString(TimeFormat)) : Json(nullptr);
}

std::optional<QDateTime> timeOf(const Json &object, const char *name)
{
    const QDateTime time = QDateTime::fromString(jsonString(object, name), TimeFormat);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

Json usageJson(const Usage &usage)
{
    return {{"input", orNull(usage.inputTokens)},
            {"output", orNull(usage.outputTokens)},
            {"cache_read", orNull(usage.cacheReadTokens)},
            {"cache_write", orNull(usage.cacheWriteTokens)},
            {"reasoning", orNull(usage.reasoningTokens)}};
}

Usage usageOf(const Json &object)
{
    Usage usage;
    usage.inputTokens = jsonInteger(object, "input");
    usage.outputTokens = jsonInteger(object, "output");
    usage.cacheReadTokens = jsonInteger(object, "cache_read");
    usage.cacheWriteTokens = jsonInteger(object, "cache_write");
    usage.reasoningTokens = jsonInteger(object, "reasoning");
    return usage;
}

Error broken(const QString &what)
{
    return {Error::Kind::Protocol, what};
}

CallIdentity identityOf(const CacheEntry &entry)
{
    CallIdentity identity;
    identity.dialect = entry.dialect;
    identity.origin = entry.origin;
    identity.scope = entry.scope;
    identity.model = entry.model;
    identity.sampleIndex = entry.sample;
    return identity;
}

ChatAnswer answerOf(const QList<TimedEvent> &events)
{
    ChatAnswer answer;
    for (const TimedEvent &timed : events)
        answer.apply(timed.event);
    return answer;
}

// What was asked and what came of it; without it the line cannot be imported.
void addContent(Json &line, const ArchivedEntry &archived)
{
    const CacheEntry &entry = archived.entry.answer.entry;
    line["note"] = toJson(entry.note);
    line["prompt"] = toJson(entry.requestHead);
    const Result<Json> request = parseJson(archived.entry.request);
    line["request"] = request ? *request : Json(nullptr);
    const Result<Json> rest =
        archived.entry.rest.isEmpty() ? Json::object() : parseJson(archived.entry.rest);
    line["rest"] = rest ? *rest : Json::object();
    if (const auto events = AnswerLog::decode(archived.entry.answer.log))
        line["answer"] = toJson(answerOf(*events).text); // for people; the log has all of it
    line["log"] = archived.entry.answer.log.toBase64().toStdString();
}

// What the line says of the call and of the answer's figures; false: something is missing.
[[nodiscard]] bool readFigures(const Json &object, CacheEntry &entry)
{
    entry.space = jsonString(object, "space", CacheSpace().name);
    entry.dialect = jsonString(object, "dialect");
    entry.origin = jsonString(object, "origin");
    entry.scope = jsonString(object, "scope");
    entry.provider = jsonString(object, "provider");
    entry.model = jsonString(object, "model");
    entry.servedModel = jsonString(object, "served_model");
    entry.agent = jsonString(object, "agent");
    entry.sample = static_cast<int>(jsonInteger(object, "sample").value_or(0));
    if (const Json &temperature = jsonMember(object, "temperature"); temperature.is_number())
        entry.temperature = temperature.get<double>();
    entry.flags = static_cast<int>(jsonInteger(object, "flags").value_or(0)) & KnownFlags;
    for (const Json &tag : jsonMember(object, "tags"))
        entry.tags.append(toQString(tag));
    entry.tags.removeAll(QString());
    entry.isPinned = jsonMember(object, "pinned") == Json(true);
    entry.note = jsonString(object, "note");
    entry.expires = timeOf(object, "expires");
    entry.costMicroUsd = jsonInteger(object, "cost_micro_usd");
    entry.usage = usageOf(jsonMember(object, "usage"));
    entry.firstContent = milliseconds(jsonInteger(object, "first_content_ms").value_or(0));
    entry.duration = milliseconds(jsonInteger(object, "duration_ms").value_or(0));
    entry.requestHead = jsonString(object, "prompt").left(LongestHead);
    const std::optional<QDateTime> created = timeOf(object, "created");
    entry.created = created.value_or(QDateTime());
    return created && !entry.dialect.isEmpty() && !entry.model.isEmpty();
}

} // namespace

QByteArray ArchivedEntry::toLine(Content content) const
{
    const CacheEntry &meta = entry.answer.entry;
    Json tags = Json::array();
    for (const QString &tag : meta.tags)
        tags.push_back(toJson(tag));
    Json line = {{"key", toJson(meta.key.toHex())},
                 {"space", toJson(meta.space)},
                 {"dialect", toJson(meta.dialect)},
                 {"origin", toJson(meta.origin)},
                 {"scope", toJson(meta.scope)},
                 {"provider", toJson(meta.provider)},
                 {"model", toJson(meta.model)},
                 {"served_model", toJson(meta.servedModel)},
                 {"agent", toJson(meta.agent)},
                 {"sample", meta.sample},
                 {"temperature", meta.temperature ? Json(*meta.temperature) : Json(nullptr)},
                 {"flags", meta.flags},
                 {"tags", std::move(tags)},
                 {"pinned", meta.isPinned},
                 {"stale", isStale},
                 {"created", timeJson(meta.created)},
                 {"expires", timeJson(meta.expires)},
                 {"last_hit", timeJson(meta.lastHit)},
                 {"hits", meta.hits},
                 {"bytes", meta.bytes},
                 {"finish", toJson(finishReasonName(meta.finish))},
                 {"usage", usageJson(meta.usage)},
                 {"cost_micro_usd", orNull(meta.costMicroUsd)},
                 {"first_content_ms", static_cast<qint64>(meta.firstContent.count())},
                 {"duration_ms", static_cast<qint64>(meta.duration.count())}};
    if (content == Content::Whole)
        addContent(line, *this);
    return dumpJson(line) + '\n';
}

Result<ArchivedEntry> ArchivedEntry::fromObject(const Json &object, const ScopeOf &scopeOf)
{
    ArchivedEntry archived;
    CacheEntry &meta = archived.entry.answer.entry;
    if (!object.is_object() || !readFigures(object, meta))
        return broken(u"it is no entry of a cache"_s);
    archived.isStale = jsonMember(object, "stale") == Json(true);
    if (scopeOf)
        meta.scope = scopeOf(meta.provider).value_or(meta.scope);
    const auto log = QByteArray::fromBase64Encoding(jsonString(object, "log").toLatin1(),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    const Result<QList<TimedEvent>> events = AnswerLog::decode(*log);
    if (!log || !events)
        return broken(u"its answer is damaged"_s);
    const ChatAnswer answer = answerOf(*events);
    if (!answer.finish || (answer.text.isEmpty() && answer.toolCalls.isEmpty()))
        return broken(u"its answer is not whole"_s);
    meta.finish = answer.finish->reason;
    meta.answerHead = answer.text.left(2 * LongestHead).simplified().left(LongestHead);
    archived.entry.answer.log = *log;

    const Json &body = jsonMember(object, "request");
    if (body.is_null())
        return broken(u"it does not say what was asked"_s);
    const Json &rest = jsonMember(object, "rest");
    if (rest.is_object() && !rest.empty())
        archived.entry.rest = dumpJson(rest);
    const CallIdentity identity = identityOf(meta);
    const Result<CacheKey> key = RequestKey::again(identity, meta.space, archived.entry.rest, body);
    if (!key)
        return key.error();
    meta.key = *key;
    archived.entry.anatomy = KeyAnatomy::of(identity, body);
    archived.entry.request = dumpJson(body);
    meta.bytes = archived.entry.answer.log.size() + archived.entry.request.size();
    return archived;
}

bool ArchivedEntry::isPortable() const
{
    const CacheEntry &meta = entry.answer.entry;
    Result<Json> body = parseJson(entry.request);
    if (!body)
        return false;
    const Result<CacheKey> key =
        RequestKey::again(identityOf(meta), meta.space, entry.rest, std::move(body).value());
    return key && *key == meta.key;
}

QByteArray ArchiveHead::toLine() const
{
    return dumpJson({{"kagura_cache", Version},
                     {"exported", timeJson(at)},
                     {"query", toJson(query)},
                     {"redacted", isRedacted}})
        + '\n';
}

Result<ArchiveHead> ArchiveHead::fromObject(const Json &object)
{
    const std::optional<qint64> version = jsonInteger(object, "kagura_cache");
    if (!version)
        return Error{Error::Kind::BadRequest,
                     u"this is no exported cache; `kagura-cli cache export` writes one"_s};
    if (*version > Version)
        return Error{Error::Kind::BadRequest,
                     u"a later version of Kagura wrote this; import it with that one"_s};
    ArchiveHead head;
    head.at = timeOf(object, "exported").value_or(QDateTime());
    head.query = jsonString(object, "query");
    head.isRedacted = jsonMember(object, "redacted") == Json(true);
    if (head.isRedacted)
        return Error{Error::Kind::BadRequest,
                     u"this export is redacted: it holds no answers; export without --redact"_s};
    return head;
}

QByteArray ArchiveEnd::toLine() const
{
    return dumpJson({{"end", true}, {"entries", entries}}) + '\n';
}

std::optional<ArchiveEnd> ArchiveEnd::fromObject(const Json &object)
{
    if (jsonMember(object, "end") != Json(true))
        return std::nullopt;
    return ArchiveEnd{jsonInteger(object, "entries").value_or(-1)};
}

} // namespace kagura
