// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"

#include <limits>

namespace kagura {

namespace {

Error malformed(const QString &what, qsizetype offset)
{
    return {Error::Kind::Protocol, QStringLiteral("JSON: %1 at byte %2").arg(what).arg(offset)};
}

// Where the nesting first exceeds depth, or -1. Strings are skipped, so that brackets in text do not count.
qsizetype tooDeepAt(QByteArrayView text, int depth)
{
    int level = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++level > depth)
                return i;
        } else if (c == ']' || c == '}') {
            --level;
        }
    }
    return -1;
}

} // namespace

Result<Json> parseJson(QByteArrayView text, const JsonLimits &limits)
{
    if (text.size() > limits.bytes)
        return malformed(QStringLiteral("larger than %1 bytes").arg(limits.bytes), limits.bytes);
    if (const qsizetype offset = tooDeepAt(text, limits.depth); offset >= 0)
        return malformed(QStringLiteral("nested deeper than %1").arg(limits.depth), offset);
    try {
        return Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error &error) {
        // The library's own text quotes the input, which may be private; the offset is enough.
        return malformed(QStringLiteral("syntax error"), static_cast<qsizetype>(error.byte));
    } catch (const Json::exception &) {
        return malformed(QStringLiteral("a value out of range"), 0);
    }
}

QByteArray dumpJson(const Json &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QString jsonString(const Json &object, const char *key, const QString &fallback)
{
    const Json &member = jsonMember(object, key);
    return member.is_string() ? toQString(member) : fallback;
}

std::optional<qint64> jsonInteger(const Json &object, const char *key)
{
    const Json &member = jsonMember(object, key);
    if (member.is_number_unsigned()) {
        const auto number = member.get<std::uint64_t>();
        return number <= static_cast<std::uint64_t>(std::numeric_limits<qint64>::max())
            ? std::optional(static_cast<qint64>(number))
            : std::nullopt;
    }
    if (member.is_number_integer())
        return member.get<qint64>();
    // Some servers send counts as 12.0; what is no whole number is no count.
    if (member.is_number_float()) {
        const double number = member.get<double>();
        constexpr double Exact = 9007199254740992.0;
        if (number >= -Exact && number <= Exact
            && number == static_cast<double>(static_cast<qint64>(number)))
            return static_cast<qint64>(number);
    }
    return std::nullopt;
}

const Json &jsonMember(const Json &object, const char *key)
{
    static const Json null;
    if (!object.is_object())
        return null;
    const auto found = object.find(key);
    return found == object.end() ? null : *found;
}

QString toQString(const Json &string)
{
    if (!string.is_string())
        return {};
    const auto &text = string.get_ref<const std::string &>();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Json toJson(const QString &text)
{
    return text.toStdString();
}

} // namespace kagura
