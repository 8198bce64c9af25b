// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/schemawords.h"

#include "core/agents/expressionvalue.h"
#include "core/base/jsonpointer.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int WrongType = 100; // which alternative was meant is told by the type first
constexpr int WrongChoice = 3; // then by what such a word chooses
constexpr qsizetype FaultLimit = 100;

QString ticked(const std::string &text)
{
    return u'`' + QString::fromStdString(text).left(60) + u'`';
}

QString typeWord(const std::string &type)
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
    return type == "number" ? u"a number"_s : u"null"_s;
}

QString typeOf(const Json &value)
{
    if (value.is_object())
        return u"an object"_s;
    const QString name = valueTypeName(value);
    return value.is_boolean() || value.is_null() ? name : u"a "_s + name;
}

bool isOfType(const Json &value, const std::string &type)
{
    if (type == "integer")
        return value.is_number_integer();
    return (type == "string" && value.is_string()) || (type == "array" && value.is_array())
        || (type == "object" && value.is_object()) || (type == "boolean" && value.is_boolean())
        || (type == "number" && value.is_number()) || (type == "null" && value.is_null());
}

QString joinedWords(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return words.first(words.size() - 1).join(u", "_s) + u" or "_s + words.last();
}

// How many letters must change to make one word of the other.
int distance(const std::string &one, const std::string &other)
{
    std::vector<int> row(other.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= one.size(); ++i) {
        int corner = std::exchange(row[0], static_cast<int>(i));
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const int changed = corner + (one[i - 1] == other[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

QString unknownKey(const std::string &key, const Json &known)
{
    constexpr int Similar = 3;
    QStringList names;
    std::string nearest;
    for (const auto &[name, schema] : known.items()) {
        names.append(ticked(name));
        if (nearest.empty() || distance(key, name) < distance(key, nearest))
            nearest = name;
    }
    if (!nearest.empty() && key.size() < 64 && distance(key, nearest) <= Similar
        && distance(key, nearest) < static_cast<int>(nearest.size()))
        return u"there is no key %1 here; did you mean %2?"_s.arg(ticked(key), ticked(nearest));
    return u"there is no key %1 here; there are %2"_s.arg(ticked(key), names.join(u", "_s));
}

} // namespace

struct SchemaWords::Walk
{
    WorkflowFaults faults;
    int weight = 0;

    void add(const QString &pointer, const QString &message, int weighs = 1)
    {
        weight += weighs;
        if (faults.size() < FaultLimit)
            faults.append({pointer, message});
    }
};

SchemaWords::SchemaWords(const Json &schema)
    : m_schema(schema)
{}

WorkflowFaults SchemaWords::faults(const Json &part,
                                   const Json &value,
                                   const QString &pointer) const
{
    Walk walk;
    describe(part, value, pointer, walk);
    return walk.faults;
}

const Json &SchemaWords::resolved(const Json &part) const
{
    constexpr QLatin1StringView Definitions("#/definitions/");
    const QString reference = jsonString(part, "$ref");
    if (!reference.startsWith(Definitions))
        return part;
    return jsonMember(jsonMember(m_schema, "definitions"),
                      reference.sliced(Definitions.size()).toStdString().c_str());
}

void SchemaWords::describe(const Json &part,
                           const Json &value,
                           const QString &pointer,
                           Walk &walk) const
{
    const Json &schema = resolved(part);
    if (!schema.is_object())
        return;
    if (const Json &type = jsonMember(schema, "type"); !type.is_null()) {
        const Json types = type.is_array() ? type : Json::array({type});
        if (std::none_of(types.begin(), types.end(), [&value](const Json &one) {
                return isOfType(value, one.get<std::string>());
            })) {
            QStringList words;
            for (const Json &one : types)
                words.append(typeWord(one.get<std::string>()));
            walk.add(pointer, u"this must be %1, not %2"_s.arg(joinedWords(words), typeOf(value)),
                     WrongType);
            return;
        }
    }
    describeScalar(schema, value, pointer, walk);
    if (value.is_object())
        describeObject(schema, value, pointer, walk);
    else if (value.is_array())
        describeList(schema, value, pointer, walk);
    describeAlternatives(schema, value, pointer, walk);
}

void SchemaWords::describeObject(const Json &part,
                                 const Json &value,
                                 const QString &pointer,
                                 Walk &walk) const
{
    const Json &properties = jsonMember(part, "properties");
    const Json &others = jsonMember(part, "additionalProperties");
    const Json &names = jsonMember(part, "propertyNames");
    for (const Json &required : jsonMember(part, "required")) {
        if (!value.contains(required.get<std::string>()))
            walk.add(pointer, ticked(required.get<std::string>()) + u" is missing"_s);
    }
    if (const auto least = jsonInteger(part, "minProperties");
        least && static_cast<qint64>(value.size()) < *least)
        walk.add(pointer, u"this must not be empty"_s);
    for (const auto &[key, member] : value.items()) {
        const QString inner = joinedPointer(pointer, QString::fromStdString(key));
        if (names.is_object())
            describe(names, Json(key), inner, walk);
        if (const auto found = properties.find(key);
            properties.is_object() && found != properties.end())
            describe(*found, member, inner, walk);
        else if (others.is_object())
            describe(others, member, inner, walk);
        else if (others == Json(false))
            walk.add(inner, unknownKey(key, properties));
    }
}

void SchemaWords::describeList(const Json &part,
                               const Json &value,
                               const QString &pointer,
                               Walk &walk) const
{
    const auto size = static_cast<qint64>(value.size());
    if (const auto least = jsonInteger(part, "minItems"); least && size < *least)
        walk.add(pointer, u"this needs at least %1"_s.arg(*least));
    if (const auto most = jsonInteger(part, "maxItems"); most && size > *most)
        walk.add(pointer, u"this holds at most %1, not %2"_s.arg(*most).arg(size));
    const bool isUnique = jsonMember(part, "uniqueItems") == Json(true);
    std::vector<std::string> seen;
    qsizetype index = 0;
    for (const Json &item : value) {
        const QString inner = pointer + u'/' + QString::number(index++);
        describe(jsonMember(part, "items"), item, inner, walk);
        if (!isUnique)
            continue;
        const std::string mark = valueMark(item);
        if (std::find(seen.begin(), seen.end(), mark) != seen.end())
            walk.add(inner, ticked(insertedText(item)) + u" stands here twice"_s);
        seen.push_back(mark);
    }
}

void SchemaWords::describeScalar(const Json &part,
                                 const Json &value,
                                 const QString &pointer,
                                 Walk &walk) const
{
    if (const auto constant = part.find("const"); constant != part.end() && *constant != value)
        walk.add(pointer, u"this must be %1"_s.arg(ticked(insertedText(*constant))),
                 constant->type() == value.type() ? WrongChoice : WrongType);
    const Json &choices = jsonMember(part, "enum");
    if (choices.is_array() && std::find(choices.begin(), choices.end(), value) == choices.end()) {
        QStringList words;
        for (const Json &choice : choices)
            words.append(ticked(insertedText(choice)));
        walk.add(pointer,
                 u"this must be %1, not %2"_s.arg(joinedWords(words), ticked(insertedText(value))),
                 WrongChoice);
    }
    if (value.is_number()) {
        const auto bound = [&](const char *key) {
            const Json &limit = jsonMember(part, key);
            return limit.is_number() ? std::optional(limit) : std::nullopt;
        };
        if (const auto least = bound("minimum"); least && std::is_lt(compareNumbers(value, *least)))
            walk.add(
                pointer,
                u"this must be at least %1"_s.arg(QString::fromStdString(insertedText(*least))));
        if (const auto most = bound("maximum"); most && std::is_gt(compareNumbers(value, *most)))
            walk.add(pointer,
                     u"this must be at most %1"_s.arg(QString::fromStdString(insertedText(*most))));
        if (const auto above = bound("exclusiveMinimum");
            above && std::is_lteq(compareNumbers(value, *above)))
            walk.add(
                pointer,
                u"this must be more than %1"_s.arg(QString::fromStdString(insertedText(*above))));
    }
    if (!value.is_string())
        return;
    const QString text = toQString(value);
    const QString pattern = jsonString(part, "pattern");
    if (const auto least = jsonInteger(part, "minLength"); least && text.size() < *least)
        walk.add(pointer, u"this must not be empty"_s);
    if (const auto most = jsonInteger(part, "maxLength"); most && text.size() > *most)
        walk.add(pointer, u"this has at most %1 characters"_s.arg(*most));
    if (pattern.isEmpty() || QRegularExpression(pattern).match(text).hasMatch())
        return;
    const QString about = jsonString(part, "description");
    walk.add(pointer,
             ticked(insertedText(value))
                 + (about.isEmpty() ? u" does not have the form "_s + pattern
                                    : u" is not right here: "_s + about));
}

// The alternative that fits best is the one that was meant.
void SchemaWords::describeAlternatives(const Json &part,
                                       const Json &value,
                                       const QString &pointer,
                                       Walk &walk) const
{
    const Json &alternatives = jsonMember(part, "oneOf");
    if (!alternatives.is_array())
        return;
    std::optional<Walk> best;
    QStringList words;
    for (const Json &alternative : alternatives) {
        Walk one;
        describe(alternative, value, pointer, one);
        if (const Json &unwanted = jsonMember(jsonMember(alternative, "not"), "required");
            unwanted.is_array() && value.is_object()
            && std::all_of(unwanted.begin(), unwanted.end(), [&value](const Json &key) {
                   return value.contains(key.get<std::string>());
               }))
            one.weight += WrongType;
        if (!best || one.weight < best->weight)
            best = one;
        if (const QString type = jsonString(alternative, "type"); !type.isEmpty())
            words.append(typeWord(type.toStdString()));
    }
    if (!best || best->weight == 0)
        return;
    const QString about = jsonString(part, "description");
    const bool isNone = best->weight >= WrongType || (!about.isEmpty() && !value.is_structured());
    if (isNone && (!about.isEmpty() || !words.isEmpty())) {
        walk.add(pointer, u"this must be "_s + (about.isEmpty() ? joinedWords(words) : about),
                 WrongType);
        return;
    }
    walk.weight += best->weight;
    walk.faults += best->faults;
}

} // namespace kagura
