// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/jsonview.h"

#include <QRegularExpression>

#include <sstream>

namespace kagura {

namespace {

constexpr std::size_t MaxDepth = 256;

QByteArray repaired(QByteArrayView text)
{
    // A high half with no low one behind it, or a low half with no high one before it.
    static const QRegularExpression loneSurrogate(
        QStringLiteral("\\\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\\\u[dD][c-fC-F])"
                       "|(?<!\\\\u[dD][89abAB][0-9a-fA-F]{2})\\\\u[dD][c-fC-F][0-9a-fA-F]{2}"));
    QString clean = QString::fromUtf8(text);
    clean.replace(loneSurrogate, QStringLiteral("\\ufffd"));
    return clean.toUtf8();
}

} // namespace

JsonView JsonView::operator[](const char *key) const
{
    simdjson::dom::element member;
    if (!m_element || m_element->at_key(key).get(member) != simdjson::SUCCESS)
        return {};
    return JsonView(member);
}

JsonView JsonView::at(std::size_t index) const
{
    simdjson::dom::element member;
    simdjson::dom::array array;
    if (!m_element || m_element->get_array().get(array) != simdjson::SUCCESS
        || array.at(index).get(member) != simdjson::SUCCESS)
        return {};
    return JsonView(member);
}

bool JsonView::isTrue() const
{
    bool value = false;
    return m_element && m_element->get_bool().get(value) == simdjson::SUCCESS && value;
}

QString JsonView::text() const
{
    std::string_view view;
    if (!m_element || m_element->get_string().get(view) != simdjson::SUCCESS)
        return {};
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QByteArray JsonView::bytes() const
{
    std::string_view view;
    if (!m_element || m_element->get_string().get(view) != simdjson::SUCCESS)
        return {};
    return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

std::optional<qint64> JsonView::integer() const
{
    std::int64_t whole = 0;
    if (m_element && m_element->get_int64().get(whole) == simdjson::SUCCESS)
        return whole;
    double real = 0;
    if (m_element && m_element->get_double().get(real) == simdjson::SUCCESS && real >= -1e15
        && real <= 1e15 && real == static_cast<double>(static_cast<qint64>(real)))
        return static_cast<qint64>(real);
    return std::nullopt;
}

QByteArray JsonView::json() const
{
    if (!m_element)
        return {};
    std::ostringstream out;
    out << simdjson::minify(*m_element);
    return QByteArray::fromStdString(out.str());
}

JsonView JsonEventParser::parse(QByteArrayView text)
{
    const JsonView exact = parseExact(text);
    return exact.exists() ? exact : parseExact(repaired(text));
}

JsonView JsonEventParser::parseExact(QByteArrayView text)
{
    const auto size = static_cast<std::size_t>(text.size());
    if (m_parser.max_depth() != MaxDepth || m_parser.capacity() < size) {
        if (m_parser.allocate(std::max<std::size_t>(size, 64 * 1024), MaxDepth)
            != simdjson::SUCCESS)
            return {};
    }
    // The parser reads a little behind the end, so the text is copied to where there is room for that.
    if (m_padded.size() < size + simdjson::SIMDJSON_PADDING)
        m_padded.resize(size + simdjson::SIMDJSON_PADDING);
    std::copy_n(text.data(), size, m_padded.data());
    simdjson::dom::element root;
    if (m_parser.parse(m_padded.data(), size, false).get(root) != simdjson::SUCCESS)
        return {};
    return JsonView(root);
}

} // namespace kagura
