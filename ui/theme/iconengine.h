// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIconEngine>
#include <QString>

namespace kagura {

//! Draws one of our own SVGs in one colour, from its lines at whatever size is asked for. The files are
//! drawn with the word "currentColor".
//!
//! Thread: the GUI thread. Lifetime: QIcon's. Errors: a file that is not there draws nothing.
class IconEngine final : public QIconEngine
{
public:
    struct Colors
    {
        QColor off; //!< the usual one
        QColor on; //!< of a button that is checked
        QColor disabled;
    };

    IconEngine(const QString &path, const Colors &colors);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] bool isNull() override;

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode, QIcon::State state) const;

    QString m_path;
    Colors m_colors;
};

} // namespace kagura
