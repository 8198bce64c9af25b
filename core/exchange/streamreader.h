// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace kagura {

//! Reads what a QDataStream of Qt 5.14 to 6.6 has written, without trusting it: no length is believed
//! before the bytes are there, and no type is made by its name.
//!
//! After the first failure everything reads as empty, and isGood() is false: callers ask once, in loops
//! at each turn.
//!
//! Thread: a value. Lifetime: looks into the bytes. Errors: isGood().
//! Source: Qt's "Serializing Qt Data Types".
class StreamReader final
{
public:
    explicit StreamReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }

    [[nodiscard]] bool flag() { return number(1) != 0; }
    [[nodiscard]] qint32 int32() { return static_cast<qint32>(number(4)); }
    [[nodiscard]] qint64 int64() { return static_cast<qint64>(number(8)); }
    [[nodiscard]] QByteArray bytes();
    [[nodiscard]] QString text();
    //! A QVariant with a number, a text, or a list or map of them, in words.
    [[nodiscard]] QString value(int depth = 0);
    //! How many elements follow; more than there are bytes for is a failure.
    [[nodiscard]] qint64 count(int width);
    void skip(qint64 size);
    //! What was read makes no sense: nothing after it can be right.
    void fail() { m_isGood = false; }

private:
    [[nodiscard]] quint64 number(int width);

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_isGood = true;
};

} // namespace kagura
