// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/schemacheck.h"

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

constexpr int DeepestCheck = 128;

const Json *keyword(const Json &schema, const char *name)
{
    const auto found = schema.find(name);
    return found == schema.end() ? nullptr : &*found;
}

bool isOfType(const Json &value, const std::string &type)
{
    if (type == "integer")
        return value.is_number_integer()
            || (value.is_number_float() && std::floor(value.get<double>()) == value.get<double>());
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array())
        || (type == "string" && value.is_string()) || (type == "number" && value.is_number())
        || (type == "boolean" && value.is_boolean()) || (type == "null" && value.is_null());
}

std::size_t characters(const std::string &utf8)
{
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

class Checker
{
public:
    explicit Checker(const Json &root)
        : m_root(root)
    {}

    [[nodiscard]] bool follows(const Json &value, const Json &schema, int depth) const
    {
        if (depth > DeepestCheck)
            return false;
        if (schema.is_boolean())
            return schema.get<bool>();
        if (!schema.is_object())
            return true;
        return followsReference(value, schema, depth) && followsType(value, schema)
            && followsChoice(value, schema) && followsCombination(value, schema, depth)
            && (!value.is_object() || followsObject(value, schema, depth))
            && (!value.is_array() || followsArray(value, schema, depth))
            && (!value.is_string()
                || isWithin(characters(value.get_ref<const std::string &>()), schema, "minLength",
                            "maxLength"))
            && (!value.is_number() || followsNumber(value.get<double>(), schema));
    }

private:
    [[nodiscard]] bool followsReference(const Json &value, const Json &schema, int depth) const
    {
        const Json *const reference = keyword(schema, "$ref");
        if (!reference || !reference->is_string())
            return true;
        const auto &text = reference->get_ref<const std::string &>();
        if (text.empty() || text.front() != '#')
            return true; // elsewhere: not ours to fetch
        try {
            const Json::json_pointer place(text.substr(1));
            return !m_root.contains(place) || follows(value, m_root.at(place), depth + 1);
        } catch (const Json::exception &) {
            return true; // no pointer
        }
    }

    [[nodiscard]] static bool followsType(const Json &value, const Json &schema)
    {
        const Json *const type = keyword(schema, "type");
        if (!type)
            return true;
        if (type->is_string())
            return isOfType(value, type->get<std::string>());
        return !type->is_array() || std::any_of(type->begin(), type->end(), [&](const Json &one) {
            return one.is_string() && isOfType(value, one.get<std::string>());
        });
    }

    [[nodiscard]] static bool followsChoice(const Json &value, const Json &schema)
    {
        const Json *const only = keyword(schema, "const");
        const Json *const some = keyword(schema, "enum");
        return (!only || value == *only)
            && (!some || !some->is_array()
                || std::find(some->begin(), some->end(), value) != some->end());
    }

    [[nodiscard]] bool followsCombination(const Json &value, const Json &schema, int depth) const
    {
        const auto matches = [&](const char *name) -> std::optional<std::size_t> {
            const Json *const list = keyword(schema, name);
            if (!list || !list->is_array())
                return std::nullopt;
            return static_cast<std::size_t>(
                std::count_if(list->begin(), list->end(),
                              [&](const Json &one) { return follows(value, one, depth + 1); }));
        };
        const std::optional<std::size_t> all = matches("allOf");
        const Json *const none = keyword(schema, "not");
        return (!all || *all == schema["allOf"].size()) && matches("anyOf").value_or(1) > 0
            && matches("oneOf").value_or(1) == 1 && (!none || !follows(value, *none, depth + 1));
    }

    [[nodiscard]] bool followsObject(const Json &value, const Json &schema, int depth) const
    {
        if (const Json *const required = keyword(schema, "required")) {
            for (const Json &name : *required) {
                if (name.is_string() && !value.contains(name.get<std::string>()))
                    return false;
            }
        }
        if (!isWithin(value.size(), schema, "minProperties", "maxProperties"))
            return false;
        const Json *const properties = keyword(schema, "properties");
        const Json *const others = keyword(schema, "additionalProperties");
        const bool hasPatterns = keyword(schema, "patternProperties") != nullptr;
        for (const auto &[name, member] : value.items()) {
            const bool isNamed =
                properties && properties->is_object() && properties->contains(name);
            if (isNamed && !follows(member, (*properties)[name], depth + 1))
                return false;
            if (!isNamed && others && !hasPatterns && !follows(member, *others, depth + 1))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool followsArray(const Json &value, const Json &schema, int depth) const
    {
        if (!isWithin(value.size(), schema, "minItems", "maxItems"))
            return false;
        const Json *const first = keyword(schema, "prefixItems");
        const Json *const items = keyword(schema, "items");
        const std::size_t fixed = first && first->is_array() ? first->size() : 0;
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Json *const own = i < fixed ? &(*first)[i] : items;
            if (own && !follows(value[i], *own, depth + 1))
                return false;
        }
        return true;
    }

    [[nodiscard]] static bool followsNumber(double value, const Json &schema)
    {
        const auto bound = [&](const char *name, double fallback) {
            const Json *const limit = keyword(schema, name);
            return limit && limit->is_number() ? limit->get<double>() : fallback;
        };
        const double step = bound("multipleOf", 0);
        const double steps = step > 0 ? value / step : 0;
        return value >= bound("minimum", -HUGE_VAL) && value <= bound("maximum", HUGE_VAL)
            && (value > bound("exclusiveMinimum", -HUGE_VAL))
            && (value < bound("exclusiveMaximum", HUGE_VAL))
            && std::fabs(steps - std::round(steps)) < 1e-9;
    }

    [[nodiscard]] static bool isWithin(std::size_t size,
                                       const Json &schema,
                                       const char *least,
                                       const char *most)
    {
        const auto number = static_cast<qint64>(size);
        return number >= jsonInteger(schema, least).value_or(0)
            && number <= jsonInteger(schema, most).value_or(number);
    }

    const Json &m_root;
};

} // namespace

bool followsSchema(const Json &value, const Json &schema)
{
    return Checker(schema).follows(value, schema, 0);
}

} // namespace kagura
