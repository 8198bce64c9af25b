// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QStringList>

namespace kagura::test {

//! Left half one colour, right half another, so that turning and mirroring can be seen.
inline QImage twoHalves(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = size.width() / 2; x < size.width(); ++x)
            image.setPixelColor(x, y, Qt::blue);
    }
    return image;
}

inline QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return data;
}

//! A JPEG whose EXIF says "turn me clockwise" and where it was taken.
inline QByteArray turnedJpeg(const QImage &image)
{
    QByteArray exif("Exif\0\0", 6);
    exif += QByteArray("MM\0*\0\0\0\x08\0\x02", 10);
    exif += QByteArray("\x01\x12\0\x03\0\0\0\x01\0\x06\0\0", 12); // orientation 6
    exif += QByteArray("\x01\x0e\0\x02\0\0\0\x12\0\0\0\x26", 12); // description at 38
    exif += QByteArray("\0\0\0\0", 4);
    exif += QByteArray("GPS 35.0116 N Kyoto", 18);
    QByteArray segment("\xFF\xE1", 2);
    segment += char((exif.size() + 2) >> 8);
    segment += char((exif.size() + 2) & 0xFF);
    QByteArray jpeg = encoded(image, "jpeg");
    return jpeg.insert(2, segment + exif);
}

//! A PDF with one line of text a page; an empty line leaves the page empty.
inline QByteArray pdfOf(const QStringList &pages)
{
    QByteArray kids;
    QByteArray objects;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QByteArray page = QByteArray::number(4 + 2 * i);
        const QByteArray content = QByteArray::number(5 + 2 * i);
        const QByteArray line = pages.at(i).isEmpty()
            ? QByteArray()
            : "BT /F1 24 Tf 72 700 Td (" + pages.at(i).toLatin1() + ") Tj ET";
        kids += page + " 0 R ";
        objects += page + " 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents "
            + content + " 0 R/Resources<</Font<</F1 3 0 R>>>>>> endobj\n";
        objects += content + " 0 obj <</Length " + QByteArray::number(line.size()) + ">> stream\n"
            + line + "\nendstream endobj\n";
    }
    return "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids["
        + kids + "]/Count " + QByteArray::number(pages.size())
        + ">> endobj\n3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n" + objects
        + "trailer <</Root 1 0 R>>\n%%EOF\n";
}

} // namespace kagura::test
