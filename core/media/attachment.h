// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <cstdint>

namespace kagura {

//! A file that was read and prepared to go along with a message.
struct Attachment
{
    enum class Kind : std::uint8_t { Image, Pdf, Text };

    Kind kind = Kind::Text;
    QString name = {};
    QByteArray data = {}; //!< of pictures: encoded anew, so without the metadata of the original
    QString mimeType = {}; //!< of data
    QSize pixels = {}; //!< of data
    QImage preview = {}; //!< of pictures: a small copy
    QString text = {}; //!< of all others
    int pages = 0; //!< of PDF
    QString encoding = {}; //!< of text files, as it was found: "UTF-8", "Windows-1252"
    qint64 sourceBytes = 0; //!< size of the original

    bool operator==(const Attachment &) const = default;
};

//! What is to become one: a file, or bytes or a picture that never were in a file.
struct AttachmentSource
{
    QString name = {}; //!< as shown; empty: that of the file
    QString path = {}; //!< empty: data or image is it
    QByteArray data = {};
    QImage image = {}; //!< not null: it is this, and neither path nor data

    [[nodiscard]] static AttachmentSource fromFile(const QString &path);

    bool operator==(const AttachmentSource &) const = default;
};

} // namespace kagura
