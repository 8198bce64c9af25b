// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/schemawalk.h"

#include "core/base/jsonpointer.h"
#include "core/base/schemacheck.h"

#include <QRegularExpression>
#include <QScopeGuard>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype FaultLimit = 20;
constexpr int DepthLimit = 200; // a part that names itself
constexpr int StepLimit = 400'000;

QString ticked(const Json &value)
{
    const QString text = value.is_string() ? toQString(value) : QString::fromUtf8(dumpJson(value));
    return u'`' + (text.size() > 60 ? text.left(59) + u'…' : text) + u'`';
}

QString ticked(const std::string &name)
{
    return ticked(Json(name));
}

QString joinedWords(const QStringList &words)
{
    return words.size() < 2
        ? words.join(QString())
        : words.first(words.size() - 1).join(u", "_s) + u" or "_s + words.last();
}

bool isWhole(const Json &value)
{
    if (value.is_number_integer())
        return true;
    return value.is_number_float() && std::floor(value.get<double>()) == value.get<double>();
}

bool hasType(const Json &value, const std::string &type)
{
    if (type == "string")
        return value.is_string();
    if (type == "array")
        return value.is_array();
    if (type == "object")
        return value.is_object();
    if (type == "boolean")
        return value.is_boolean();
    if (type == "null")
        return value.is_null();
    return type == "number" ? value.is_number() : isWhole(value);
}

QString typeOf(const Json &value)
{
    for (const char *type : {"string", "array", "object", "boolean", "null", "integer", "number"}) {
        if (hasType(value, type))
            return schemaTypeWords(type);
    }
    return u"something else"_s;
}

// Code points, as JSON Schema counts.
qsizetype lengthOf(const Json &text)
{
    return toQString(text).toUcs4().size();
}

std::optional<Json> numberOf(const Json &part, const char *key)
{
    const Json &number = jsonMember(part, key);
    return number.is_number() ? std::optional(number) : std::nullopt;
}

} // namespace

SchemaWalk::SchemaWalk(const Json &schema)
    : m_schema(schema)
{}

// Unanchored, as JSON Schema has it. A pattern that would try for ever ends the judging: the next text
// could be as bad.
bool SchemaWalk::matches(const std::string &pattern, const QString &text)
{
    const QRegularExpressionMatch match =
        QRegularExpression(u"(*LIMIT_MATCH=200000)"_s + QString::fromStdString(pattern),
                           QRegularExpression::UseUnicodePropertiesOption)
            .match(text);
    if (!match.isValid())
        m_steps = StepLimit + 1;
    return match.hasMatch();
}

void SchemaWalk::judge(const Json &part, const Json &value, const QString &pointer)
{
    if (m_faults.size() >= FaultLimit)
        return;
    ++m_depth;
    const auto leave = qScopeGuard([this] { --m_depth; });
    if (m_depth > DepthLimit || ++m_steps > StepLimit)
        return add(pointer, u"this takes more work to judge than is allowed"_s);
    if (part.is_boolean()) {
        if (!part.get<bool>())
            add(pointer, u"nothing may stand here"_s);
        return;
    }
    if (const Json &ref = jsonMember(part, "$ref"); ref.is_string()) {
        if (const Json *named = schemaPart(m_schema, ref.get<std::string>()))
            judge(*named, value, pointer);
    }
    judgeType(part, value, pointer);
    judgeChoice(part, value, pointer);
    if (value.is_number())
        judgeNumber(part, value, pointer);
    else if (value.is_string())
        judgeText(part, value, pointer);
    else if (value.is_array())
        judgeList(part, value, pointer);
    else if (value.is_object())
        judgeObject(part, value, pointer);
    judgeCombined(part, value, pointer);
}

void SchemaWalk::judgeType(const Json &part, const Json &value, const QString &pointer)
{
    const Json &type = jsonMember(part, "type");
    if (type.is_null())
        return;
    const Json types = type.is_array() ? type : Json::array({type});
    QStringList words;
    for (const Json &one : types) {
        if (hasType(value, one.get<std::string>()))
            return;
        words.append(schemaTypeWords(one.get<std::string>()));
    }
    add(pointer, u"this must be %1, not %2"_s.arg(joinedWords(words), typeOf(value)));
}

void SchemaWalk::judgeChoice(const Json &part, const Json &value, const QString &pointer)
{
    if (const auto constant = part.find("const"); constant != part.end() && *constant != value)
        add(pointer, u"this must be %1"_s.arg(ticked(*constant)));
    const Json &choices = jsonMember(part, "enum");
    if (!choices.is_array() || std::find(choices.begin(), choices.end(), value) != choices.end())
        return;
    QStringList words;
    for (const Json &choice : choices)
        words.append(ticked(choice));
    add(pointer, u"this must be %1, not %2"_s.arg(joinedWords(words), ticked(value)));
}

void SchemaWalk::judgeNumber(const Json &part, const Json &value, const QString &pointer)
{
    if (const auto least = numberOf(part, "minimum"); least && value < *least)
        add(pointer, u"this must be at least %1"_s.arg(QString::fromUtf8(dumpJson(*least))));
    if (const auto most = numberOf(part, "maximum"); most && value > *most)
        add(pointer, u"this must be at most %1"_s.arg(QString::fromUtf8(dumpJson(*most))));
    if (const auto above = numberOf(part, "exclusiveMinimum"); above && value <= *above)
        add(pointer, u"this must be more than %1"_s.arg(QString::fromUtf8(dumpJson(*above))));
    if (const auto below = numberOf(part, "exclusiveMaximum"); below && value >= *below)
        add(pointer, u"this must be less than %1"_s.arg(QString::fromUtf8(dumpJson(*below))));
    if (const auto step = numberOf(part, "multipleOf")) {
        const double times = value.get<double>() / step->get<double>();
        if (std::abs(times - std::round(times)) > 1e-9 * std::max(1.0, std::abs(times)))
            add(pointer,
                u"this must be a multiple of %1"_s.arg(QString::fromUtf8(dumpJson(*step))));
    }
}

void SchemaWalk::judgeText(const Json &part, const Json &value, const QString &pointer)
{
    if (const auto least = jsonInteger(part, "minLength"); least && lengthOf(value) < *least)
        add(pointer,
            *least == 1 ? u"this must not be empty"_s
                        : u"this must have at least %1 characters"_s.arg(*least));
    if (const auto most = jsonInteger(part, "maxLength"); most && lengthOf(value) > *most)
        add(pointer, u"this must have at most %1 characters"_s.arg(*most));
    if (const Json &pattern = jsonMember(part, "pattern");
        pattern.is_string() && !matches(pattern.get<std::string>(), toQString(value)))
        add(pointer, u"%1 does not have the form %2"_s.arg(ticked(value), ticked(pattern)));
}

void SchemaWalk::judgeList(const Json &part, const Json &value, const QString &pointer)
{
    const auto size = static_cast<qint64>(value.size());
    if (const auto least = jsonInteger(part, "minItems"); least && size < *least)
        add(pointer, u"this needs at least %1, and has %2"_s.arg(*least).arg(size));
    if (const auto most = jsonInteger(part, "maxItems"); most && size > *most)
        add(pointer, u"this holds at most %1, not %2"_s.arg(*most).arg(size));
    const Json &items = jsonMember(part, "items");
    const Json &first = items.is_array() ? items : jsonMember(part, "prefixItems");
    const Json &rest = items.is_array() ? jsonMember(part, "additionalItems") : items;
    const Json &contained = jsonMember(part, "contains");
    const bool isUnique = jsonMember(part, "uniqueItems") == Json(true);
    bool isContained = contained.is_null();
    std::set<Json> seen;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const QString inner = pointer + u'/' + QString::number(i);
        if (first.is_array() && i < first.size())
            judge(first[i], value[i], inner);
        else if (!rest.is_null())
            judge(rest, value[i], inner);
        isContained = isContained || follows(contained, value[i]);
        if (isUnique && !seen.insert(value[i]).second)
            add(inner, u"%1 stands here twice"_s.arg(ticked(value[i])));
    }
    if (!isContained)
        add(pointer, u"none of this is what must be among it"_s);
}

void SchemaWalk::judgeObject(const Json &part, const Json &value, const QString &pointer)
{
    const auto size = static_cast<qint64>(value.size());
    if (const auto least = jsonInteger(part, "minProperties"); least && size < *least)
        add(pointer, u"this needs at least %1 entries, and has %2"_s.arg(*least).arg(size));
    if (const auto most = jsonInteger(part, "maxProperties"); most && size > *most)
        add(pointer, u"this holds at most %1 entries, not %2"_s.arg(*most).arg(size));
    const auto demand = [&](const Json &names) {
        for (const Json &name : names) {
            if (!value.contains(name.get<std::string>()))
                add(pointer, u"%1 is missing"_s.arg(ticked(name)));
        }
    };
    demand(jsonMember(part, "required"));
    if (const Json &others = jsonMember(part, "dependentRequired"); others.is_object()) {
        for (const auto &[name, needed] : others.items()) {
            if (value.contains(name))
                demand(needed);
        }
    }
    judgeMembers(part, value, pointer);
}

void SchemaWalk::judgeMembers(const Json &part, const Json &value, const QString &pointer)
{
    const Json &properties = jsonMember(part, "properties");
    const Json &patterns = jsonMember(part, "patternProperties");
    const Json &others = jsonMember(part, "additionalProperties");
    const Json &names = jsonMember(part, "propertyNames");
    for (const auto &[key, member] : value.items()) {
        const QString name = QString::fromStdString(key);
        const QString inner = joinedPointer(pointer, name);
        bool isKnown = false;
        if (!names.is_null())
            judge(names, Json(key), inner);
        if (properties.is_object() && properties.contains(key)) {
            isKnown = true;
            judge(properties[key], member, inner);
        }
        if (patterns.is_object()) {
            for (const auto &[pattern, wanted] : patterns.items()) {
                if (!matches(pattern, name))
                    continue;
                isKnown = true;
                judge(wanted, member, inner);
            }
        }
        if (isKnown || others.is_null())
            continue;
        if (others == Json(false))
            add(inner, u"%1 is not known here"_s.arg(ticked(key)));
        else
            judge(others, member, inner);
    }
}

void SchemaWalk::judgeCombined(const Json &part, const Json &value, const QString &pointer)
{
    for (const Json &each : jsonMember(part, "allOf"))
        judge(each, value, pointer);
    if (const Json &any = jsonMember(part, "anyOf"); any.is_array()
        && std::none_of(any.begin(), any.end(),
                        [&](const Json &one) { return follows(one, value); }))
        add(pointer, u"this is none of what is allowed here"_s);
    if (const Json &one = jsonMember(part, "oneOf"); one.is_array()) {
        const auto count = std::count_if(one.begin(), one.end(),
                                         [&](const Json &each) { return follows(each, value); });
        if (count != 1)
            add(pointer,
                count == 0 ? u"this is none of what is allowed here"_s
                           : u"this could be several of what is allowed here"_s);
    }
    if (const Json &unwanted = jsonMember(part, "not");
        !unwanted.is_null() && follows(unwanted, value))
        add(pointer, u"just this is not allowed here"_s);
    if (const Json &condition = jsonMember(part, "if"); !condition.is_null()) {
        const Json &then = jsonMember(part, follows(condition, value) ? "then" : "else");
        if (!then.is_null())
            judge(then, value, pointer);
    }
}

bool SchemaWalk::follows(const Json &part, const Json &value)
{
    JsonSchema::Faults outer = std::exchange(m_faults, {});
    judge(part, value, {});
    const bool isFollowed = m_faults.isEmpty();
    m_faults = std::move(outer);
    // What takes too much work follows nothing, and says so.
    if (m_steps > StepLimit)
        add({}, u"this takes more work to judge than is allowed"_s);
    return isFollowed;
}

void SchemaWalk::add(const QString &pointer, const QString &message)
{
    const JsonSchema::Fault fault{pointer, message};
    if (m_faults.size() < FaultLimit && !m_faults.contains(fault))
        m_faults.append(fault);
}

} // namespace kagura
