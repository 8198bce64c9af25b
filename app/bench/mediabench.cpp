// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/mediabench.h"

#include "core/media/attachmentloader.h"
#include "core/media/attachmentreader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int Repeats = 5;

template <typename Work>
double took(Work &&work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return Milliseconds(std::chrono::steady_clock::now() - start).count();
}

//! A picture that no encoder can make short work of: soft shades with some grain, as a photo has.
QImage photo(int width, int height, quint32 seed)
{
    QImage image(width, height, QImage::Format_RGB32);
    QRandomGenerator random(seed);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const int grain = static_cast<int>(random.generate() & 15U);
            const auto shade = [grain](int value) {
                return static_cast<QRgb>((value + grain) & 0xFF);
            };
            line[x] =
                0xFF000000U | shade(x / 16) << 16U | shade(y / 16) << 8U | shade((x + y) / 32);
        }
    }
    return image;
}

QByteArray pdf(int pages)
{
    QByteArray kids;
    QByteArray objects;
    for (int i = 0; i < pages; ++i) {
        const QByteArray page = QByteArray::number(4 + 2 * i);
        const QByteArray content = QByteArray::number(5 + 2 * i);
        QByteArray lines = "BT /F1 10 Tf 14 TL 50 800 Td ";
        for (int line = 0; line < 50; ++line)
            lines += "(Line " + QByteArray::number(line)
                + " of a page that holds as many words as one does) ' ";
        lines += "ET";
        kids += page + " 0 R ";
        objects += page + " 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents "
            + content + " 0 R/Resources<</Font<</F1 3 0 R>>>>>> endobj\n" + content
            + " 0 obj <</Length " + QByteArray::number(lines.size()) + ">> stream\n" + lines
            + "\nendstream endobj\n";
    }
    return "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids["
        + kids + "]/Count " + QByteArray::number(pages)
        + ">> endobj\n3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n" + objects
        + "trailer <</Root 1 0 R>>\n%%EOF\n";
}

QList<AttachmentSource> writeFiles(const QDir &folder)
{
    QList<AttachmentSource> sources;
    const auto write = [&](const QString &name, const QByteArray &data) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(data);
        sources.append(AttachmentSource::fromFile(file.fileName()));
    };
    const auto encoded = [](const QImage &image, const char *format) {
        QByteArray data;
        QBuffer buffer(&data);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return data;
    };
    for (quint32 i = 0; i < 4; ++i)
        write(u"photo%1.jpg"_s.arg(i), encoded(photo(4000, 3000, i), "jpeg"));
    for (quint32 i = 0; i < 2; ++i)
        write(u"screen%1.png"_s.arg(i), encoded(photo(1920, 1080, 10 + i), "png"));
    for (int i = 0; i < 2; ++i)
        write(u"paper%1.pdf"_s.arg(i), pdf(60));
    write(u"log.txt"_s, QByteArray("2026-01-01 12:00:00 something happened\n").repeated(40'000));
    write(u"old.csv"_s,
          QByteArray("M\xFCller;Stra\xDF"
                     "e 5;M\xFCnchen\n")
              .repeated(40'000));
    return sources;
}

double readAtOnce(const QList<AttachmentSource> &sources)
{
    return took([&] {
        const std::unique_ptr<AttachmentReply> reply = AttachmentLoader().load(sources);
        QObject::connect(reply.get(), &Handle::finished, QCoreApplication::instance(),
                         &QCoreApplication::quit);
        QCoreApplication::exec();
    });
}

double readOne(const AttachmentSource &source)
{
    return took([&] {
        ReadProgress progress;
        const Result<Attachment> attachment = readAttachment(source, MediaLimits{}, progress);
        if (!attachment)
            qFatal("%s", qPrintable(attachment.error().message));
    });
}

} // namespace

QList<Figure> benchMedia()
{
    const QTemporaryDir folder;
    const QList<AttachmentSource> sources = writeFiles(QDir(folder.path()));
    QList<double> sequential;
    QList<double> parallel;
    QList<double> longest;
    for (int i = 0; i <= Repeats; ++i) { // in turn, so that a busy moment hits both
        double all = 0;
        double most = 0;
        for (const AttachmentSource &source : sources) {
            const double one = readOne(source);
            all += one;
            most = std::max(most, one);
        }
        const double atOnce = readAtOnce(sources);
        if (i == 0)
            continue; // it filled the caches
        sequential.append(all);
        longest.append(most);
        parallel.append(atOnce);
    }
    Figure figure;
    figure.name = u"ten files at once"_s;
    figure.unit = u"ms"_s;
    figure.value = median(parallel);
    figure.floor = median(sequential);
    figure.floorName = u"one after the other"_s;
    Figure alone;
    alone.name = u"the longest of them alone"_s;
    alone.unit = u"ms"_s;
    alone.value = median(longest);
    return {figure, alone};
}

} // namespace kagura::bench
