// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/schemafields.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::SchemaFields)
};

QString textAt(const Json &schema, const char *key)
{
    const auto found = schema.find(key);
    return found != schema.end() && found->is_string() ? toQString(*found) : QString();
}

std::optional<double> numberAt(const Json &schema, const char *key)
{
    const auto found = schema.find(key);
    return found != schema.end() && found->is_number() ? std::optional(found->get<double>())
                                                       : std::nullopt;
}

QString numberText(double number)
{
    return QLocale().toString(number, 'g', 12);
}

QString rangeHint(const std::optional<double> &least, const std::optional<double> &most)
{
    if (least && most)
        return Words::tr("%1 to %2").arg(numberText(*least), numberText(*most));
    if (least)
        return Words::tr("at least %1").arg(numberText(*least));
    if (most)
        return Words::tr("at most %1").arg(numberText(*most));
    return {};
}

bool isPath(const Json &schema)
{
    const QString format = textAt(schema, "format");
    return format == "path"_L1 || format == "file"_L1 || format == "folder"_L1
        || format == "uri-reference"_L1;
}

//! For a person: "max_clauses" reads "Max clauses".
QString labelOf(const QString &name)
{
    QString label = name;
    label.replace(u'_', u' ');
    if (!label.isEmpty())
        label[0] = label.at(0).toUpper();
    return label;
}

Error wrong(const ShownField &field, const QString &why)
{
    return {Error::Kind::BadRequest, u"%1: %2"_s.arg(field.label, why)};
}

Result<Json> numberValue(const ShownField &field, const QString &text)
{
    bool isNumber = false;
    double number = text.toDouble(&isNumber);
    if (!isNumber)
        number = QLocale().toDouble(text, &isNumber);
    const bool isInteger = field.kind == ShownField::Kind::Integer;
    if (!isNumber || (isInteger && number != std::floor(number)))
        return wrong(field,
                     isInteger ? Words::tr("a whole number is needed")
                               : Words::tr("a number is needed"));
    if ((field.least && number < *field.least) || (field.most && number > *field.most))
        return wrong(field, rangeHint(field.least, field.most));
    return isInteger ? Json(qint64(number)) : Json(number);
}

} // namespace

ShownField fieldOfSchema(const QString &name, const Json &schema)
{
    ShownField field{name};
    const QString title = textAt(schema, "title");
    field.label = title.isEmpty() ? labelOf(name) : title;
    field.least = numberAt(schema, "minimum");
    field.most = numberAt(schema, "maximum");
    if (const auto fallback = schema.find("default"); fallback != schema.end())
        field.value = *fallback;
    const QString type = textAt(schema, "type");
    if (const auto choices = schema.find("enum"); choices != schema.end() && choices->is_array()) {
        field.kind = ShownField::Kind::Choice;
        for (const Json &one : *choices)
            field.choices.append(one.is_string() ? toQString(one)
                                                 : QString::fromUtf8(dumpJson(one)));
    } else if (type == "boolean"_L1) {
        field.kind = ShownField::Kind::Boolean;
    } else if (type == "integer"_L1 || type == "number"_L1) {
        field.kind = type == "integer"_L1 ? ShownField::Kind::Integer : ShownField::Kind::Number;
        field.hint = rangeHint(field.least, field.most);
    } else if (type == "array"_L1) {
        const auto items = schema.find("items");
        const bool isText =
            items != schema.end() && items->is_object() && textAt(*items, "type") == "string"_L1;
        field.kind = !isText                             ? ShownField::Kind::Any
            : isPath(*items) || name.contains("file"_L1) ? ShownField::Kind::Paths
                                                         : ShownField::Kind::Lines;
        const QString range = rangeHint(numberAt(schema, "minItems"), numberAt(schema, "maxItems"));
        if (isText)
            field.hint =
                range.isEmpty() ? Words::tr("one a line") : Words::tr("one a line, %1").arg(range);
    } else if (type == "string"_L1) {
        const bool isLong = numberAt(schema, "maxLength").value_or(1000) > 200;
        field.kind = isLong ? ShownField::Kind::Text : ShownField::Kind::Line;
    } else {
        field.kind = ShownField::Kind::Any;
        field.hint = Words::tr("JSON");
    }
    return field;
}

QString fieldText(const ShownField &field)
{
    const Json &value = field.value;
    if (value.is_null())
        return {};
    if (value.is_string())
        return toQString(value);
    if (value.is_boolean() && field.kind == ShownField::Kind::Boolean)
        return value.get<bool>() ? u"true"_s : u"false"_s;
    const bool isList =
        field.kind == ShownField::Kind::Lines || field.kind == ShownField::Kind::Paths;
    if (isList && value.is_array()) {
        QStringList lines;
        for (const Json &one : value)
            lines.append(one.is_string() ? toQString(one) : QString::fromUtf8(dumpJson(one)));
        return lines.join(u'\n');
    }
    return QString::fromUtf8(dumpJson(value));
}

Result<Json> fieldValue(const ShownField &field, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (field.kind == ShownField::Kind::Boolean)
        return Json(trimmed == "true"_L1);
    if (trimmed.isEmpty()) {
        if (field.isRequired)
            return wrong(field, Words::tr("this is needed"));
        return Json(nullptr);
    }
    switch (field.kind) {
    case ShownField::Kind::Integer:
    case ShownField::Kind::Number:
        return numberValue(field, trimmed);
    case ShownField::Kind::Lines:
    case ShownField::Kind::Paths: {
        Json list = Json::array();
        const QStringList lines = text.split(u'\n');
        for (const QString &line : lines)
            if (!line.trimmed().isEmpty())
                list.push_back(toJson(line.trimmed()));
        return list;
    }
    case ShownField::Kind::Any: {
        const Result<Json> parsed = parseJson(trimmed.toUtf8());
        if (!parsed)
            return wrong(field, Words::tr("this is no JSON"));
        return *parsed;
    }
    default:
        return toJson(text);
    }
}

} // namespace kagura
