// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kagura {

//! A quiet row after a long paste: it can become an attachment instead, or stay where it is.
//!
//! Thread: the GUI thread. Lifetime: the composer's. Errors: none.
class PasteOffer final : public QWidget
{
    Q_OBJECT

public:
    explicit PasteOffer(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    void offer(qsizetype lines); //!< shows it

Q_SIGNALS:
    void accepted();
    void declined();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChatStyle m_style;
    QLabel *m_words = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_decline = nullptr;
};

} // namespace kagura
