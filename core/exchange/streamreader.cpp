// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/streamreader.h"

#include <QMetaType>
#include <QStringList>

#include <bit>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr quint32 NoLength = 0xffffffff; // of a null text or array
constexpr int ValueDepth = 16;

} // namespace

quint64 StreamReader::number(int width)
{
    if (!m_isGood || m_bytes.size() - m_at < width) {
        fail();
        return 0;
    }
    quint64 value = 0;
    for (int i = 0; i < width; ++i)
        value = value << 8 | static_cast<quint8>(m_bytes.at(m_at + i));
    m_at += width;
    return value;
}

QByteArray StreamReader::bytes()
{
    const auto length = static_cast<quint32>(number(4));
    if (!m_isGood || length == NoLength)
        return {};
    if (length > static_cast<quint64>(m_bytes.size() - m_at)) {
        fail();
        return {};
    }
    const QByteArray read = m_bytes.sliced(m_at, length).toByteArray();
    m_at += length;
    return read;
}

QString StreamReader::text()
{
    const QByteArray units = bytes();
    if (units.size() % 2 != 0) {
        fail();
        return {};
    }
    QString read(units.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < read.size(); ++i)
        read[i] = QChar(static_cast<char16_t>(static_cast<quint8>(units.at(2 * i)) << 8
                                              | static_cast<quint8>(units.at(2 * i + 1))));
    return read;
}

QString StreamReader::value(int depth)
{
    const auto type = static_cast<quint32>(number(4));
    const bool isNull = flag();
    if (!m_isGood || depth > ValueDepth) {
        fail();
        return {};
    }
    QStringList items;
    switch (type) {
    case QMetaType::UnknownType:
        return {};
    case QMetaType::Bool:
        return flag() ? u"true"_s : u"false"_s;
    case QMetaType::Int:
        return QString::number(int32());
    case QMetaType::UInt:
        return QString::number(static_cast<quint32>(number(4)));
    case QMetaType::LongLong:
        return QString::number(int64());
    case QMetaType::ULongLong:
        return QString::number(number(8));
    case QMetaType::Double:
        return QString::number(std::bit_cast<double>(number(8)), 'g', 17);
    case QMetaType::QString: {
        const QString read = text();
        return isNull ? QString() : read;
    }
    case QMetaType::QByteArray:
        return QString::fromUtf8(bytes());
    case QMetaType::QStringList:
        for (qint64 left = count(4); m_isGood && left > 0; --left)
            items.append(text());
        return items.join(u", "_s);
    case QMetaType::QVariantList:
        for (qint64 left = count(4); m_isGood && left > 0; --left)
            items.append(value(depth + 1));
        return items.join(u", "_s);
    case QMetaType::QVariantMap:
        for (qint64 left = count(4); m_isGood && left > 0; --left) {
            const QString key = text();
            items.append(u"%1: %2"_s.arg(key, value(depth + 1)));
        }
        return items.join(u", "_s);
    default:
        fail();
        return {};
    }
}

qint64 StreamReader::count(int width)
{
    const qint64 elements = width == 4 ? int32() : int64();
    if (elements < 0 || elements > m_bytes.size() - m_at) {
        fail();
        return 0;
    }
    return elements;
}

void StreamReader::skip(qint64 size)
{
    if (!m_isGood || size < 0 || size > m_bytes.size() - m_at)
        fail();
    else
        m_at += size;
}

} // namespace kagura
