// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/chatarguments.h"

#include "core/chat/instructions.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

Result<ModelRef> readModel(const QString &option, const QString &value)
{
    if (const std::optional<ModelRef> model = ModelRef::fromString(value))
        return *model;
    return usage(u"%1 takes PROVIDER/MODEL, for example openai/gpt-4o-mini"_s.arg(option));
}

Result<void> readSampling(const QCommandLineParser &parser, ChatRequest &request)
{
    bool isNumber = true;
    if (parser.isSet(u"temperature"_s)) {
        const double temperature = parser.value(u"temperature"_s).toDouble(&isNumber);
        if (!isNumber || !(temperature >= 0.0 && temperature <= 2.0))
            return usage(u"--temperature takes a number from 0 to 2"_s);
        request.temperature = temperature;
    }
    if (parser.isSet(u"max-tokens"_s)) {
        const qint64 tokens = parser.value(u"max-tokens"_s).toLongLong(&isNumber);
        if (!isNumber || tokens < 1)
            return usage(u"--max-tokens takes a whole number above 0"_s);
        request.maxTokens = tokens;
    }
    if (parser.isSet(u"top-p"_s)) {
        const double topP = parser.value(u"top-p"_s).toDouble(&isNumber);
        if (!isNumber || !(topP >= 0.0 && topP <= 1.0))
            return usage(u"--top-p takes a number from 0 to 1"_s);
        request.topP = topP;
    }
    if (parser.isSet(u"seed"_s)) {
        request.seed = parser.value(u"seed"_s).toLongLong(&isNumber);
        if (!isNumber)
            return usage(u"--seed takes a whole number"_s);
    }
    if (parser.isSet(u"reasoning"_s)) {
        Json named = {{"reasoning", toJson(parser.value(u"reasoning"_s))}};
        request.reasoning = parametersFromJson(named).reasoning;
        if (!request.reasoning)
            return usage(u"--reasoning takes off, low, medium or high"_s);
    }
    request.stop = parser.values(u"stop"_s);
    for (const QString &param : parser.values(u"param"_s)) {
        const qsizetype equals = param.indexOf(u'=');
        const Result<Json> value = parseJson(param.mid(equals + 1).toUtf8());
        if (equals < 1 || !value)
            return usage(u"--param takes KEY=JSON, for example --param 'logprobs=true'"_s);
        request.extra[param.left(equals).toStdString()] = *value;
    }
    return {};
}

Result<CacheMode> readCacheMode(const QCommandLineParser &parser)
{
    const bool off = parser.isSet(u"no-cache"_s);
    const bool refresh = parser.isSet(u"refresh"_s);
    const bool offline = parser.isSet(u"offline"_s);
    if (int(off) + int(refresh) + int(offline) > 1)
        return usage(u"--no-cache, --refresh and --offline exclude each other"_s);
    if (off)
        return CacheMode::Off;
    if (refresh)
        return CacheMode::Refresh;
    return offline ? CacheMode::OfflineOnly : CacheMode::ReadWrite;
}

Result<void> readModels(const QCommandLineParser &parser, ChatArguments &chat)
{
    if (parser.isSet(u"model"_s)) {
        const Result<ModelRef> model = readModel(u"-m"_s, parser.value(u"model"_s));
        if (!model)
            return model.error();
        chat.model = *model;
    } else if (!chat.common.providers.isEmpty() && !parser.isSet(u"continue"_s)) {
        return usage(u"with --provider, -m PROVIDER/MODEL says which of its models is meant"_s);
    }
    for (const QString &value : parser.values(u"fallback"_s)) {
        const Result<ModelRef> model = readModel(u"--fallback"_s, value);
        if (!model)
            return model.error();
        chat.fallbacks.append(*model);
    }
    return {};
}

} // namespace

void ChatArguments::declare(QCommandLineParser &parser)
{
    CommonArguments::declare(parser);
    parser.addOptions({
        {{"m"_L1, "model"_L1}, u"The model, as PROVIDER/MODEL."_s, u"model"_s},
        {"fallback"_L1, u"Another model that takes over when the first fails. Repeatable."_s,
         u"model"_s},
        {"system"_L1, u"The system prompt."_s, u"text"_s},
        {"attach"_L1, u"An image or text file. Repeatable."_s, u"file"_s},
        {"temperature"_L1, u"Sampling temperature, 0 to 2."_s, u"number"_s},
        {"top-p"_L1, u"Nucleus sampling, 0 to 1."_s, u"number"_s},
        {"seed"_L1, u"A number by which an answer can be repeated."_s, u"number"_s},
        {"stop"_L1, u"A text before which the answer ends. Repeatable."_s, u"text"_s},
        {"reasoning"_L1, u"How much the model thinks: off, low, medium or high."_s, u"effort"_s},
        {"max-tokens"_L1, u"The longest answer that is allowed."_s, u"count"_s},
        {"param"_L1, u"A further parameter of the provider: KEY=JSON. Repeatable."_s, u"param"_s},
        {"attempts"_L1, u"How often a call is tried at most."_s, u"count"_s},
        {"no-stream"_L1, u"Ask for the answer in one piece."_s},
        {"no-cache"_L1, u"Neither read nor store a cached answer."_s},
        {"refresh"_L1, u"Ask anew and replace what is cached."_s},
        {"explain"_L1,
         u"Ask nobody: say whether the cache would answer, and if not, why and what differs from "
         u"the "
         "nearest kept answer."_s},
        {"offline"_L1,
         u"Send nothing to other computers: answers come from the cache, the Guide and model "
         u"servers "
         "on this computer."_s},
        {"continue"_L1,
         u"Go on with a saved conversation: its id, or `last`. The model is that of the "
         "conversation unless -m names one; the exchange is saved to it."_s,
         u"conversation"_s},
        {"save"_L1, u"Save the exchange as a conversation."_s},
        {"json"_L1, u"Print one JSON object a line instead of text."_s},
    });
    parser.addPositionalArgument(u"prompt"_s, u"What to ask; - reads it from standard input."_s);
}

Result<ChatArguments> ChatArguments::read(const QCommandLineParser &parser)
{
    const Result<CommonArguments> common = CommonArguments::read(parser);
    if (!common)
        return common.error();
    ChatArguments chat;
    chat.common = *common;
    if (const Result<void> models = readModels(parser, chat); !models)
        return models.error();
    if (const Result<void> sampling = readSampling(parser, chat.request); !sampling)
        return sampling.error();
    const Result<CacheMode> cacheMode = readCacheMode(parser);
    if (!cacheMode)
        return cacheMode.error();
    chat.cacheMode = *cacheMode;

    if (parser.isSet(u"continue"_s) && parser.value(u"continue"_s).isEmpty())
        return usage(u"--continue takes the id of a conversation, or `last`"_s);
    if (parser.isSet(u"attempts"_s)) {
        bool isNumber = false;
        chat.maxAttempts = parser.value(u"attempts"_s).toInt(&isNumber);
        if (!isNumber || chat.maxAttempts < 1)
            return usage(u"--attempts takes a whole number above 0"_s);
    }
    if (parser.positionalArguments().size() != 1
        || parser.positionalArguments().constFirst().isEmpty())
        return usage(
            u"chat takes exactly one prompt; put it in quotes, or give - to read standard input"_s);
    chat.prompt = parser.positionalArguments().constFirst();
    chat.request.system = parser.value(u"system"_s);
    chat.request.stream = !parser.isSet(u"no-stream"_s);
    chat.attachments = parser.values(u"attach"_s);
    chat.conversation = parser.value(u"continue"_s);
    chat.save = parser.isSet(u"save"_s) || !chat.conversation.isEmpty();
    chat.json = parser.isSet(u"json"_s);
    chat.explain = parser.isSet(u"explain"_s);
    if (chat.explain && (chat.save || !chat.fallbacks.isEmpty()))
        return usage(u"--explain asks nobody: it goes with neither --save nor --continue nor "
                     "--fallback"_s);
    return chat;
}

} // namespace kagura
