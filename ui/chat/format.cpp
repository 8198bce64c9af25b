// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/format.h"

#include "ui/chat/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kagura {
namespace {

struct Format
{
    Q_DECLARE_TR_FUNCTIONS(kagura::Format)
};

QString dash()
{
    return QStringLiteral("\u2014");
}

//! English text has about four characters a token; good enough for a number that says it is a guess.
qint64 estimatedTokens(qsizetype characters)
{
    return (characters + 3) / 4;
}

QStringList liveFooter(const TranscriptMessage &message,
                       qsizetype characters,
                       std::chrono::milliseconds elapsed)
{
    if (message.state == TranscriptMessage::State::Waiting)
        return {message.model, Format::tr("waiting"), durationText(elapsed)};
    const qint64 tokens = message.outputTokens.value_or(estimatedTokens(characters));
    const QString shown =
        message.outputTokens ? tokensText(tokens) : QStringLiteral("\u2248 ") + tokensText(tokens);
    QStringList parts{message.model, shown};
    const auto writing = elapsed - message.firstText.value_or(elapsed);
    if (writing >= std::chrono::milliseconds(500))
        parts.append(Format::tr("%1 tokens/s")
                         .arg(qint64(double(tokens) * 1000.0 / double(writing.count()))));
    parts.append(durationText(elapsed));
    return parts;
}

} // namespace

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 ms = std::max<qint64>(0, duration.count());
    if (ms < 1000)
        return Format::tr("%1 ms").arg(ms);
    if (ms < 10'000)
        return Format::tr("%1 s").arg(QLocale().toString(double(ms) / 1000.0, 'f', 1));
    if (ms < 60'000)
        return Format::tr("%1 s").arg(ms / 1000);
    return Format::tr("%1 min %2 s").arg(ms / 60'000).arg(ms % 60'000 / 1000);
}

QString costText(std::optional<qint64> microUsd)
{
    if (!microUsd)
        return dash();
    const double dollars = double(*microUsd) / 1e6;
    const int digits = *microUsd == 0 || dollars >= 1 ? 2 : dollars >= 0.001 ? 3 : 6;
    return QStringLiteral("$") + QLocale().toString(dollars, 'f', digits);
}

QString tokensText(qint64 tokens)
{
    return tokens == 1 ? Format::tr("1 token")
                       : Format::tr("%1 tokens").arg(QLocale().toString(tokens));
}

QString timeColumnText(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    const QDateTime today = now.toLocalTime();
    const qint64 days = local.date().daysTo(today.date());
    if (time.secsTo(now) < 60)
        return Format::tr("now");
    if (days <= 1)
        return QLocale().toString(local.time(), QStringLiteral("HH:mm"));
    if (days <= 7)
        return QLocale().dayName(local.date().dayOfWeek(), QLocale::ShortFormat);
    if (local.date().year() == today.date().year())
        return QLocale().toString(local.date(), QStringLiteral("d MMM"));
    return QLocale().toString(local.date(), QStringLiteral("MMM yyyy"));
}

QString ageText(std::chrono::seconds age)
{
    const qint64 seconds = std::max<qint64>(0, age.count());
    if (seconds < 60)
        return Format::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Format::tr("%1 min").arg(seconds / 60);
    return seconds < 86'400 ? Format::tr("%1 h").arg(seconds / 3600)
                            : Format::tr("%1 d").arg(seconds / 86'400);
}

QList<FooterPart> replyFooter(const TranscriptMessage &message,
                              qsizetype characters,
                              std::chrono::milliseconds elapsed)
{
    using Kind = FooterPart::Kind;
    QList<FooterPart> parts;
    if (message.isLive()) {
        for (const QString &fact : liveFooter(message, characters, elapsed))
            parts.append({fact, Kind::Fact});
    } else {
        if (message.state == TranscriptMessage::State::Stopped)
            parts.append({Format::tr("Stopped"), Kind::State});
        if (message.state == TranscriptMessage::State::Interrupted)
            parts.append({Format::tr("Interrupted"), Kind::State});
        if (message.isCapped)
            parts.append({Format::tr("Reached the length limit"), Kind::State});
        parts.append({message.model, Kind::Fact});
        if (message.outputTokens)
            parts.append({tokensText(*message.outputTokens), Kind::Fact});
        // What failed before it said anything has no cost to be unsure of.
        const bool isVoid = message.state == TranscriptMessage::State::Failed
            && !message.outputTokens && !message.costMicroUsd;
        if (message.savedMicroUsd)
            parts.append(
                {Format::tr("saved %1").arg(costText(message.savedMicroUsd)), Kind::Saved});
        else if (!isVoid)
            parts.append({message.costMicroUsd ? costText(message.costMicroUsd)
                                               : Format::tr("cost %1").arg(dash()),
                          Kind::Fact});
        if (message.firstText)
            parts.append(
                {Format::tr("first text %1").arg(durationText(*message.firstText)), Kind::Fact});
        if (message.cachedAge)
            parts.append(
                {Format::tr("cached \u00b7 %1").arg(ageText(*message.cachedAge)), Kind::Badge});
    }
    for (FooterPart &part : parts)
        part.text = DisplayText::line(part.text);
    parts.removeIf([](const FooterPart &part) { return part.text.isEmpty(); });
    return parts;
}

} // namespace kagura
