// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/format.h"

#include "ui/chat/displaytext.h"

#include <QCoreApplication>

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
