// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonicaljson.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int LongestPlain = 21; // ECMAScript: digits before the point without an exponent
constexpr int MostLeadingZeros = 6; // and places up to the first digit behind it
constexpr unsigned char PrivateUseLead = 0xee; // of UTF-8 for U+E000 and above
constexpr unsigned char SupplementaryLead = 0xf0; // and for U+10000 and above, UTF-16's surrogates

Error noForm(const QString &what)
{
    return {Error::Kind::Protocol, u"JSON has no canonical form: "_s + what};
}

// UTF-8 sorts by code point; UTF-16 puts the supplementary planes before U+E000 to U+FFFF.
bool isBeforeInUtf16(const std::string &a, const std::string &b)
{
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (left == a.end() || right == b.end())
        return left == a.end() && right != b.end();
    const auto x = static_cast<unsigned char>(*left);
    const auto y = static_cast<unsigned char>(*right);
    if (x >= PrivateUseLead && y >= PrivateUseLead
        && (x >= SupplementaryLead) != (y >= SupplementaryLead))
        return x >= SupplementaryLead;
    return x < y;
}

bool sortsDifferently(const std::string &name)
{
    return std::any_of(name.begin(), name.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= PrivateUseLead; });
}

class Writer
{
public:
    [[nodiscard]] Result<void> write(const Json &value, int depth)
    {
        if (depth > JsonLimits().depth)
            return noForm(u"nested deeper than %1"_s.arg(JsonLimits().depth));
        switch (value.type()) {
        case Json::value_t::null:
            m_text += "null";
            return {};
        case Json::value_t::boolean:
            m_text += value.get<bool>() ? "true" : "false";
            return {};
        case Json::value_t::number_integer:
            m_text += QByteArray::number(qint64(value.get<std::int64_t>()));
            return {};
        case Json::value_t::number_unsigned:
            m_text += QByteArray::number(quint64(value.get<std::uint64_t>()));
            return {};
        case Json::value_t::number_float:
            return writeNumber(value.get<double>());
        case Json::value_t::string:
            return writeText(value.get_ref<const std::string &>());
        case Json::value_t::array:
            return writeArray(value, depth);
        case Json::value_t::object:
            return writeObject(value, depth);
        case Json::value_t::binary:
        case Json::value_t::discarded:
            break;
        }
        return noForm(u"a value that JSON does not know"_s);
    }

    [[nodiscard]] QByteArray take() { return std::move(m_text); }

private:
    [[nodiscard]] Result<void> writeNumber(double number)
    {
        if (!std::isfinite(number))
            return noForm(u"a number that is not finite"_s);
        m_text += canonicalNumber(number);
        return {};
    }

    [[nodiscard]] Result<void> writeText(const std::string &text)
    {
        const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
        if (!bytes.isValidUtf8())
            return noForm(u"text that is no UTF-8"_s);
        m_text += '"';
        qsizetype done = 0;
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const char c = bytes.at(i);
            if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\')
                continue;
            m_text.append(bytes.data() + done, i - done);
            writeEscape(c);
            done = i + 1;
        }
        m_text.append(bytes.data() + done, bytes.size() - done);
        m_text += '"';
        return {};
    }

    void writeEscape(char c)
    {
        switch (c) {
        case '"':
            m_text += "\\\"";
            return;
        case '\\':
            m_text += "\\\\";
            return;
        case '\b':
            m_text += "\\b";
            return;
        case '\t':
            m_text += "\\t";
            return;
        case '\n':
            m_text += "\\n";
            return;
        case '\f':
            m_text += "\\f";
            return;
        case '\r':
            m_text += "\\r";
            return;
        default:
            m_text += "\\u00" + QByteArray(1, c).toHex();
        }
    }

    [[nodiscard]] Result<void> writeArray(const Json &array, int depth)
    {
        m_text += '[';
        bool isFirst = true;
        for (const Json &element : array) {
            if (!std::exchange(isFirst, false))
                m_text += ',';
            if (const Result<void> done = write(element, depth + 1); !done)
                return done;
        }
        m_text += ']';
        return {};
    }

    [[nodiscard]] Result<void> writeObject(const Json &object, int depth)
    {
        using Member = const Json::object_t::value_type *;
        const auto &map = object.get_ref<const Json::object_t &>();
        std::vector<Member> members;
        members.reserve(map.size());
        bool isSorted = true;
        for (const auto &member : map) {
            members.push_back(&member);
            isSorted = isSorted && !sortsDifferently(member.first);
        }
        if (!isSorted) {
            std::sort(members.begin(), members.end(),
                      [](Member a, Member b) { return isBeforeInUtf16(a->first, b->first); });
        }
        m_text += '{';
        bool isFirst = true;
        for (const Member member : members) {
            if (!std::exchange(isFirst, false))
                m_text += ',';
            if (const Result<void> done = writeText(member->first); !done)
                return done;
            m_text += ':';
            if (const Result<void> done = write(member->second, depth + 1); !done)
                return done;
        }
        m_text += '}';
        return {};
    }

    QByteArray m_text;
};

} // namespace

QByteArray canonicalNumber(double number)
{
    Q_ASSERT(std::isfinite(number));
    if (number == 0)
        return "0";
    // The shortest digits that read back as the same number; only their layout differs from ours.
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(number),
                                   std::chars_format::scientific);
    const QByteArray scientific(buffer.data(), static_cast<qsizetype>(end.ptr - buffer.data()));
    const qsizetype mark = scientific.indexOf('e');
    QByteArray digits = scientific.left(mark);
    digits.replace(".", "");
    const int point = scientific.mid(mark + 1).toInt() + 1; // digits in front of the point
    const auto count = static_cast<int>(digits.size());
    const QByteArray sign = number < 0 ? "-" : "";
    if (count <= point && point <= LongestPlain)
        return sign + digits + QByteArray(point - count, '0');
    if (0 < point && point <= LongestPlain)
        return sign + digits.left(point) + '.' + digits.mid(point);
    if (-MostLeadingZeros < point && point <= 0)
        return sign + "0." + QByteArray(-point, '0') + digits;
    const QByteArray exponent =
        (point - 1 < 0 ? "e-" : "e+") + QByteArray::number(std::abs(point - 1));
    if (count == 1)
        return sign + digits + exponent;
    return sign + digits.left(1) + '.' + digits.mid(1) + exponent;
}

Result<QByteArray> canonicalJson(const Json &value)
{
    Writer writer;
    if (const Result<void> done = writer.write(value, 0); !done)
        return done.error();
    return writer.take();
}

Result<Json> parseUniqueJson(QByteArrayView text, const JsonLimits &limits)
{
    Result<Json> parsed = parseJson(text, limits);
    if (!parsed)
        return parsed;
    std::vector<std::set<std::string>> open;
    bool isTwice = false;
    const auto look = [&](int, Json::parse_event_t event, Json &value) {
        if (event == Json::parse_event_t::object_start)
            open.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            open.pop_back();
        else if (event == Json::parse_event_t::key)
            isTwice |= !open.back().insert(value.get<std::string>()).second;
        return true;
    };
    // It has been parsed before, so it cannot throw.
    const Json again = Json::parse(text.begin(), text.end(), look);
    if (isTwice || again.is_discarded())
        return Error{Error::Kind::Protocol, u"JSON: an object says a name twice"_s};
    return parsed;
}

} // namespace kagura
