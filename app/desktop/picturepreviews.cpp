// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/picturepreviews.h"

#include "core/async/runthen.h"
#include "core/media/imagepreparation.h"

#include <utility>

namespace kagura {

namespace {

constexpr qsizetype KeptBytes = 24 * 1024 * 1024;

} // namespace

PicturePreviews::PicturePreviews(QObject *parent)
    : QObject(parent)
    , m_kept(KeptBytes)
{}

QImage PicturePreviews::find(const QString &key, const ImagePart &picture)
{
    if (const QImage *kept = m_kept.object(key))
        return *kept;
    if (m_underWay.contains(key))
        return {};
    m_underWay.insert(key);
    runThen(
        this, [data = picture.data] { return previewOf(data, MediaLimits{}); },
        [this, key](const QImage &preview) {
            if (preview.isNull())
                return;
            m_underWay.remove(key);
            m_kept.insert(key, new QImage(preview), preview.sizeInBytes());
            Q_EMIT made(key, preview);
        });
    return {};
}

} // namespace kagura
