// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/foreigntext.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr double Earliest = 631'152'000'000.0; // 1990, in milliseconds
constexpr double Latest = 7'258'118'400'000.0; // 2200

QDateTime atMilliseconds(double milliseconds)
{
    if (!(milliseconds >= Earliest && milliseconds <= Latest))
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::llround(milliseconds), QTimeZone::utc());
}

std::optional<double> numberOf(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    bool isNumber = false;
    const double number = toQString(value).toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

QDateTime foreignSeconds(const Json &value)
{
    const std::optional<double> number = numberOf(value);
    return number ? atMilliseconds(*number * 1000) : foreignIsoTime(value);
}

QDateTime foreignMilliseconds(const Json &value)
{
    const std::optional<double> number = numberOf(value);
    return number ? atMilliseconds(*number) : foreignIsoTime(value);
}

QDateTime foreignIsoTime(const Json &value)
{
    const QDateTime time = QDateTime::fromString(toQString(value), Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    return atMilliseconds(static_cast<double>(time.toMSecsSinceEpoch()));
}

std::optional<ImagePart> foreignImage(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return ImagePart{bytes, u"image/png"_s};
    if (bytes.startsWith("\xff\xd8\xff"))
        return ImagePart{bytes, u"image/jpeg"_s};
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return ImagePart{bytes, u"image/gif"_s};
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return ImagePart{bytes, u"image/webp"_s};
    return std::nullopt;
}

std::optional<ImagePart> foreignDataUrl(const QString &url)
{
    if (!url.startsWith("data:image/"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    const qsizetype comma = url.indexOf(u',');
    if (comma < 0 || !url.left(comma).endsWith(";base64"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    return foreignImage(QByteArray::fromBase64(QStringView(url).mid(comma + 1).toLatin1()));
}

QString fenced(const QString &body, const QString &language)
{
    static const QRegularExpression ticks(u"`{3,}"_s);
    qsizetype longest = 2;
    QRegularExpressionMatchIterator found = ticks.globalMatch(body);
    while (found.hasNext())
        longest = std::max(longest, found.next().capturedLength());
    const QString fence(longest + 1, u'`');
    const QString ending = body.endsWith(u'\n') ? QString() : u"\n"_s;
    return fence + language.section(u'\n', 0, 0).remove(u'`') + u'\n' + body + ending + fence;
}

QString toolNote(const QString &title, const QString &body, const QString &language)
{
    if (body.trimmed().isEmpty())
        return {};
    return u"*%1*\n\n"_s.arg(title.simplified()) + fenced(body, language);
}

QString paragraphs(const QStringList &texts)
{
    QStringList kept;
    for (const QString &text : texts) {
        if (!text.trimmed().isEmpty())
            kept.append(text);
    }
    return kept.join(u"\n\n"_s);
}

QList<MessagePart> partsOf(const QList<ImagePart> &images, const QString &text)
{
    QList<MessagePart> parts;
    for (const ImagePart &image : images)
        parts.append(image);
    if (!parts.isEmpty() && !text.isEmpty())
        parts.append(TextPart{text});
    return parts;
}

QString contentId(const Json &conversation)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(dumpJson(conversation), QCryptographicHash::Sha256).toHex());
}

QString readable(const Json &value)
{
    if (value.is_string())
        return toQString(value);
    if (value.is_null())
        return {};
    return QString::fromStdString(value.dump(2, ' ', false, Json::error_handler_t::replace));
}

} // namespace kagura
