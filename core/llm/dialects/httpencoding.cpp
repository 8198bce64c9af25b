// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/httpencoding.h"

namespace kagura {

using namespace Qt::StringLiterals;

QUrl joinUrl(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString joined = base.path(QUrl::FullyEncoded);
    while (joined.endsWith(u'/'))
        joined.chop(1);
    const qsizetype query = path.indexOf(u'?');
    url.setPath(joined + path.left(query < 0 ? path.size() : query), QUrl::StrictMode);
    if (query >= 0)
        url.setQuery(path.mid(query + 1), QUrl::StrictMode);
    return url;
}

HttpRequest postJson(const ProviderConfig &config, const QString &path, const Json &body)
{
    HttpRequest request;
    request.url = joinUrl(config.baseUrl, path);
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.headers += config.headers;
    request.body = dumpJson(body);
    return request;
}

HttpRequest postChat(const ProviderConfig &config,
                     const QString &path,
                     const Json &body,
                     bool stream)
{
    HttpRequest request = postJson(config, path, body);
    if (stream)
        request.headers[1].value = "text/event-stream, application/x-ndjson, application/json";
    return request;
}

HttpRequest getJson(const ProviderConfig &config, const QString &path)
{
    HttpRequest request;
    request.method = "GET";
    request.url = joinUrl(config.baseUrl, path);
    request.headers = {{"Accept", "application/json"}};
    request.headers += config.headers;
    return request;
}

void mergeExtra(Json &body, const Json &extra)
{
    if (!extra.is_object())
        return;
    for (const auto &[key, value] : extra.items())
        body[key] = value;
}

std::string base64(const QByteArray &bytes)
{
    return bytes.toBase64().toStdString();
}

std::string dataUrl(const ImagePart &image)
{
    return "data:" + image.mimeType.toStdString() + ";base64," + base64(image.data);
}

Json argumentsObject(const ToolCall &call)
{
    if (call.arguments.trimmed().isEmpty())
        return Json::object();
    const Result<Json> parsed = parseJson(call.arguments);
    if (parsed && parsed->is_object())
        return *parsed;
    return {{"arguments", QString::fromUtf8(call.arguments).toStdString()}};
}

Error badRequest(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

std::string effortName(ReasoningEffort effort)
{
    switch (effort) {
    case ReasoningEffort::Low:
        return "low";
    case ReasoningEffort::Medium:
        return "medium";
    case ReasoningEffort::High:
        return "high";
    case ReasoningEffort::Off:
        break;
    }
    return "none";
}

QString systemText(const ChatRequest &request)
{
    QStringList texts;
    if (!request.system.isEmpty())
        texts.append(request.system);
    for (const Message &message : request.messages) {
        if (message.role == Role::System)
            texts.append(message.text());
    }
    return texts.join(u"\n\n"_s);
}

} // namespace kagura
