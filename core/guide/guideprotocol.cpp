// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/guide/guideprotocol.h"

#include <QDateTime>

namespace kagura {

namespace {

constexpr const char *ModelId = "guide";
constexpr int DepthLimit = 64;
constexpr qsizetype BodyLimit = 16 * 1024 * 1024;

GuideError badRequest(const QString &message, const char *code)
{
    return {400, message, QString::fromLatin1(code)};
}

// A string, or the text parts of an array; pictures and the like are nothing to a search.
QString textOf(const Json &content)
{
    if (content.is_string())
        return toQString(content);
    QString text;
    if (content.is_array()) {
        for (const Json &part : content) {
            if (jsonString(part, "type") == QLatin1String("text"))
                text += jsonString(part, "text") + QLatin1Char(' ');
        }
    }
    return text.trimmed();
}

Json usageOf(const GuideRequest &request, const QString &answer)
{
    const qint64 words = wordsOf(answer).size();
    return {{"prompt_tokens", request.promptTokens},
            {"completion_tokens", words},
            {"total_tokens", request.promptTokens + words}};
}

Json frame(const char *object, int number)
{
    return {{"id", "chatcmpl-guide-" + std::to_string(number)},
            {"object", object},
            {"created", QDateTime::currentSecsSinceEpoch()},
            {"model", ModelId}};
}

QByteArray event(const Json &value)
{
    return "data: " + dumpJson(value) + "\n\n";
}

} // namespace

std::variant<GuideRequest, GuideError> parseGuideRequest(QByteArrayView body)
{
    const Result<Json> parsed = parseJson(body, {DepthLimit, BodyLimit});
    if (!parsed || !parsed->is_object())
        return badRequest(QStringLiteral("The body is no JSON object."), "invalid_json");
    const Json &object = *parsed;
    if (const QString model = jsonString(object, "model"); model != QLatin1String(ModelId)) {
        return GuideError{404, QStringLiteral("The Guide has one model, guide."),
                          QStringLiteral("model_not_found")};
    }
    const Json &messages = jsonMember(object, "messages");
    if (!messages.is_array() || messages.empty())
        return badRequest(QStringLiteral("messages must be a list with at least one message."),
                          "invalid_messages");
    GuideRequest request;
    for (const Json &message : messages) {
        const QString role = jsonString(message, "role");
        const QString text = textOf(jsonMember(message, "content"));
        request.promptTokens += wordsOf(text).size();
        if (role == QLatin1String("user") || role == QLatin1String("assistant"))
            request.turns.append({role == QLatin1String("user"), text});
    }
    const auto isTrue = [](const Json &value) { return value.is_boolean() && value.get<bool>(); };
    request.stream = isTrue(jsonMember(object, "stream"));
    request.includeUsage =
        isTrue(jsonMember(jsonMember(object, "stream_options"), "include_usage"));
    const Json &format = jsonMember(object, "response_format");
    if (const QString type = jsonString(format, "type"); type == QLatin1String("json_schema"))
        request.form = jsonMember(jsonMember(format, "json_schema"), "schema");
    else if (type == QLatin1String("json_object"))
        request.form = {{"properties", {{"answer", {{"type", "string"}}}}}};
    return request;
}

QByteArray errorBody(const GuideError &error)
{
    const char *type = error.status == 401 ? "authentication_error"
        : error.status >= 500              ? "server_error"
                                           : "invalid_request_error";
    return dumpJson({{"error",
                      {{"message", toJson(error.message)},
                       {"type", type},
                       {"param", nullptr},
                       {"code", toJson(error.code)}}}});
}

QByteArray modelsBody()
{
    const Json model = {
        {"id", ModelId}, {"object", "model"}, {"created", 0}, {"owned_by", "kagura"}};
    return dumpJson({{"object", "list"}, {"data", Json::array({model})}});
}

QByteArray completionBody(const GuideRequest &request, const QString &answer, int number)
{
    Json body = frame("chat.completion", number);
    const Json message = {{"role", "assistant"}, {"content", toJson(answer)}, {"refusal", nullptr}};
    const Json choice = {
        {"index", 0}, {"message", message}, {"logprobs", nullptr}, {"finish_reason", "stop"}};
    body["choices"] = Json::array({choice});
    body["usage"] = usageOf(request, answer);
    return dumpJson(body);
}

QList<QByteArray> streamEvents(const GuideRequest &request, const QString &answer, int number)
{
    Json base = frame("chat.completion.chunk", number);
    const auto chunk = [&base](const Json &delta, const Json &reason) {
        base["choices"] =
            Json::array({{{"index", 0}, {"delta", delta}, {"finish_reason", reason}}});
        return event(base);
    };
    QList<QByteArray> events = {chunk({{"role", "assistant"}, {"content", ""}}, nullptr)};
    for (const QString &word : wordsOf(answer))
        events.append(chunk({{"content", toJson(word)}}, nullptr));
    events.append(chunk(Json::object(), "stop"));
    if (request.includeUsage) {
        base["choices"] = Json::array();
        base["usage"] = usageOf(request, answer);
        events.append(event(base));
    }
    events.append("data: [DONE]\n\n");
    return events;
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    qsizetype begin = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (!text.at(i).isSpace() && text.at(i - 1).isSpace()) {
            words.append(text.mid(begin, i - begin));
            begin = i;
        }
    }
    if (begin < text.size())
        words.append(text.mid(begin));
    return words;
}

} // namespace kagura
