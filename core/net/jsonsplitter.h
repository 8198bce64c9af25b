// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace kagura {

//! The objects of a JSON array, or of a row of objects, one by one as they become complete; what stands
//! between them is passed over. Knows just enough of JSON for that: nesting and strings.
//!
//! Thread: one at a time, any. Lifetime: one stream. Errors: isOverlong().
class JsonSplitter
{
public:
    explicit JsonSplitter(qsizetype maxObjectBytes)
        : m_maxObjectBytes(maxObjectBytes)
    {}

    //! Calls onObject(QByteArrayView) for each object that bytes complete, as long as it answers true.
    template <typename OnObject>
    void feed(QByteArrayView bytes, OnObject &&onObject)
    {
        qsizetype start = m_depth > 0 ? 0 : -1;
        for (qsizetype i = 0; i < bytes.size() && !m_isOverlong; ++i) {
            const bool wasOutside = m_depth == 0;
            step(bytes[i]);
            if (wasOutside && m_depth == 1)
                start = i;
            if (wasOutside || m_depth > 0)
                continue;
            const QByteArrayView piece = bytes.sliced(start, i + 1 - start);
            start = -1;
            if (!finishObject(piece, onObject))
                return;
        }
        if (start >= 0)
            keep(bytes.sliced(start));
    }

    //! An object has begun and not ended.
    [[nodiscard]] bool isInside() const { return m_depth > 0; }
    [[nodiscard]] bool isOverlong() const { return m_isOverlong; }

private:
    //! Brackets outside an object belong to the array around it.
    void step(char c)
    {
        if (m_isInString) {
            if (m_isEscaped)
                m_isEscaped = false;
            else if (c == '\\')
                m_isEscaped = true;
            else if (c == '"')
                m_isInString = false;
        } else if (c == '{') {
            ++m_depth;
        } else if (m_depth > 0 && c == '"') {
            m_isInString = true;
        } else if (m_depth > 0 && c == '}') {
            --m_depth;
        }
    }

    template <typename OnObject>
    bool finishObject(QByteArrayView piece, OnObject &&onObject)
    {
        if (m_open.isEmpty())
            return onObject(piece);
        keep(piece);
        if (m_isOverlong)
            return false;
        const bool goesOn = onObject(QByteArrayView(m_open));
        m_open.resize(0);
        return goesOn;
    }

    void keep(QByteArrayView piece)
    {
        if (m_open.size() + piece.size() > m_maxObjectBytes)
            m_isOverlong = true;
        else
            m_open.append(piece);
    }

    QByteArray m_open;
    qsizetype m_maxObjectBytes;
    int m_depth = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
    bool m_isOverlong = false;
};

} // namespace kagura
