// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/guide/guideform.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int DepthLimit = 16;
constexpr int PartLimit = 10'000;
constexpr qint64 UsualItems = 3;
constexpr qint64 MostItems = 100;

class Form
{
public:
    Form(const Json &schema, const QString &answer)
        : m_schema(schema)
    {
        static const QRegularExpression end(u"(?<=[.!?])\\s+|\\n+"_s);
        for (const QString &sentence : answer.split(end, Qt::SkipEmptyParts))
            m_sentences.append(sentence.trimmed());
        if (m_sentences.isEmpty())
            m_sentences.append(u"Nothing."_s);
    }

    Json filled(const Json &part, int depth)
    {
        const Json &schema = resolved(part);
        if (!schema.is_object() || depth > DepthLimit || ++m_parts > PartLimit)
            return nullptr;
        if (schema.contains("const"))
            return schema["const"];
        if (const Json &choices = jsonMember(schema, "enum");
            choices.is_array() && !choices.empty())
            return choices.front();
        for (const char *several : {"oneOf", "anyOf", "allOf"}) {
            if (const Json &parts = jsonMember(schema, several); parts.is_array() && !parts.empty())
                return filled(parts.front(), depth + 1);
        }
        const Json &type = jsonMember(schema, "type");
        const QString name = toQString(type.is_array() && !type.empty() ? type.front() : type);
        if (name == "object"_L1 || (name.isEmpty() && schema.contains("properties")))
            return object(schema, depth);
        if (name == "array"_L1)
            return list(schema, depth);
        if (name == "boolean"_L1)
            return true;
        if (name == "integer"_L1 || name == "number"_L1)
            return number(schema);
        return name == "null"_L1 ? Json() : text(schema);
    }

private:
    [[nodiscard]] const Json &resolved(const Json &part) const
    {
        const Json *schema = &part;
        for (int i = 0; i < DepthLimit; ++i) {
            const QString reference = jsonString(*schema, "$ref");
            if (reference.isEmpty())
                return *schema;
            schema = &m_schema;
            for (const QString &step : reference.split(u'/').mid(1))
                schema = &jsonMember(*schema, step.toUtf8().constData());
        }
        return jsonMember(m_schema, "");
    }

    Json object(const Json &schema, int depth)
    {
        Json filledIn = Json::object();
        const Json &properties = jsonMember(schema, "properties");
        if (properties.is_object()) {
            for (const auto &[key, property] : properties.items())
                filledIn[key] = filled(property, depth + 1);
        }
        return filledIn;
    }

    Json list(const Json &schema, int depth)
    {
        const qint64 least = jsonInteger(schema, "minItems").value_or(0);
        const qint64 most = jsonInteger(schema, "maxItems").value_or(MostItems);
        const qint64 count = std::min(std::max(least, std::min(UsualItems, most)), MostItems);
        Json items = Json::array();
        for (qint64 i = 0; i < count; ++i)
            items.push_back(filled(jsonMember(schema, "items"), depth + 1));
        return items;
    }

    static Json number(const Json &schema)
    {
        for (const char *key : {"minimum", "maximum"}) {
            if (const Json &bound = jsonMember(schema, key); bound.is_number())
                return bound;
        }
        const Json &above = jsonMember(schema, "exclusiveMinimum");
        return above.is_number() ? Json(above.get<double>() + 1) : Json(1);
    }

    // The next sentence each time, so that the items of a list differ.
    Json text(const Json &schema)
    {
        QString sentence = m_sentences.at(m_next++ % m_sentences.size());
        const qint64 least = jsonInteger(schema, "minLength").value_or(0);
        const qint64 most = jsonInteger(schema, "maxLength").value_or(sentence.size());
        sentence.truncate(std::max<qint64>(most, 0));
        constexpr qint64 LongestFilling = 10'000;
        return toJson(sentence.leftJustified(std::min(least, LongestFilling), u'.'));
    }

    const Json &m_schema;
    QStringList m_sentences;
    qsizetype m_next = 0;
    int m_parts = 0;
};

} // namespace

Json filledForm(const Json &schema, const QString &answer)
{
    return Form(schema, answer).filled(schema, 0);
}

} // namespace kagura
