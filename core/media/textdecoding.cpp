// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/textdecoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype SampleBytes = 64 * 1024;

// Windows-1252 from 0x80 to 0x9F; 0: not assigned.
constexpr std::array<char16_t, 32> Western = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

//! Terminal output and old printer files have escapes, bells and form feeds; hardly anything else.
bool isControl(char16_t unit)
{
    return (unit < 0x20 && unit != u'\t' && unit != u'\n' && unit != u'\r' && unit != u'\f'
            && unit != 0x1B && unit != 0x07 && unit != 0x08)
        || unit == 0x7F;
}

//! Text has almost no control characters, and never the one that is zero.
bool readsAsText(QStringView text)
{
    if (!text.isValidUtf16())
        return false;
    qsizetype controls = 0;
    for (const QChar unit : text) {
        if (unit.isNull())
            return false;
        controls += isControl(unit.unicode()) ? 1 : 0;
    }
    return controls * 200 <= text.size();
}

std::optional<DecodedText> decodeAs(QStringConverter::Encoding encoding,
                                    const QString &name,
                                    const QByteArray &bytes)
{
    // Qt 6.4 says nothing of half a unit at the end.
    const bool isWide =
        encoding == QStringConverter::Utf32LE || encoding == QStringConverter::Utf32BE;
    if (encoding != QStringConverter::Utf8 && bytes.size() % (isWide ? 4 : 2) != 0)
        return std::nullopt;
    QStringDecoder decode(encoding, QStringConverter::Flag::Stateless);
    QString text = decode(bytes);
    if (decode.hasError() || !readsAsText(text))
        return std::nullopt;
    return DecodedText{std::move(text), name};
}

//! Plain characters in UTF-16 leave every second byte zero, and the others hardly ever.
std::optional<DecodedText> decodeUnmarkedUtf16(const QByteArray &bytes)
{
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return std::nullopt;
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    const qsizetype sampled = std::min(bytes.size(), SampleBytes);
    for (qsizetype i = 0; i < sampled; ++i)
        (i % 2 == 0 ? evenZeros : oddZeros) += bytes.at(i) == 0 ? 1 : 0;
    const qsizetype many = sampled / 2 * 3 / 10;
    if (oddZeros > many && evenZeros * 20 < oddZeros)
        return decodeAs(QStringConverter::Utf16LE, u"UTF-16LE"_s, bytes);
    if (evenZeros > many && oddZeros * 20 < evenZeros)
        return decodeAs(QStringConverter::Utf16BE, u"UTF-16BE"_s, bytes);
    return std::nullopt;
}

std::optional<DecodedText> decodeWestern(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    bool isLatin = true;
    for (QChar &unit : text) {
        if (unit.unicode() < 0x80 || unit.unicode() > 0x9F)
            continue;
        const char16_t meant = Western.at(unit.unicode() - 0x80U);
        if (meant == 0)
            return std::nullopt;
        unit = QChar(meant);
        isLatin = false;
    }
    if (!readsAsText(text))
        return std::nullopt;
    return DecodedText{std::move(text), isLatin ? u"ISO-8859-1"_s : u"Windows-1252"_s};
}

} // namespace

Result<DecodedText> decodeText(const QByteArray &bytes)
{
    const Error refused{Error::Kind::BadRequest, u"neither a picture, nor a PDF, nor text"_s};
    // A file with a byte order mark is what the mark says, or nothing.
    if (const auto marked = QStringConverter::encodingForData(bytes)) {
        const QString name = QString::fromLatin1(QStringConverter::nameForEncoding(*marked));
        std::optional<DecodedText> text = decodeAs(*marked, name, bytes);
        return text ? Result<DecodedText>(*std::move(text)) : refused;
    }
    if (std::optional<DecodedText> text = decodeAs(QStringConverter::Utf8, u"UTF-8"_s, bytes))
        return *std::move(text);
    if (std::optional<DecodedText> text = decodeUnmarkedUtf16(bytes))
        return *std::move(text);
    if (std::optional<DecodedText> text = decodeWestern(bytes))
        return *std::move(text);
    return refused;
}

} // namespace kagura
