// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runarguments.h"

#include "core/runs/runexport.h"

#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Action = RunArguments::Action;

constexpr int MostListed = 100'000;
constexpr double MostDollars = 1e9;

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

bool beginsRun(Action action)
{
    return action == Action::Run || action == Action::Plan;
}

bool callsModels(Action action)
{
    return beginsRun(action) || action == Action::Resume;
}

//! What stands after the options, in words.
QStringList positionals(Action action)
{
    if (beginsRun(action))
        return {u"file"_s};
    switch (action) {
    case Action::List:
        return {};
    case Action::Answer:
        return {u"run"_s, u"path"_s};
    case Action::Approve:
    case Action::Reject:
        return {u"run"_s, u"call"_s};
    default:
        return {u"run"_s};
    }
}

QString explain(const QString &positional)
{
    if (positional == "file"_L1)
        return u"A workflow file, usually NAME.kagura.json, or the name of a template."_s;
    if (positional == "path"_L1)
        return u"The path of the node that asks, as `show` names it."_s;
    if (positional == "call"_L1)
        return u"The call that waits for approval, as `show` names it."_s;
    return u"The id of a run, or last for the newest one."_s;
}

Result<qint64> readDollars(const QString &text)
{
    bool isNumber = false;
    const double dollars = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(dollars) || dollars < 0 || dollars > MostDollars)
        return usage(u"--max-cost takes dollars, like 0.50"_s);
    return qint64(std::llround(dollars * 1e6));
}

Result<int> readCount(const QCommandLineParser &parser, const QString &option, int most)
{
    bool isNumber = false;
    const int count = parser.value(option).toInt(&isNumber);
    if (!isNumber || count < 1 || count > most)
        return usage(u"--%1 takes a number from 1 to %2"_s.arg(option, QString::number(most)));
    return count;
}

Result<QList<std::pair<QString, QString>>> readPairs(const QCommandLineParser &parser,
                                                     const QString &option)
{
    QList<std::pair<QString, QString>> pairs;
    for (const QString &text : parser.values(option)) {
        const qsizetype at = text.indexOf(u'=');
        if (at <= 0)
            return usage(u"--%1 takes NAME=VALUE"_s.arg(option));
        pairs.append({text.left(at), text.mid(at + 1)});
    }
    return pairs;
}

} // namespace

QString RunArguments::commandName(Action action)
{
    switch (action) {
    case Action::Run:
        return u"run"_s;
    case Action::Plan:
        return u"plan"_s;
    case Action::Resume:
        return u"resume"_s;
    case Action::List:
        return u"list"_s;
    case Action::Show:
        return u"show"_s;
    case Action::Cancel:
        return u"cancel"_s;
    case Action::Pause:
        return u"pause"_s;
    case Action::Answer:
        return u"answer"_s;
    case Action::Approve:
        return u"approve"_s;
    case Action::Reject:
        return u"reject"_s;
    case Action::Budget:
        return u"budget"_s;
    case Action::Export:
        return u"export"_s;
    }
    return {};
}

void RunArguments::declare(QCommandLineParser &parser, Action action)
{
    parser.addOption({u"json"_s, u"Print one JSON object a line."_s});
    if (callsModels(action))
        CommonArguments::declare(parser);
    if (beginsRun(action)) {
        parser.addOptions({
            {"input"_L1,
             u"What the workflow takes: NAME=VALUE. A text is taken as it is, anything else is "
             "JSON. Repeatable."_s,
             u"pair"_s},
            {{u"m"_s, u"model"_s},
             u"Use provider/model in place of every model of the workflow."_s,
             u"model"_s},
            {"concurrency"_L1, u"So many calls at once, at most."_s, u"number"_s},
            {"allow-folder"_L1, u"Let tools read files in this folder."_s, u"folder"_s},
            {"no-cache"_L1, u"Ask every model anew."_s},
        });
    }
    if (action == Action::Run)
        parser.addOption({u"plan"_s, u"Only say what it would do and cost; the same as plan."_s});
    if (beginsRun(action) || action == Action::Budget)
        parser.addOption({u"max-cost"_s, u"Stop new calls at this sum."_s, u"dollars"_s});
    if (action == Action::Answer)
        parser.addOptions({
            {"action"_L1, u"One of the actions that the node offers."_s, u"name"_s},
            {"field"_L1, u"A field that it asks for: NAME=VALUE. Repeatable."_s, u"pair"_s},
        });
    if (action == Action::List)
        parser.addOption({u"limit"_s, u"So many, at most; 20 without it."_s, u"number"_s});
    for (const QString &positional : positionals(action))
        parser.addPositionalArgument(positional, explain(positional));
}

bool RunArguments::meanRun(const QCommandLineParser &parser)
{
    return parser.isSet(u"run"_s) || (parser.isSet(u"json"_s) && !parser.isSet(u"output"_s));
}

Result<RunArguments> RunArguments::read(const QCommandLineParser &parser, Action action)
{
    RunArguments arguments{action};
    arguments.json = parser.isSet(u"json"_s);
    const QStringList given = parser.positionalArguments();
    const QStringList wanted = positionals(action);
    if (given.size() != wanted.size())
        return usage(wanted.isEmpty()
                         ? u"%1 takes options only"_s.arg(commandName(action))
                         : u"%1 takes %2"_s.arg(commandName(action), wanted.join(u" and "_s)));
    (beginsRun(action) ? arguments.file : arguments.run) = given.value(0);
    arguments.target = given.value(1);
    if (callsModels(action)) {
        Result<CommonArguments> common = CommonArguments::read(parser);
        if (!common)
            return common.error();
        arguments.common = std::move(common).value();
    }
    if (beginsRun(action) || action == Action::Answer) {
        Result<QList<std::pair<QString, QString>>> pairs =
            readPairs(parser, beginsRun(action) ? u"input"_s : u"field"_s);
        if (!pairs)
            return pairs.error();
        arguments.values = std::move(pairs).value();
    }
    if (action == Action::Run && parser.isSet(u"plan"_s))
        arguments.action = Action::Plan;
    if (beginsRun(action)) {
        arguments.usesCache = !parser.isSet(u"no-cache"_s);
        arguments.folder = parser.value(u"allow-folder"_s);
        if (parser.isSet(u"model"_s)) {
            arguments.model = ModelRef::fromString(parser.value(u"model"_s));
            if (!arguments.model)
                return usage(u"--model takes provider/model"_s);
        }
        if (parser.isSet(u"concurrency"_s)) {
            const Result<int> count = readCount(parser, u"concurrency"_s, 1000);
            if (!count)
                return count.error();
            arguments.concurrency = *count;
        }
    }
    if ((beginsRun(action) || action == Action::Budget) && parser.isSet(u"max-cost"_s)) {
        const Result<qint64> sum = readDollars(parser.value(u"max-cost"_s));
        if (!sum)
            return sum.error();
        arguments.maxCostMicroUsd = *sum;
    }
    if (action == Action::Budget && !arguments.maxCostMicroUsd)
        return usage(u"budget takes --max-cost with the new sum"_s);
    if (action == Action::Answer) {
        arguments.answer = parser.value(u"action"_s);
        if (arguments.answer.isEmpty())
            return usage(u"answer takes --action with one that the node offers"_s);
    }
    if (action == Action::Export) {
        arguments.format =
            parser.isSet(u"format"_s) && !arguments.json ? parser.value(u"format"_s) : u"json"_s;
        if (!runExportFormatFromName(arguments.format))
            return usage(
                u"--format of a run is json, jsonl, csv, markdown, html or otel, not %1"_s.arg(
                    arguments.format));
        arguments.path = parser.value(u"output"_s);
    }
    if (action == Action::List && parser.isSet(u"limit"_s)) {
        const Result<int> count = readCount(parser, u"limit"_s, MostListed);
        if (!count)
            return count.error();
        arguments.limit = *count;
    }
    return arguments;
}

Result<Json> typedValue(const QString &name, const QString &text, const Json &schema)
{
    const auto type = schema.find("type");
    const bool isText = type == schema.end() || (type->is_string() && *type == "string");
    if (isText && !schema.contains("enum"))
        return toJson(text);
    const Result<Json> parsed = parseJson(text.toUtf8());
    if (parsed)
        return *parsed;
    if (isText || schema.contains("enum"))
        return toJson(text);
    return usage(u"%1: `%2` is no JSON"_s.arg(name, text));
}

} // namespace kagura
