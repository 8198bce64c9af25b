// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/sharedanswer.h"

#include "core/base/json.h"
#include "core/cache/answerlog.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace kagura {

namespace {

using std::chrono::milliseconds;

constexpr int Version = 1;
constexpr qsizetype LengthSize = sizeof(quint32);
constexpr qint64 LongestMs = 1000LL * 3600 * 24 * 365;

struct Count
{
    const char *name;
    std::optional<qint64> Usage::*value;
};
constexpr std::array Counts = {
    Count{"input", &Usage::inputTokens},          Count{"output", &Usage::outputTokens},
    Count{"cache_read", &Usage::cacheReadTokens}, Count{"cache_write", &Usage::cacheWriteTokens},
    Count{"reasoning", &Usage::reasoningTokens},
};

Error damaged()
{
    return {Error::Kind::Protocol, QStringLiteral("a shared answer cannot be read")};
}

std::optional<QDateTime> timeOf(const Json &head, const char *name)
{
    const std::optional<qint64> ms = jsonInteger(head, name);
    if (!ms)
        return std::nullopt;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC);
    // A year of five digits is nobody's clock.
    return time.isValid() && time.date().year() >= 2000 && time.date().year() < 10'000
        ? std::optional(time)
        : std::nullopt;
}

milliseconds durationOf(const Json &head, const char *name)
{
    return milliseconds(std::clamp<qint64>(jsonInteger(head, name).value_or(0), 0, LongestMs));
}

} // namespace

SharedAnswer SharedAnswer::of(const CachedAnswer &answer)
{
    const CacheEntry &entry = answer.entry;
    return {entry.created,      entry.expires,      entry.servedModel, entry.finish, entry.usage,
            entry.costMicroUsd, entry.firstContent, entry.duration,    answer.log};
}

void SharedAnswer::fill(CachedAnswer &answer) const
{
    CacheEntry &entry = answer.entry;
    entry.created = created;
    entry.expires = expires;
    entry.servedModel = servedModel;
    entry.finish = finish;
    entry.usage = usage;
    entry.costMicroUsd = costMicroUsd;
    entry.firstContent = firstContent;
    entry.duration = duration;
    answer.log = log;
}

QByteArray SharedAnswer::toBytes() const
{
    Json head = {{"v", Version},
                 {"created", created.toMSecsSinceEpoch()},
                 {"served", toJson(servedModel)},
                 {"finish", static_cast<int>(finish)},
                 {"first_ms", firstContent.count()},
                 {"ms", duration.count()}};
    if (expires)
        head["expires"] = expires->toMSecsSinceEpoch();
    if (costMicroUsd)
        head["cost"] = *costMicroUsd;
    for (const Count &count : Counts) {
        if (const std::optional<qint64> &value = usage.*count.value)
            head[count.name] = *value;
    }
    const QByteArray text = dumpJson(head);
    QByteArray bytes(LengthSize, '\0');
    qToBigEndian(static_cast<quint32>(text.size()), bytes.data());
    return bytes + text + log;
}

Result<SharedAnswer> SharedAnswer::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() < LengthSize)
        return damaged();
    const auto size = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.data()));
    if (size > bytes.size() - LengthSize)
        return damaged();
    const Result<Json> head = parseJson(bytes.sliced(LengthSize, size));
    if (!head || jsonInteger(*head, "v") != Version)
        return damaged();
    SharedAnswer answer;
    const std::optional<QDateTime> created = timeOf(*head, "created");
    const qint64 finish = jsonInteger(*head, "finish").value_or(-1);
    if (!created || finish < 0 || finish > static_cast<qint64>(FinishReason::Other))
        return damaged();
    answer.created = *created;
    if (head->contains("expires")) {
        answer.expires = timeOf(*head, "expires");
        if (!answer.expires)
            return damaged();
    }
    answer.servedModel = jsonString(*head, "served");
    answer.finish = static_cast<FinishReason>(finish);
    answer.costMicroUsd = jsonInteger(*head, "cost");
    answer.firstContent = durationOf(*head, "first_ms");
    answer.duration = durationOf(*head, "ms");
    for (const Count &count : Counts)
        answer.usage.*count.value = jsonInteger(*head, count.name);
    answer.log = bytes.sliced(LengthSize + size).toByteArray();
    if (!AnswerLog::decode(answer.log))
        return damaged();
    return answer;
}

} // namespace kagura
