// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QAbstractButton>
#include <QIcon>

namespace kagura {

//! A question to begin with: a card with an icon and two lines of words.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class StarterButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StarterButton(const QString &question, QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    ChatStyle m_style;
    bool m_isFocusVisible = false;
};

} // namespace kagura
