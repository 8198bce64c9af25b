// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kagura {

class ComposerEdit;

//! Where the next message is written: a card that floats at the end of the column, with Send, or Stop in
//! its place from the moment a message is sent until its answer ended.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);

    //! How far the shadow reaches: the card is inset by this much on every side.
    [[nodiscard]] int shadowMargin() const { return m_style.shadow; }

    [[nodiscard]] QString text() const;
    void setText(const QString &text); //!< the cursor goes to its end
    void clear();
    void focusText();

    //! What the empty field says, which names the model; empty while there is none.
    void setPlaceholder(const QString &text);
    //! False while there is nobody to send to; what is written stays.
    void setCanSend(bool canSend);
    //! At least so many lines high: the first conversation has room, later ones are compact.
    void setLeastLines(int lines);

    //! An answer is being waited for or arriving.
    void setInFlight(bool isInFlight);
    [[nodiscard]] bool isInFlight() const { return m_isInFlight; }

    [[nodiscard]] ComposerEdit &edit() const { return *m_edit; }

Q_SIGNALS:
    void sendRequested(const QString &text);
    void stopRequested();
    void textChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void send();
    void refresh();

    ChatStyle m_style;
    ComposerEdit *m_edit = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_stop = nullptr;
    int m_leastLines = 1;
    bool m_canSend = true;
    bool m_isInFlight = false;
};

} // namespace kagura
