// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/iconengine.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QByteArray drawing(const QString &path, const QColor &color)
{
    QFile file(path); // a resource: memory, not the disk
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

} // namespace

IconEngine::IconEngine(const QString &path, const Colors &colors)
    : m_path(path)
    , m_colors(colors)
{}

QColor IconEngine::colorFor(QIcon::Mode mode, QIcon::State state) const
{
    if (mode == QIcon::Disabled)
        return m_colors.disabled;
    return state == QIcon::On ? m_colors.on : m_colors.off;
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap pixels = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    pixels.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), pixels);
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    const QColor color = colorFor(mode, state);
    const QString key =
        u"kagura%1%2/%3x%4"_s.arg(m_path, color.name()).arg(size.width()).arg(size.height());
    QPixmap pixels;
    if (QPixmapCache::find(key, &pixels))
        return pixels;
    pixels = QPixmap(size);
    pixels.fill(Qt::transparent);
    QPainter painter(&pixels);
    QSvgRenderer renderer(drawing(m_path, color));
    renderer.render(&painter, QRect(QPoint(0, 0), size));
    painter.end();
    QPixmapCache::insert(key, pixels);
    return pixels;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

bool IconEngine::isNull()
{
    return !QFile::exists(m_path);
}

} // namespace kagura
