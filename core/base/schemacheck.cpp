// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/schemacheck.h"

#include "core/base/jsonpointer.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <string_view>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int DepthLimit = 64;
constexpr int PartLimit = 10'000;

template <std::size_t size>
bool isOneOf(const std::array<std::string_view, size> &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// A schema each.
constexpr std::array<std::string_view, 9> Single = {
    "additionalProperties", "propertyNames", "items", "contains", "not", "if", "then", "else",
    "additionalItems"};
// Schemas by name.
constexpr std::array<std::string_view, 4> Named = {"properties", "patternProperties", "$defs",
                                                   "definitions"};
// Lists of schemas.
constexpr std::array<std::string_view, 4> Listed = {"allOf", "anyOf", "oneOf", "prefixItems"};
// They would restrict, and nobody here does it.
constexpr std::array<std::string_view, 8> Unknown = {
    "unevaluatedProperties", "unevaluatedItems", "$dynamicRef", "$recursiveRef",
    "dependentSchemas",      "dependencies",     "minContains", "maxContains"};
constexpr std::array<std::string_view, 6> Counts = {"minLength", "maxLength",     "minItems",
                                                    "maxItems",  "minProperties", "maxProperties"};
constexpr std::array<std::string_view, 4> Bounds = {"minimum", "maximum", "exclusiveMinimum",
                                                    "exclusiveMaximum"};

bool isPattern(const Json &value)
{
    constexpr std::size_t LengthLimit = 1000;
    // A leading `(*` would set the limits that we set.
    return value.is_string() && value.get_ref<const std::string &>().size() <= LengthLimit
        && !value.get_ref<const std::string &>().starts_with("(*")
        && QRegularExpression(toQString(value)).isValid();
}

bool isListOfTexts(const Json &value)
{
    return value.is_array() && std::all_of(value.begin(), value.end(), [](const Json &item) {
               return item.is_string();
           });
}

} // namespace

const Json *schemaPart(const Json &schema, const std::string &ref)
{
    if (ref == "#")
        return &schema;
    if (!ref.starts_with("#/"))
        return nullptr;
    const Json *part = &schema;
    const QString path = QString::fromStdString(ref.substr(2));
    for (QString step : path.split(u'/')) {
        const std::string key =
            step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s).toStdString();
        if (part->is_object() && part->contains(key)) {
            part = &(*part)[key];
            continue;
        }
        bool isIndex = false;
        const uint index = step.toUInt(&isIndex);
        if (!part->is_array() || !isIndex || index >= part->size())
            return nullptr;
        part = &(*part)[index];
    }
    return part->is_object() || part->is_boolean() ? part : nullptr;
}

QString schemaTypeWords(const std::string &type)
{
    if (type == "string")
        return u"a text"_s;
    if (type == "array")
        return u"a list"_s;
    if (type == "object")
        return u"an object"_s;
    if (type == "boolean")
        return u"true or false"_s;
    if (type == "integer")
        return u"a whole number"_s;
    if (type == "number")
        return u"a number"_s;
    return type == "null" ? u"null"_s : QString();
}

SchemaCheck::SchemaCheck(const Json &schema)
    : m_schema(schema)
{
    part(schema, {}, 1);
}

void SchemaCheck::part(const Json &schema, const QString &pointer, int depth)
{
    if (m_error || schema.is_boolean())
        return;
    if (!schema.is_object())
        return fail(pointer, u"a schema is an object, true or false"_s);
    if (depth > DepthLimit || ++m_parts > PartLimit)
        return fail(pointer, u"the schema is too deep or too large"_s);
    for (const auto &[key, value] : schema.items())
        word(key, value, joinedPointer(pointer, QString::fromStdString(key)), depth);
}

void SchemaCheck::word(const std::string &key, const Json &value, const QString &pointer, int depth)
{
    if (m_error)
        return;
    if (isOneOf(Unknown, key))
        return fail(pointer, u"this restriction is not known here"_s);
    if (key == "items" && value.is_array()) // as drafts before 2020-12 spell prefixItems
        return parts(value, pointer, depth);
    if (isOneOf(Single, key))
        return part(value, pointer, depth + 1);
    if (isOneOf(Named, key)) {
        if (!value.is_object())
            return fail(pointer, u"this must be an object of schemas"_s);
        for (const auto &[name, inner] : value.items()) {
            const QString place = joinedPointer(pointer, QString::fromStdString(name));
            if (key == "patternProperties" && !isPattern(Json(name)))
                return fail(place, u"this is no pattern"_s);
            part(inner, place, depth + 1);
        }
        return;
    }
    if (isOneOf(Listed, key))
        return parts(value, pointer, depth);
    scalarWord(key, value, pointer);
}

void SchemaCheck::scalarWord(const std::string &key, const Json &value, const QString &pointer)
{
    if (key == "$ref") {
        if (!value.is_string() || !schemaPart(m_schema, value.get<std::string>()))
            fail(pointer, u"this names no part of this schema; others are not loaded"_s);
    } else if (key == "type") {
        const Json types = value.is_array() ? value : Json::array({value});
        for (const Json &type : types) {
            if (!type.is_string() || schemaTypeWords(type.get<std::string>()).isEmpty())
                fail(pointer, u"this is no type of JSON Schema"_s);
        }
    } else if (key == "enum") {
        if (!value.is_array())
            fail(pointer, u"this must be a list"_s);
    } else if (key == "required") {
        if (!isListOfTexts(value))
            fail(pointer, u"this must be a list of names"_s);
    } else if (key == "dependentRequired") {
        if (!value.is_object() || !std::all_of(value.begin(), value.end(), isListOfTexts))
            fail(pointer, u"this must be an object of lists of names"_s);
    } else if (key == "pattern") {
        if (!isPattern(value))
            fail(pointer, u"this is no pattern"_s);
    } else if (isOneOf(Counts, key)) {
        if (!value.is_number_integer() || value < 0)
            fail(pointer, u"this must be a whole number from 0 on"_s);
    } else if (isOneOf(Bounds, key)) {
        if (!value.is_number())
            fail(pointer, u"this must be a number"_s);
    } else if (key == "multipleOf") {
        if (!value.is_number() || value <= 0)
            fail(pointer, u"this must be a number above 0"_s);
    } else if (key == "uniqueItems" && !value.is_boolean()) {
        fail(pointer, u"this must be true or false"_s);
    }
}

void SchemaCheck::parts(const Json &value, const QString &pointer, int depth)
{
    if (!value.is_array() || value.empty())
        return fail(pointer, u"this must be a list of schemas"_s);
    qsizetype index = 0;
    for (const Json &inner : value)
        part(inner, pointer + u'/' + QString::number(index++), depth + 1);
}

void SchemaCheck::fail(const QString &pointer, const QString &message)
{
    if (!m_error)
        m_error = Error{Error::Kind::BadRequest,
                        u"the schema is wrong at %1: %2"_s.arg(
                            pointer.isEmpty() ? u"its top"_s : pointer, message)};
}

} // namespace kagura
