// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/attachment.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QStringDecoder>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 LimitBytes = 20LL * 1024 * 1024;

Error refuse(const QString &path, const QString &why)
{
    return {Error::Kind::BadRequest, u"%1: %2"_s.arg(path, why)};
}

} // namespace

Result<MessagePart> readAttachment(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return refuse(path, u"there is no such file"_s);
    if (info.size() > LimitBytes)
        return refuse(path, u"larger than 20 MiB"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(path, file.errorString());
    const QByteArray data = file.readAll();

    const QString type = QMimeDatabase().mimeTypeForData(data).name();
    if (type == "image/png"_L1 || type == "image/jpeg"_L1 || type == "image/gif"_L1
        || type == "image/webp"_L1)
        return MessagePart(ImagePart{data, type});

    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(data);
    if (decode.hasError() || text.contains(QChar::Null))
        return refuse(path, u"neither an image (PNG, JPEG, GIF, WebP) nor UTF-8 text"_s);
    return MessagePart(TextPart{u"File %1:\n%2\n"_s.arg(info.fileName(), text)});
}

} // namespace kagura
