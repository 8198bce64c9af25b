// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/entrydetail.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace kagura {

//! The parts of a key as cells in a row, in jade where other entries share them. Cells that have no
//! room stand in the next line; more than some lines are counted.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class KeyStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyStrip(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setParts(const QList<KeyPart> &parts, qint64 compared);
    void setMostLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Cell
    {
        KeyPart part;
        QRect place;
        bool isRest = false; //!< how many others there are
    };
    [[nodiscard]] QList<Cell> cells(int width) const;
    [[nodiscard]] QString wordsOf(const KeyPart &part) const;

    Theme m_theme;
    QList<KeyPart> m_parts;
    qint64 m_compared = 0;
    int m_mostLines = 2;
};

} // namespace kagura
