// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/messageparts.h"

#include "core/base/json.h"

#include <QCryptographicHash>

#include <type_traits>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const Json &object, const char *key)
{
    return QByteArray::fromBase64(jsonString(object, key).toLatin1());
}

Json toObject(const MessagePart &part, StoredParts &stored)
{
    return std::visit(
        [&stored](const auto &one) -> Json {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, TextPart>) {
                Json object = {{"type", "text"}, {"text", toJson(one.text)}};
                if (!one.name.isEmpty())
                    object["name"] = toJson(one.name);
                return object;
            } else if constexpr (std::is_same_v<T, ImagePart>) {
                const QString hash = QString::fromLatin1(
                    QCryptographicHash::hash(one.data, QCryptographicHash::Sha256).toHex());
                stored.attachments.insert(hash, one.data);
                Json object = {
                    {"type", "image"}, {"blob", toJson(hash)}, {"mime", toJson(one.mimeType)}};
                if (!one.name.isEmpty())
                    object["name"] = toJson(one.name);
                return object;
            } else if constexpr (std::is_same_v<T, ReasoningPart>) {
                return {{"type", "reasoning"},
                        {"text", toJson(one.text)},
                        {"signature", toJson(base64(one.signature))},
                        {"dialect", toJson(one.dialect)}};
            } else if constexpr (std::is_same_v<T, ToolCall>) {
                return {{"type", "tool_call"},
                        {"id", toJson(one.id)},
                        {"name", toJson(one.name)},
                        {"arguments", toJson(QString::fromUtf8(one.arguments))},
                        {"signature", toJson(base64(one.signature))}};
            } else {
                return {{"type", "tool_result"},
                        {"id", toJson(one.callId)},
                        {"name", toJson(one.name)},
                        {"text", toJson(one.text)},
                        {"error", one.isError}};
            }
        },
        part);
}

} // namespace

StoredParts storeParts(const QList<MessagePart> &parts)
{
    StoredParts stored;
    if (parts.isEmpty())
        return stored;
    Json array = Json::array();
    for (const MessagePart &part : parts)
        array.push_back(toObject(part, stored));
    stored.json = QString::fromUtf8(dumpJson(array));
    return stored;
}

QList<MessagePart> loadParts(const QString &json,
                             const std::function<QByteArray(const QString &)> &bytes)
{
    QList<MessagePart> parts;
    if (json.isEmpty())
        return parts;
    const Result<Json> array = parseJson(json.toUtf8());
    if (!array || !array->is_array())
        return parts;
    for (const Json &object : *array) {
        const QString type = jsonString(object, "type");
        if (type == "text"_L1) {
            parts.append(TextPart{jsonString(object, "text"), jsonString(object, "name")});
        } else if (type == "image"_L1) {
            parts.append(ImagePart{bytes(jsonString(object, "blob")), jsonString(object, "mime"),
                                   jsonString(object, "name")});
        } else if (type == "reasoning"_L1) {
            parts.append(ReasoningPart{jsonString(object, "text"), fromBase64(object, "signature"),
                                       jsonString(object, "dialect")});
        } else if (type == "tool_call"_L1) {
            parts.append(ToolCall{jsonString(object, "id"), jsonString(object, "name"),
                                  jsonString(object, "arguments").toUtf8(),
                                  fromBase64(object, "signature")});
        } else if (type == "tool_result"_L1) {
            const Json &isError = jsonMember(object, "error");
            parts.append(ToolResultPart{jsonString(object, "id"), jsonString(object, "name"),
                                        jsonString(object, "text"),
                                        isError.is_boolean() && isError.get<bool>()});
        }
    }
    return parts;
}

} // namespace kagura
