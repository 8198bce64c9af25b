// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/format.h"

#include "ui/chat/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace kagura {
namespace {

struct Format
{
    Q_DECLARE_TR_FUNCTIONS(kagura::Format)
};

constexpr std::chrono::milliseconds shortestWriting{500}; // what is shorter is no speed

QString dash()
{
    return QStringLiteral("\u2014");
}

QString speedText(qint64 tokensPerSecond)
{
    return Format::tr("%1 tokens/s").arg(QLocale().toString(tokensPerSecond));
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
    if (const std::optional<qint64> speed = tokensPerSecond(tokens, message.firstText, elapsed))
        parts.append(speedText(*speed));
    parts.append(durationText(elapsed));
    return parts;
}

} // namespace

qint64 estimatedTokens(qsizetype characters)
{
    return (characters + 3) / 4;
}

std::optional<qint64> tokensPerSecond(const std::optional<qint64> &tokens,
                                      const std::optional<std::chrono::milliseconds> &firstText,
                                      const std::optional<std::chrono::milliseconds> &end)
{
    if (!tokens || !firstText || !end)
        return std::nullopt;
    const std::chrono::milliseconds writing = *end - *firstText;
    if (*tokens == 0 || writing < shortestWriting)
        return std::nullopt;
    return qint64(double(*tokens) * 1000.0 / double(writing.count()));
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
        // What the cache replays was written at another time.
        const std::optional<qint64> speed = message.cachedAge
            ? std::nullopt
            : tokensPerSecond(message.outputTokens, message.firstText, message.duration);
        if (speed)
            parts.append({speedText(*speed), Kind::Fact});
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
