// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/requestshape.h"

#include "core/cache/digest.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace kagura {

namespace {

using namespace std::string_view_literals;

using Text = std::string;

// Transport, billing and bookkeeping: with or without them the model reads the same.
constexpr std::array Ignored = {"stream"sv,
                                "stream_options"sv,
                                "user"sv,
                                "safety_identifier"sv,
                                "metadata"sv,
                                "store"sv,
                                "service_tier"sv,
                                "prompt_cache_key"sv,
                                "prompt_cache_retention"sv,
                                "cache_control"sv};
constexpr auto IgnoredByOllama = "keep_alive"sv; // how long the model stays loaded

constexpr std::array SystemNames = {"system"sv, "instructions"sv, "systemInstruction"sv};
constexpr std::array ToolNames = {"tools"sv,       "tool_choice"sv,        "toolConfig"sv,
                                  "functions"sv,   "function_call"sv,      "toolChoice"sv,
                                  "tool_config"sv, "parallel_tool_calls"sv};
constexpr std::array MessageNames = {"messages"sv, "contents"sv, "input"sv};
constexpr std::array FileNames = {"url"sv, "image_url"sv, "data"sv, "file_data"sv};
constexpr std::array RemoteNames = {"url"sv, "image_url"sv, "file_url"sv, "fileUri"sv,
                                    "file_uri"sv};
constexpr std::array FileOwners = {"image_url"sv, "source"sv, "inlineData"sv,  "inline_data"sv,
                                   "fileData"sv,  "file"sv,   "input_audio"sv, "file_data"sv};

constexpr std::size_t ShortestFile = 256;

template <std::size_t N>
bool isOneOf(const Text &name, const std::array<std::string_view, N> &names)
{
    return std::find(names.begin(), names.end(), std::string_view(name)) != names.end();
}

const Json *member(const Json &object, const char *name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

bool isText(const Json *value, std::string_view text)
{
    return value && value->is_string() && value->get_ref<const Text &>() == text;
}

bool isBase64(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '+' || c == '/' || c == '-' || c == '_' || c == '=';
    });
}

// Hashing the text and not what it decodes to: two spellings of one file only miss each other.
std::optional<Json> fileDigest(const Text &text)
{
    if (text.size() < ShortestFile)
        return std::nullopt;
    std::string_view data = text;
    std::string_view mime;
    if (data.starts_with("data:")) {
        const std::size_t comma = data.find(',');
        if (comma == std::string_view::npos)
            return std::nullopt;
        mime = data.substr(5, comma - 5);
        data.remove_prefix(comma + 1);
    }
    if (!isBase64(data))
        return std::nullopt;
    const Digest digest =
        Digest::of({QByteArrayView(data.data(), static_cast<qsizetype>(data.size()))});
    Json json = {{"$blob", digest.toHex().toStdString()}, {"len", data.size()}};
    if (!mime.empty())
        json["mime"] = Text(mime);
    return json;
}

bool isRemote(const Text &text)
{
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("gs://");
}

// A part may be marked for the provider's cache; the mark is no content.
void dropCacheMark(Json &object)
{
    if (const Json *const mark = member(object, "cache_control"); mark && member(*mark, "type"))
        object.erase("cache_control");
}

//! Goes through the messages of a body, in whatever dialect. Only where a dialect has ids and files is
//! anything replaced: arguments and results of tools are content, whatever their names look like.
class MessageWalk
{
public:
    explicit MessageWalk(RequestShape &shape)
        : m_shape(shape)
    {}

    void visitMessage(Json &message)
    {
        if (!message.is_object())
            return;
        dropCacheMark(message);
        const Json *const type = member(message, "type");
        if (isText(member(message, "role"), "tool"))
            renumber(message, "tool_call_id");
        if (isText(type, "function_call") || isText(type, "function_call_output"))
            renumber(message, "call_id");
        for (Json &call : array(message, "tool_calls"))
            renumber(call, "id");
        for (Json &image : array(message, "images"))
            replaceFile(image);
        for (const char *name : {"content", "parts"}) {
            for (Json &part : array(message, name))
                visitPart(part);
        }
    }

private:
    void visitPart(Json &part)
    {
        if (!part.is_object())
            return;
        dropCacheMark(part);
        const Json *const type = member(part, "type");
        if (isText(type, "tool_use")) {
            renumber(part, "id");
        } else if (isText(type, "tool_result")) {
            renumber(part, "tool_use_id");
            for (Json &inner : array(part, "content"))
                visitPart(inner);
        } else {
            visitSource(part);
            for (auto &[name, value] : part.get_ref<Json::object_t &>()) {
                if (isOneOf(name, FileOwners))
                    visitSource(value);
            }
        }
    }

    // What says where a file is, or holds it.
    void visitSource(Json &source)
    {
        if (!source.is_object())
            return;
        for (auto &[name, value] : source.get_ref<Json::object_t &>()) {
            if (!value.is_string())
                continue;
            if (isOneOf(name, RemoteNames))
                m_shape.hasRemoteInput |= isRemote(value.get_ref<const Text &>());
            if (isOneOf(name, FileNames))
                replaceFile(value);
        }
    }

    void replaceFile(Json &value)
    {
        if (!value.is_string())
            return;
        if (std::optional<Json> digest = fileDigest(value.get_ref<const Text &>())) {
            value = std::move(*digest);
            m_shape.hasFiles = true;
        }
    }

    void renumber(Json &object, const char *name)
    {
        if (!object.is_object())
            return;
        const auto found = object.find(name);
        if (found == object.end() || !found->is_string())
            return;
        const auto [place, isNew] = m_ids.emplace(found->get_ref<const Text &>(),
                                                  "call_" + std::to_string(m_ids.size() + 1));
        *found = place->second;
    }

    [[nodiscard]] Json &array(Json &object, const char *name)
    {
        const auto found = object.find(name);
        return found == object.end() || !found->is_array() ? m_none : *found;
    }

    RequestShape &m_shape;
    std::map<Text, Text> m_ids;
    Json m_none = Json::array();
};

void dropCacheMarks(Json &list)
{
    if (!list.is_array())
        return;
    for (Json &element : list)
        dropCacheMark(element);
}

// Parameters stand at the top, or in the place that the dialect has for them.
const Json *parameter(const Json &body, const char *name)
{
    for (const char *place : {"", "options", "generationConfig"}) {
        const Json *const owner = *place == '\0' ? &body : member(body, place);
        if (owner) {
            if (const Json *const value = member(*owner, name))
                return value;
        }
    }
    return nullptr;
}

bool asksForSchema(const Json &body)
{
    const Json *const format = member(body, "response_format");
    const Json *const text = member(body, "text");
    const Json *const output = member(body, "output_config");
    const Json *const generation = member(body, "generationConfig");
    const Json *const ollama = member(body, "format");
    return (format && isText(member(*format, "type"), "json_schema"))
        || (text && member(*text, "format")
            && isText(member(*member(*text, "format"), "type"), "json_schema"))
        || (output && member(*output, "format"))
        || (generation
            && (member(*generation, "responseJsonSchema") || member(*generation, "responseSchema")))
        || (ollama && ollama->is_object());
}

} // namespace

RequestShape RequestShape::of(Json wire, const QString &dialect)
{
    RequestShape shape;
    shape.body = std::move(wire);
    if (!shape.body.is_object())
        return shape;
    for (const std::string_view name : Ignored)
        shape.body.erase(Text(name));
    if (dialect == QLatin1String("ollama"))
        shape.body.erase(Text(IgnoredByOllama));

    MessageWalk walk(shape);
    for (const std::string_view name : MessageNames) {
        const auto found = shape.body.find(Text(name));
        if (found == shape.body.end() || !found->is_array())
            continue;
        for (Json &message : *found)
            walk.visitMessage(message);
    }
    for (const std::string_view name : {"system"sv, "tools"sv}) {
        if (const auto found = shape.body.find(Text(name)); found != shape.body.end())
            dropCacheMarks(*found);
    }
    for (const char *name : {"tools", "functions"}) {
        const Json *const tools = member(shape.body, name);
        shape.hasTools |= tools && !tools->empty();
    }
    shape.hasSchema = asksForSchema(shape.body);
    if (const Json *const seed = parameter(shape.body, "seed"))
        shape.hasSeed = seed->is_number();
    if (const Json *const temperature = parameter(shape.body, "temperature")) {
        if (temperature->is_number())
            shape.temperature = temperature->get<double>();
    }
    return shape;
}

RequestParts RequestParts::of(const Json &body)
{
    RequestParts parts;
    if (!body.is_object()) {
        parts.messages.push_back(body);
        return parts;
    }
    for (const auto &[name, value] : body.get_ref<const Json::object_t &>()) {
        if (isOneOf(name, SystemNames)) {
            parts.system.push_back(value);
        } else if (isOneOf(name, ToolNames)) {
            parts.tools[name] = value;
        } else if (isOneOf(name, MessageNames)) {
            if (!value.is_array())
                parts.messages.push_back(value);
            for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
                const Json *const role = member(value[i], "role");
                const bool isSystem = isText(role, "system") || isText(role, "developer");
                // Only in front: later ones are part of the conversation.
                if (isSystem && parts.messages.empty())
                    parts.system.push_back(value[i]);
                else
                    parts.messages.push_back(value[i]);
            }
        } else if (name != "model") {
            parts.parameters[name] = value;
        }
    }
    return parts;
}

} // namespace kagura
