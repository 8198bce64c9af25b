// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/iconengine.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace kagura {

namespace {

QByteArray drawing(const QString &path, const QColor &color)
{
    QFile file(path); // a resource: memory, not the disk
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

} // namespace

IconEngine::IconEngine(const QString &path, const QColor &color, const QColor &disabledColor)
    : m_path(path)
    , m_color(color)
    , m_disabledColor(disabledColor)
{}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    QSvgRenderer renderer(drawing(m_path, mode == QIcon::Disabled ? m_disabledColor : m_color));
    renderer.render(painter, rect);
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
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
