// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <simdjson.h>
#include <string>

namespace kagura {

//! A value inside a parsed event, or nothing: asking an absent value for a member gives an absent one,
//! so that foreign JSON is read without a check at every step and without an exception.
//!
//! Thread: that of its parser. Lifetime: until the parser reads the next text. Errors: none.
class JsonView
{
public:
    JsonView() = default;
    explicit JsonView(simdjson::dom::element element)
        : m_element(element)
    {}

    [[nodiscard]] JsonView operator[](const char *key) const;
    [[nodiscard]] JsonView at(std::size_t index) const; //!< of an array

    [[nodiscard]] bool isObject() const { return m_element && m_element->is_object(); }
    [[nodiscard]] bool isArray() const { return m_element && m_element->is_array(); }
    [[nodiscard]] bool isString() const { return m_element && m_element->is_string(); }
    [[nodiscard]] bool isTrue() const;
    [[nodiscard]] bool exists() const
    {
        return m_element && !m_element->is_null();
    } //!< neither absent nor null

    [[nodiscard]] QString text() const; //!< of a string; else empty
    [[nodiscard]] QByteArray bytes() const; //!< of a string; else empty
    [[nodiscard]] std::optional<qint64> integer() const; //!< of a whole number
    [[nodiscard]] QByteArray json() const; //!< the value, compact

    template <typename OnElement>
    void forEach(OnElement &&onElement) const
    {
        simdjson::dom::array array;
        if (!m_element || m_element->get_array().get(array) != simdjson::SUCCESS)
            return;
        for (const simdjson::dom::element element : array)
            onElement(JsonView(element));
    }

private:
    std::optional<simdjson::dom::element> m_element;
};

//! Parses one event after the other and keeps its memory.
//!
//! Bytes that are no UTF-8 and halves of surrogate pairs, both of which real servers send, are replaced
//! by U+FFFD rather than refused.
class JsonEventParser
{
public:
    //! An absent view where the text is no JSON, or nested deeper than 256.
    [[nodiscard]] JsonView parse(QByteArrayView text);

private:
    [[nodiscard]] JsonView parseExact(QByteArrayView text);

    simdjson::dom::parser m_parser;
    std::string m_padded;
};

} // namespace kagura
