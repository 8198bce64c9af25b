// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/instructionfields.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kagura {
namespace {

constexpr qsizetype mostParts = 2; // of a summary

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::InstructionFields)
};

QString numberText(const std::optional<double> &number)
{
    return number ? QString::number(*number, 'g', 6) : QString();
}

QString numberText(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

//! Empty where it is no number; a comma is what some keyboards have for a point.
std::optional<double> decimal(const QString &text)
{
    bool isNumber = false;
    const double number = text.trimmed().replace(u',', u'.').toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<qint64> whole(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QStringList stopsOf(const QString &text)
{
    QStringList stops;
    for (QString line : text.split(u'\n', Qt::SkipEmptyParts))
        stops.append(line.replace(QStringLiteral("\\n"), QStringLiteral("\n")));
    return stops;
}

} // namespace

InstructionFields InstructionFields::of(const Instructions &instructions)
{
    const ChatParameters &parameters = instructions.parameters;
    InstructionFields fields;
    fields.system = instructions.system;
    fields.temperature = numberText(parameters.temperature);
    fields.topP = numberText(parameters.topP);
    fields.maxTokens = numberText(parameters.maxTokens);
    fields.seed = numberText(parameters.seed);
    QStringList stops = parameters.stop;
    fields.stop = stops.replaceInStrings(QStringLiteral("\n"), QStringLiteral("\\n")).join(u'\n');
    fields.reasoning = parameters.reasoning;
    fields.cache = parameters.cache;
    return fields;
}

std::variant<Instructions, InstructionFields::Fault> InstructionFields::read() const
{
    Instructions read;
    read.system = system.trimmed().isEmpty() ? QString() : system;
    ChatParameters &parameters = read.parameters;
    const auto isGiven = [](const QString &text) { return !text.trimmed().isEmpty(); };
    if (isGiven(temperature)) {
        parameters.temperature = decimal(temperature);
        if (!parameters.temperature
            || !(*parameters.temperature >= 0.0 && *parameters.temperature <= largestTemperature))
            return Fault{Name::Temperature, Words::tr("Temperature is a number from 0 to 2.")};
    }
    if (isGiven(topP)) {
        parameters.topP = decimal(topP);
        if (!parameters.topP || !(*parameters.topP >= 0.0 && *parameters.topP <= largestTopP))
            return Fault{Name::TopP, Words::tr("Top p is a number from 0 to 1.")};
    }
    if (isGiven(maxTokens)) {
        parameters.maxTokens = whole(maxTokens);
        if (!parameters.maxTokens || *parameters.maxTokens < 1
            || *parameters.maxTokens > kagura::mostTokens)
            return Fault{Name::MaxTokens,
                         Words::tr("The longest answer is a whole number of tokens, above 0.")};
    }
    if (isGiven(seed)) {
        parameters.seed = whole(seed);
        if (!parameters.seed)
            return Fault{Name::Seed, Words::tr("The seed is a whole number.")};
    }
    parameters.stop = stopsOf(stop);
    if (parameters.stop.size() > mostStops)
        return Fault{Name::Stop, Words::tr("At most 16 texts can end an answer.")};
    parameters.reasoning = reasoning;
    parameters.cache = cache;
    return read;
}

QString instructionsSummary(const Instructions &instructions)
{
    const ChatParameters &parameters = instructions.parameters;
    const QLocale locale;
    QStringList parts;
    if (!instructions.system.isEmpty())
        parts.append(Words::tr("system text"));
    if (parameters.temperature)
        parts.append(Words::tr("temperature %1").arg(numberText(parameters.temperature)));
    if (parameters.reasoning)
        parts.append(
            *parameters.reasoning == ReasoningEffort::Off          ? Words::tr("no reasoning")
                : *parameters.reasoning == ReasoningEffort::Low    ? Words::tr("low reasoning")
                : *parameters.reasoning == ReasoningEffort::Medium ? Words::tr("medium reasoning")
                                                                   : Words::tr("high reasoning"));
    if (parameters.maxTokens)
        parts.append(Words::tr("at most %1 tokens").arg(locale.toString(*parameters.maxTokens)));
    if (parameters.topP)
        parts.append(Words::tr("top p %1").arg(numberText(parameters.topP)));
    if (parameters.seed)
        parts.append(Words::tr("seed %1").arg(*parameters.seed));
    if (!parameters.stop.isEmpty())
        parts.append(Words::tr("stop texts"));
    if (parameters.cache)
        parts.append(*parameters.cache == CacheMode::Off ? Words::tr("no cache")
                                                         : Words::tr("asks anew"));
    if (parts.isEmpty())
        return {};
    const qsizetype more = parts.size() - mostParts;
    QString summary = parts.mid(0, mostParts).join(QStringLiteral(", "));
    if (more > 0)
        summary = Words::tr("%1 and %2 more").arg(summary).arg(more);
    summary[0] = summary.at(0).toUpper();
    return summary;
}

} // namespace kagura
