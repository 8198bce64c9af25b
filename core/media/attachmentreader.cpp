// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/attachmentreader.h"

#include "core/media/imagepreparation.h"
#include "core/media/pdfreader.h"
#include "core/media/textdecoding.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype PdfHeaderWithin =
    1024; // bytes; readers accept a header that comes a little late
constexpr qint64 ChunkBytes = 1024 * 1024;

Error refuse(const QString &why)
{
    return {Error::Kind::BadRequest, why};
}

Error cancelled()
{
    return {Error::Kind::Cancelled, u"reading was stopped"_s};
}

QString tooLarge(const MediaLimits &limits)
{
    return u"larger than the %1 MiB that are read"_s.arg(limits.fileBytes / (1024 * 1024));
}

//! Reads on to the end, whatever size was told: devices and pipes tell none.
Result<QByteArray> readFile(const QString &path, const MediaLimits &limits, ReadProgress &progress)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refuse(u"there is no such file"_s);
    if (info.isDir())
        return refuse(u"a folder; choose the files in it"_s);
    if (!info.isFile())
        return refuse(u"not a file, but a device or pipe"_s);
    if (info.size() > limits.fileBytes)
        return refuse(tooLarge(limits));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Storage, u"it cannot be read: %1"_s.arg(file.errorString())};
    QByteArray bytes;
    bytes.reserve(info.size());
    while (!file.atEnd()) {
        if (progress.isCancelled)
            return cancelled();
        const QByteArray piece = file.read(ChunkBytes);
        if (piece.isEmpty())
            break;
        bytes += piece;
        if (bytes.size() > limits.fileBytes)
            return refuse(tooLarge(limits));
    }
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Kind::Storage, u"it cannot be read: %1"_s.arg(file.errorString())};
    return bytes;
}

Result<Attachment> fromImage(Attachment attachment, Result<PreparedImage> prepared)
{
    if (!prepared)
        return prepared.error();
    attachment.kind = Attachment::Kind::Image;
    attachment.data = prepared->data;
    attachment.mimeType = prepared->mimeType;
    attachment.pixels = prepared->pixels;
    attachment.preview = prepared->preview;
    return attachment;
}

Result<Attachment> fromPdf(Attachment attachment, Result<PdfText> pdf)
{
    if (!pdf)
        return pdf.error();
    attachment.kind = Attachment::Kind::Pdf;
    attachment.text = pdf->text;
    attachment.pages = pdf->pages;
    return attachment;
}

Result<Attachment> fromText(Attachment attachment,
                            Result<DecodedText> decoded,
                            const MediaLimits &limits)
{
    if (!decoded)
        return decoded.error();
    if (decoded->text.size() > limits.textLength)
        return refuse(u"it has more than the %1 characters that are read"_s.arg(limits.textLength));
    attachment.kind = Attachment::Kind::Text;
    attachment.text = decoded->text;
    attachment.encoding = decoded->encoding;
    return attachment;
}

} // namespace

Result<Attachment> readAttachment(const AttachmentSource &source,
                                  const MediaLimits &limits,
                                  ReadProgress &progress)
{
    if (progress.isCancelled)
        return cancelled();
    Attachment attachment;
    attachment.name = source.name.isEmpty() ? QFileInfo(source.path).fileName() : source.name;
    if (!source.image.isNull()) {
        attachment.sourceBytes = source.image.sizeInBytes();
        return fromImage(attachment, prepareImage(source.image, limits));
    }
    Result<QByteArray> read = source.path.isEmpty() ? Result<QByteArray>(source.data)
                                                    : readFile(source.path, limits, progress);
    if (!read)
        return read.error();
    const QByteArray bytes = std::move(read).value();
    if (bytes.isEmpty())
        return refuse(u"the file is empty"_s);
    if (bytes.size() > limits.fileBytes)
        return refuse(tooLarge(limits));
    progress.permille = 100;
    attachment.sourceBytes = bytes.size();
    const QByteArray format = imageFormatOf(bytes);
    if (!format.isEmpty())
        return fromImage(attachment, prepareImage(bytes, format, limits));
    if (bytes.left(PdfHeaderWithin).contains("%PDF-"))
        return fromPdf(attachment, readPdf(bytes, limits, progress));
    return fromText(attachment, decodeText(bytes), limits);
}

} // namespace kagura
