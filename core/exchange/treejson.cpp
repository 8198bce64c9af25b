// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/treejson.h"

#include "core/chat/conversationtable.h"

#include <QSet>

#include <algorithm>
#include <type_traits>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr qsizetype IdLength = 200;

Json base64(const QByteArray &bytes)
{
    return bytes.toBase64().toStdString();
}

QByteArray fromBase64(const Json &object, const char *key)
{
    return QByteArray::fromBase64(jsonString(object, key).toLatin1());
}

Json modelToJson(const ModelRef &model)
{
    return {{"provider", toJson(model.provider)}, {"model", toJson(model.model)}};
}

ModelRef modelFromJson(const Json &object)
{
    return {jsonString(object, "provider"), jsonString(object, "model")};
}

Json partToJson(const MessagePart &part)
{
    return std::visit(
        [](const auto &one) -> Json {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, TextPart>)
                return {{"type", "text"}, {"text", toJson(one.text)}, {"name", toJson(one.name)}};
            else if constexpr (std::is_same_v<T, ImagePart>)
                return {{"type", "image"},
                        {"mime", toJson(one.mimeType)},
                        {"data", base64(one.data)},
                        {"name", toJson(one.name)}};
            else if constexpr (std::is_same_v<T, ReasoningPart>)
                return {{"type", "reasoning"},
                        {"text", toJson(one.text)},
                        {"signature", base64(one.signature)},
                        {"dialect", toJson(one.dialect)}};
            else if constexpr (std::is_same_v<T, ToolCall>)
                return {{"type", "tool_call"},
                        {"id", toJson(one.id)},
                        {"name", toJson(one.name)},
                        {"arguments", base64(one.arguments)},
                        {"signature", base64(one.signature)}};
            else
                return {{"type", "tool_result"},
                        {"id", toJson(one.callId)},
                        {"name", toJson(one.name)},
                        {"text", toJson(one.text)},
                        {"error", one.isError}};
        },
        part);
}

bool flagOf(const Json &object, const char *key)
{
    const Json &member = jsonMember(object, key);
    return member.is_boolean() && member.get<bool>();
}

std::optional<MessagePart> partFromJson(const Json &object)
{
    const QString type = jsonString(object, "type");
    if (type == "text"_L1)
        return TextPart{jsonString(object, "text"), jsonString(object, "name")};
    if (type == "image"_L1)
        return ImagePart{fromBase64(object, "data"), jsonString(object, "mime"),
                         jsonString(object, "name")};
    if (type == "reasoning"_L1)
        return ReasoningPart{jsonString(object, "text"), fromBase64(object, "signature"),
                             jsonString(object, "dialect")};
    if (type == "tool_call"_L1)
        return ToolCall{jsonString(object, "id"), jsonString(object, "name"),
                        fromBase64(object, "arguments"), fromBase64(object, "signature")};
    if (type == "tool_result"_L1)
        return ToolResultPart{jsonString(object, "id"), jsonString(object, "name"),
                              jsonString(object, "text"), flagOf(object, "error")};
    return std::nullopt;
}

void putCount(Json &object, const char *key, const std::optional<qint64> &count)
{
    if (count)
        object[key] = *count;
}

void putTime(Json &object, const char *key, const std::optional<milliseconds> &time)
{
    if (time)
        object[key] = static_cast<qint64>(time->count());
}

void putText(Json &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object[key] = toJson(text);
}

std::optional<milliseconds> timeFrom(const Json &object, const char *key)
{
    const std::optional<qint64> time = jsonInteger(object, key);
    return time ? std::optional(milliseconds(*time)) : std::nullopt;
}

Json usageToJson(const Usage &usage)
{
    Json object = Json::object();
    putCount(object, "input_tokens", usage.inputTokens);
    putCount(object, "output_tokens", usage.outputTokens);
    putCount(object, "cache_read_tokens", usage.cacheReadTokens);
    putCount(object, "cache_write_tokens", usage.cacheWriteTokens);
    putCount(object, "reasoning_tokens", usage.reasoningTokens);
    return object;
}

Json messageToJson(const StoredMessage &message)
{
    const bool isStreaming = message.state == StoredMessage::State::Streaming;
    const auto state = isStreaming ? StoredMessage::State::Interrupted : message.state;
    Json object = {{"id", toJson(message.id)},
                   {"role", toJson(roleName(message.role))},
                   {"state", toJson(messageStateName(state))},
                   {"text", toJson(message.text)},
                   {"created_ms", toStoredTime(message.created)}};
    putText(object, "parent", message.parent);
    putText(object, "reasoning", message.reasoning);
    if (!message.parts.isEmpty()) {
        Json parts = Json::array();
        for (const MessagePart &part : message.parts)
            parts.push_back(partToJson(part));
        object["parts"] = std::move(parts);
    }
    if (message.model != ModelRef())
        object["model"] = modelToJson(message.model);
    putText(object, "served_model", message.servedModel);
    putText(object, "origin", message.origin);
    if (message.cache)
        object["cache"] = cacheOutcomeToJson(*message.cache);
    if (message.usage != Usage())
        object["usage"] = usageToJson(message.usage);
    putCount(object, "cost_micro_usd", message.costMicroUsd);
    putTime(object, "first_content_ms", message.firstContentAfter);
    putTime(object, "reasoning_ms", message.reasoningTime);
    putTime(object, "total_ms", message.totalTime);
    if (message.finishReason)
        object["finish_reason"] = toJson(finishReasonName(*message.finishReason));
    putText(object, "raw_finish_reason", message.rawFinishReason);
    if (message.failure)
        object["failure"] = {{"kind", toJson(errorKindName(message.failure->kind))},
                             {"message", toJson(message.failure->message)},
                             {"http_status", message.failure->httpStatus}};
    return object;
}

Error wrong(const QString &what)
{
    return {Error::Kind::Protocol, what};
}

bool isId(const QString &id)
{
    return !id.isEmpty() && id.size() <= IdLength;
}

Result<StoredMessage> messageFromJson(const Json &object)
{
    StoredMessage message;
    message.id = jsonString(object, "id");
    if (!isId(message.id))
        return wrong(u"a message has no \"id\""_s);
    const std::optional<Role> role = roleFromName(jsonString(object, "role"));
    const std::optional<qint64> created = jsonInteger(object, "created_ms");
    if (!role || !created)
        return wrong(
            u"message %1 has no \"%2\""_s.arg(message.id, role ? u"created_ms"_s : u"role"_s));
    message.role = *role;
    message.created = fromStoredTime(*created);
    message.parent = jsonString(object, "parent");
    message.state =
        messageStateFromName(jsonString(object, "state")).value_or(StoredMessage::State::Complete);
    if (message.state == StoredMessage::State::Streaming)
        message.state = StoredMessage::State::Interrupted;
    message.text = jsonString(object, "text");
    message.reasoning = jsonString(object, "reasoning");
    const Json &parts = jsonMember(object, "parts");
    if (parts.is_array()) {
        for (const Json &part : parts) {
            const std::optional<MessagePart> read = partFromJson(part);
            if (!read)
                return wrong(u"message %1 has a part of an unknown type"_s.arg(message.id));
            message.parts.append(*read);
        }
    }
    message.model = modelFromJson(jsonMember(object, "model"));
    message.servedModel = jsonString(object, "served_model");
    message.origin = jsonString(object, "origin");
    message.cache = cacheOutcomeFromJson(jsonMember(object, "cache"));
    const Json &usage = jsonMember(object, "usage");
    message.usage = {jsonInteger(usage, "input_tokens"), jsonInteger(usage, "output_tokens"),
                     jsonInteger(usage, "cache_read_tokens"),
                     jsonInteger(usage, "cache_write_tokens"),
                     jsonInteger(usage, "reasoning_tokens")};
    message.costMicroUsd = jsonInteger(object, "cost_micro_usd");
    message.firstContentAfter = timeFrom(object, "first_content_ms");
    message.reasoningTime = timeFrom(object, "reasoning_ms");
    message.totalTime = timeFrom(object, "total_ms");
    const Json &reason = jsonMember(object, "finish_reason");
    if (reason.is_string())
        message.finishReason =
            finishReasonFromName(toQString(reason)).value_or(FinishReason::Other);
    message.rawFinishReason = jsonString(object, "raw_finish_reason");
    const Json &failure = jsonMember(object, "failure");
    if (failure.is_object()) {
        Error error;
        error.kind = errorKindFromName(jsonString(failure, "kind")).value_or(Error::Kind::Internal);
        error.message = jsonString(failure, "message");
        error.httpStatus = static_cast<int>(
            std::clamp<qint64>(jsonInteger(failure, "http_status").value_or(0), 0, 999));
        message.failure = error;
    }
    return message;
}

} // namespace

Json treeToJson(const ConversationTree &tree)
{
    const Conversation &conversation = tree.conversation;
    Json messages = Json::array();
    for (const StoredMessage &message : tree.messages)
        messages.push_back(messageToJson(message));
    Json object = {{"id", toJson(conversation.id)},
                   {"title", toJson(conversation.title)},
                   {"titled", conversation.isTitled},
                   {"pinned", conversation.isPinned},
                   {"system", toJson(conversation.instructions.system)},
                   {"active_leaf", toJson(conversation.activeLeaf)},
                   {"created_ms", toStoredTime(conversation.created)},
                   {"updated_ms", toStoredTime(conversation.updated)},
                   {"messages", std::move(messages)}};
    if (!conversation.instructions.parameters.isEmpty())
        object["parameters"] = parametersToJson(conversation.instructions.parameters);
    if (conversation.model != ModelRef())
        object["model"] = modelToJson(conversation.model);
    return object;
}

Result<ConversationTree> treeFromJson(const Json &object)
{
    ConversationTree tree;
    Conversation &conversation = tree.conversation;
    conversation.id = jsonString(object, "id");
    const Json &messages = jsonMember(object, "messages");
    const std::optional<qint64> created = jsonInteger(object, "created_ms");
    const std::optional<qint64> updated = jsonInteger(object, "updated_ms");
    if (!isId(conversation.id))
        return wrong(u"a conversation has no \"id\""_s);
    if (!messages.is_array() || !created || !updated)
        return wrong(u"conversation %1 lacks \"messages\", \"created_ms\" or \"updated_ms\""_s.arg(
            conversation.id));
    conversation.title = jsonString(object, "title");
    conversation.isTitled = flagOf(object, "titled");
    conversation.isPinned = flagOf(object, "pinned");
    conversation.instructions.system = jsonString(object, "system");
    conversation.instructions.parameters = parametersFromJson(jsonMember(object, "parameters"));
    conversation.model = modelFromJson(jsonMember(object, "model"));
    conversation.activeLeaf = jsonString(object, "active_leaf");
    conversation.created = fromStoredTime(*created);
    conversation.updated = fromStoredTime(*updated);
    QSet<QString> known;
    for (const Json &one : messages) {
        Result<StoredMessage> read = messageFromJson(one);
        if (!read)
            return read.error();
        StoredMessage message = std::move(read).value();
        if (known.contains(message.id))
            return wrong(u"message %1 is there twice"_s.arg(message.id));
        if (!message.parent.isEmpty() && !known.contains(message.parent))
            return wrong(u"message %1 follows %2, which does not stand before it"_s.arg(
                message.id, message.parent));
        message.conversation = conversation.id;
        known.insert(message.id);
        tree.messages.append(message);
    }
    if (!conversation.activeLeaf.isEmpty() && !known.contains(conversation.activeLeaf))
        return wrong(u"conversation %1 shows a message that is not in it"_s.arg(conversation.id));
    return tree;
}

} // namespace kagura
