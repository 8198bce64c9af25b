// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QLabel>
#include <QList>

#include <optional>

namespace kagura {

//! A run of words in a StatusCell.
struct StatusPart
{
    QString text;
    bool isStrong = false; //!< a figure among its words
    ColorToken ink = ColorToken::Text2;

    bool operator==(const StatusPart &) const = default;
};

//! One cell of the status bar: a dot that repeats the state, and words of which some are stronger.
//! Empty, it is hidden.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class StatusCell final : public QLabel
{
    Q_OBJECT

public:
    explicit StatusCell(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setParts(const QList<StatusPart> &parts, std::optional<ColorToken> dot = std::nullopt);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont fontOf(const StatusPart &part) const;
    [[nodiscard]] int dotRoom() const;

    Theme m_theme;
    QList<StatusPart> m_parts;
    std::optional<ColorToken> m_dot;
};

} // namespace kagura
