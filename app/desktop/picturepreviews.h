// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/message.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QString>

namespace kagura {

//! Small copies of the pictures of messages, made in other threads when they are first asked for.
//!
//! Thread: the GUI thread. Lifetime: the owner's. Errors: a picture that cannot be read has no copy.
class PicturePreviews final : public QObject
{
    Q_OBJECT

public:
    explicit PicturePreviews(QObject *parent = nullptr);

    //! The copy of that picture, or a null image and later a made(). The key is the picture's for ever.
    [[nodiscard]] QImage find(const QString &key, const ImagePart &picture);

Q_SIGNALS:
    void made(const QString &key, const QImage &preview);

private:
    QCache<QString, QImage> m_kept; // cost in bytes
    QSet<QString> m_underWay; // those that failed stay in it, and are not tried again
};

} // namespace kagura
