// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/requestkey.h"

#include "core/base/canonicaljson.h"

#include <algorithm>
#include <map>

namespace kagura {

namespace {

constexpr char Domain[] = "kagura-cache/v1"; // with its zero byte

// Lists of betas are sets: their order says nothing.
std::string sortedList(const QByteArray &value)
{
    QByteArrayList items = value.split(',');
    for (QByteArray &item : items)
        item = item.trimmed();
    std::sort(items.begin(), items.end());
    return items.join(',').toStdString();
}

Json headersJson(const QList<HttpHeader> &headers)
{
    Json json = Json::object();
    for (const HttpHeader &header : headers) {
        const std::string name = header.name.toLower().toStdString();
        const std::string value =
            name == "anthropic-beta" ? sortedList(header.value) : header.value.toStdString();
        // One that comes twice counts twice.
        if (json.contains(name))
            json[name] = json[name].get<std::string>() + "\n" + value;
        else
            json[name] = value;
    }
    return json;
}

Digest digestOf(const Json &value)
{
    const Result<QByteArray> text = canonicalJson(value);
    return text ? Digest::of({*text}) : Digest();
}

} // namespace

Result<RequestKey> RequestKey::of(const CallIdentity &identity, const CacheSpace &space)
{
    Result<Json> wire = parseJson(identity.body);
    RequestKey result;
    if (wire)
        result.shape = RequestShape::of(std::move(wire).value(), identity.dialect);
    else
        result.shape.body = identity.body.toBase64().toStdString();
    // Moved in and out again: a body may hold a long conversation.
    Json json = {{"v", Version},
                 {"api", toJson(identity.dialect)},
                 {"origin", toJson(identity.origin)},
                 {"scope", toJson(identity.scope)},
                 {"model", toJson(identity.model)},
                 {"hdr", headersJson(identity.headers)},
                 {"n", identity.sampleIndex},
                 {"ns", toJson(space.name)},
                 {"epoch", space.epoch},
                 {"salt", toJson(space.salt)}};
    Json &body = json["body"] = std::move(result.shape.body);
    const Result<QByteArray> text = canonicalJson(json);
    if (!text)
        return text.error();
    result.shape.body = std::move(body);
    result.key = Digest::of({QByteArrayView(Domain, sizeof Domain), *text});
    return result;
}

KeyAnatomy KeyAnatomy::of(const CallIdentity &identity, const Json &body)
{
    const RequestParts parts = RequestParts::of(body);
    KeyAnatomy anatomy;
    anatomy.origin = digestOf(
        Json::array({toJson(identity.dialect), toJson(identity.origin), toJson(identity.scope)}));
    anatomy.system = digestOf(parts.system);
    anatomy.tools = digestOf(parts.tools);
    anatomy.parameters = digestOf(parts.parameters);
    Digest prefix;
    for (const Json &message : parts.messages) {
        const Result<QByteArray> text = canonicalJson(message);
        prefix = Digest::of({prefix.toBytes(), text ? *text : QByteArray()});
        anatomy.prefixes.append(prefix);
    }
    return anatomy;
}

qsizetype KeyAnatomy::sharedMessages(const KeyAnatomy &other) const
{
    const auto [mine, theirs] = std::mismatch(prefixes.cbegin(), prefixes.cend(),
                                              other.prefixes.cbegin(), other.prefixes.cend());
    return mine - prefixes.cbegin();
}

} // namespace kagura
