// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace kagura {

//! What all plots have in common: places that the mouse and the keyboard go to, one at a time, each of
//! which says in words what is there.
//!
//! With the focus, left and right (up and down where places stand below each other), Home and End go
//! from place to place; Escape leaves them. A screen reader hears the words of the place, and summary()
//! where none is chosen.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Plot : public QWidget
{
    Q_OBJECT

public:
    ~Plot() override;

    virtual void setTheme(const Theme &theme);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    //! What it shows, in a sentence; for those who do not see it.
    void setSummary(const QString &summary);
    [[nodiscard]] QString summary() const { return m_summary; }

    [[nodiscard]] int place() const { return m_place; } //!< -1: none
    void setPlace(int place); //!< drawn into what there is
    //! Of the place, or else empty.
    [[nodiscard]] QString readout() const;

Q_SIGNALS:
    void readoutChanged(const QString &words);
    //! A place was clicked, or Enter pressed on it.
    void chosen(int place);

protected:
    explicit Plot(Qt::Orientation direction, QWidget *parent = nullptr);

    [[nodiscard]] virtual int placeCount() const = 0;
    [[nodiscard]] virtual int placeAt(const QPointF &point) const = 0; //!< -1: none
    [[nodiscard]] virtual QString readoutOf(int place) const = 0;
    //! What is shown is another: the place goes, and it is painted again.
    void dataChanged();

    void paintFocus(class QPainter &painter) const;

    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    Theme m_theme;
    Qt::Orientation m_direction;
    QString m_summary;
    int m_place = -1;
};

} // namespace kagura
