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

// body comes back as it was: it may hold a long conversation, and is moved in and out.
Result<CacheKey> hashed(const CallIdentity &identity,
                        const CacheSpace &space,
                        const Json &headers,
                        Json &body)
{
    Json json = {{"v", RequestKey::Version},
                 {"api", toJson(identity.dialect)},
                 {"origin", toJson(identity.origin)},
                 {"scope", toJson(identity.scope)},
                 {"model", toJson(identity.model)},
                 {"hdr", headers},
                 {"n", identity.sampleIndex},
                 {"ns", toJson(space.name)},
                 {"epoch", space.epoch},
                 {"salt", toJson(space.salt)}};
    Json &held = json["body"] = std::move(body);
    const Result<QByteArray> text = canonicalJson(json);
    body = std::move(held);
    if (!text)
        return text.error();
    return Digest::of({QByteArrayView(Domain, sizeof Domain), *text});
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
    const Result<CacheKey> key =
        hashed(identity, space, headersJson(identity.headers), result.shape.body);
    if (!key)
        return key.error();
    result.key = *key;
    return result;
}

QByteArray RequestKey::restOf(const CallIdentity &identity, const CacheSpace &space)
{
    Json rest = Json::object();
    if (!identity.headers.isEmpty())
        rest["hdr"] = headersJson(identity.headers);
    if (space.epoch != 0)
        rest["epoch"] = space.epoch;
    if (!space.salt.isEmpty())
        rest["salt"] = toJson(space.salt);
    if (rest.empty())
        return {};
    const Result<QByteArray> text = canonicalJson(rest);
    return text ? *text : QByteArray();
}

Result<CacheKey> RequestKey::again(const CallIdentity &identity,
                                   const QString &space,
                                   const QByteArray &rest,
                                   Json body)
{
    Result<Json> parts = rest.isEmpty() ? Result<Json>(Json::object()) : parseJson(rest);
    if (!parts)
        return parts.error();
    const Json &headers = jsonMember(*parts, "hdr");
    return hashed(identity,
                  {space, jsonInteger(*parts, "epoch").value_or(0), jsonString(*parts, "salt")},
                  headers.is_object() ? headers : Json::object(), body);
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
