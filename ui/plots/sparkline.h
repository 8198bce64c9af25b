// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

class QPainter;

namespace kagura {

//! A line without axes: how something went, in the room of a word. Its figure stands beside it.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setValues(const QList<double> &values);

    [[nodiscard]] QSize sizeHint() const override;

    //! The same in the cell of a table.
    static void paint(QPainter &painter,
                      const QRectF &area,
                      const QList<double> &values,
                      const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    QList<double> m_values;
};

} // namespace kagura
