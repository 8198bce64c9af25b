// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/imagepreparation.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int JpegQuality = 88;
constexpr int PngQuality = 70; // of the compression: hardly larger, and a third of the time

Error refuse(const QString &why)
{
    return {Error::Kind::BadRequest, why};
}

QString tooManyPixels(const QSize &size, const MediaLimits &limits)
{
    return u"%1 × %2 pixels are more than the %3 million that are read"_s.arg(size.width())
        .arg(size.height())
        .arg(limits.imagePixels / 1'000'000);
}

bool isTooLarge(const QSize &size, const MediaLimits &limits)
{
    return qint64(size.width()) * size.height() > limits.imagePixels;
}

QSize fitted(const QSize &size, int edge)
{
    if (std::max(size.width(), size.height()) <= edge)
        return size;
    return size.scaled(edge, edge, Qt::KeepAspectRatio).expandedTo({1, 1});
}

//! Pixels and nothing else: a QImage carries texts and profiles that the writers would write.
QImage bare(QImage image)
{
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    const QImage pixels(image.constBits(), image.width(), image.height(), image.bytesPerLine(),
                        image.format());
    return pixels.copy();
}

bool hasTransparency(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    for (int y = 0; y < image.height(); ++y) {
        const QRgb *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb pixel) { return qAlpha(pixel) < 255; }))
            return true;
    }
    return false;
}

QByteArray encode(const QImage &image, const QByteArray &format)
{
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(format == "jpeg" ? JpegQuality : PngQuality);
    if (!writer.write(image))
        return {};
    return data;
}

Result<PreparedImage> finish(const QImage &decoded, bool isPhoto, const MediaLimits &limits)
{
    QImage image = bare(decoded);
    const QSize size = fitted(image.size(), limits.longestEdge);
    if (size != image.size())
        image = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (image.isNull())
        return refuse(u"there is not enough memory for the picture"_s);
    PreparedImage prepared;
    prepared.pixels = image.size();
    const bool isTransparent = hasTransparency(image);
    if (!isPhoto || isTransparent) {
        prepared.data = encode(image, "png");
        prepared.mimeType = u"image/png"_s;
    }
    if (prepared.data.isEmpty() || (!isTransparent && prepared.data.size() > limits.pngBytes)) {
        prepared.data = encode(image, "jpeg");
        prepared.mimeType = u"image/jpeg"_s;
    }
    if (prepared.data.isEmpty())
        return refuse(u"the picture could not be encoded"_s);
    prepared.preview = image.scaled(fitted(image.size(), limits.previewEdge), Qt::IgnoreAspectRatio,
                                    Qt::SmoothTransformation);
    return prepared;
}

} // namespace

QByteArray imageFormatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "webp";
    // "BM" begins many a text: the size field and the four reserved bytes decide.
    if (bytes.startsWith("BM") && bytes.size() > 26 && bytes.mid(6, 4) == QByteArray(4, '\0'))
        return "bmp";
    if (bytes.startsWith("II*" + QByteArray(1, '\0')) || bytes.startsWith(QByteArray("MM\0*", 4)))
        return "tiff";
    return {};
}

Result<PreparedImage> prepareImage(const QByteArray &bytes,
                                   const QByteArray &format,
                                   const MediaLimits &limits)
{
    if (!QImageReader::supportedImageFormats().contains(format))
        return refuse(
            u"Qt has no decoder for %1 here; install its image format plugins, or convert it to PNG"_s
                .arg(QString::fromLatin1(format.toUpper())));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false); // or a plugin of its choice, SVG's among them, reads it
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid()) {
        if (isTooLarge(size, limits))
            return refuse(tooManyPixels(size, limits));
        const QSize wanted = fitted(size, limits.longestEdge);
        if (format == "jpeg" && wanted != size)
            reader.setScaledSize(wanted); // libjpeg never unfolds the whole
    }
    const QImage image = reader.read();
    if (image.isNull())
        return refuse(u"the picture is damaged: %1"_s.arg(reader.errorString()));
    if (isTooLarge(image.size(), limits))
        return refuse(tooManyPixels(image.size(), limits));
    return finish(image, format == "jpeg", limits);
}

Result<PreparedImage> prepareImage(const QImage &image, const MediaLimits &limits)
{
    if (image.isNull())
        return refuse(u"the picture is empty"_s);
    if (isTooLarge(image.size(), limits))
        return refuse(tooManyPixels(image.size(), limits));
    return finish(image, false, limits);
}

QSize imageSizeOf(const QByteArray &bytes)
{
    const QByteArray format = imageFormatOf(bytes);
    if (format.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    return reader.size();
}

QImage previewOf(const QByteArray &bytes, const MediaLimits &limits)
{
    const QSize size = imageSizeOf(bytes);
    if (!size.isValid() || isTooLarge(size, limits))
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, imageFormatOf(bytes));
    reader.setAutoDetectImageFormat(false);
    reader.setScaledSize(fitted(size, limits.previewEdge));
    const QImage image = reader.read();
    return image.isNull() ? image : bare(image);
}

} // namespace kagura
