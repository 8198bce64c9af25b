// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/valuetemplate.h"

#include "core/agents/expressionvalue.h"
#include "core/base/jsonpointer.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 TextLimitBytes = 8LL * 1024 * 1024;

} // namespace

ValueTemplate::Parsed ValueTemplate::parse(const Json &value, const QString &pointer)
{
    Parsed parsed;
    WorkflowFault fault;
    std::optional<Piece> root = parsed.made.read(value, pointer, fault);
    if (root)
        parsed.made.m_root = *std::move(root);
    else
        parsed.fault = fault;
    return parsed;
}

// As deep as the file's JSON, whose depth its reader bounds.
std::optional<ValueTemplate::Piece> ValueTemplate::read(const Json &value,
                                                        const QString &pointer,
                                                        WorkflowFault &fault)
{
    if (value.is_string())
        return readText(toQString(value), pointer, fault);
    if (value.is_array()) {
        List list;
        for (const Json &part : value) {
            std::optional<Piece> piece =
                read(part, pointer + u'/' + QString::number(list.size()), fault);
            if (!piece)
                return std::nullopt;
            list.push_back(*std::move(piece));
        }
        return Piece{std::move(list)};
    }
    if (value.is_object()) {
        Map map;
        for (const auto &[key, part] : value.items()) {
            std::optional<Piece> piece =
                read(part, joinedPointer(pointer, QString::fromStdString(key)), fault);
            if (!piece)
                return std::nullopt;
            map.push_back({key, *std::move(piece)});
        }
        return Piece{std::move(map)};
    }
    return Piece{value};
}

std::optional<ValueTemplate::Piece> ValueTemplate::readText(const QString &text,
                                                            const QString &pointer,
                                                            WorkflowFault &fault)
{
    Text parts;
    QString plain;
    qsizetype from = 0;
    while (true) {
        const qsizetype at = text.indexOf("${"_L1, from);
        if (at < 0)
            break;
        plain += QStringView(text).sliced(from, at - from);
        if (plain.endsWith(u'$')) { // which makes this one plain
            plain += u'{';
            from = at + 2;
            continue;
        }
        const Result<Expression::Embedded> read = Expression::parseEmbedded(text, at + 2);
        if (!read) {
            fault = {pointer, read.error().message};
            return std::nullopt;
        }
        if (!plain.isEmpty())
            parts.emplace_back(std::exchange(plain, {}).toStdString());
        parts.emplace_back(m_places.size());
        m_places.push_back({pointer, read->expression});
        from = read->end;
    }
    plain += QStringView(text).sliced(from);
    if (parts.empty())
        return Piece{toJson(plain)};
    if (!plain.isEmpty())
        parts.emplace_back(plain.toStdString());
    if (parts.size() == 1)
        return Piece{std::get<std::size_t>(parts.front())};
    return Piece{std::move(parts)};
}

qsizetype ValueTemplate::plainBytesOf(const Piece &piece)
{
    qsizetype bytes = 0;
    if (const auto *constant = std::get_if<Json>(&piece.is))
        return static_cast<qsizetype>(insertedText(*constant).size());
    if (const auto *list = std::get_if<List>(&piece.is)) {
        for (const Piece &part : *list)
            bytes += plainBytesOf(part) + 1;
    } else if (const auto *map = std::get_if<Map>(&piece.is)) {
        for (const Member &member : *map)
            bytes += static_cast<qsizetype>(member.key.size()) + plainBytesOf(member.value) + 4;
    } else if (const auto *text = std::get_if<Text>(&piece.is)) {
        for (const auto &part : *text) {
            if (const auto *plain = std::get_if<std::string>(&part))
                bytes += static_cast<qsizetype>(plain->size());
        }
    }
    return bytes;
}

Result<Json> ValueTemplate::evaluate(const ExpressionScope &scope,
                                     const ExpressionRun::Limits &limits) const
{
    return made(m_root, scope, limits);
}

Result<QString> ValueTemplate::text(const ExpressionScope &scope,
                                    const ExpressionRun::Limits &limits) const
{
    const Result<Json> value = evaluate(scope, limits);
    if (!value)
        return value.error();
    return QString::fromStdString(insertedText(*value));
}

Result<Json> ValueTemplate::made(const Piece &piece,
                                 const ExpressionScope &scope,
                                 const ExpressionRun::Limits &limits) const
{
    if (const auto *constant = std::get_if<Json>(&piece.is))
        return *constant;
    if (const auto *place = std::get_if<std::size_t>(&piece.is))
        return m_places.at(*place).expression.evaluate(scope, limits);
    if (const auto *list = std::get_if<List>(&piece.is)) {
        Json values = Json::array();
        for (const Piece &part : *list) {
            Result<Json> value = made(part, scope, limits);
            if (!value)
                return value;
            values.push_back(*std::move(value));
        }
        return values;
    }
    if (const auto *map = std::get_if<Map>(&piece.is)) {
        Json values = Json::object();
        for (const Member &member : *map) {
            Result<Json> value = made(member.value, scope, limits);
            if (!value)
                return value;
            values[member.key] = *std::move(value);
        }
        return values;
    }
    std::string joined;
    for (const auto &part : std::get<Text>(piece.is)) {
        if (const auto *plain = std::get_if<std::string>(&part)) {
            joined += *plain;
            continue;
        }
        const Result<Json> value =
            m_places.at(std::get<std::size_t>(part)).expression.evaluate(scope, limits);
        if (!value)
            return value;
        joined += insertedText(*value);
        if (static_cast<qint64>(joined.size()) > TextLimitBytes)
            return Error{Error::Kind::BadRequest, u"the text becomes longer than 8 MiB"_s};
    }
    return Json(std::move(joined));
}

} // namespace kagura
