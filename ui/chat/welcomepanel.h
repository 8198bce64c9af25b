// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QDateTime>
#include <QWidget>

class QLabel;

namespace kagura {

class StarterButton;

//! What stands above the composer while a conversation has no message: a greeting, one line, and three
//! questions that the Guide can answer. A starter fills the composer and does not send.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class WelcomePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePanel(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    void setNow(const QDateTime &now);
    //! Whether a model is connected, or only the Guide answers.
    void setGuideOnly(bool isGuideOnly);

    [[nodiscard]] static QString greeting(int hour);

Q_SIGNALS:
    void starterChosen(const QString &question);

private:
    QLabel *m_greeting = nullptr;
    QLabel *m_line = nullptr;
    QList<StarterButton *> m_starters;
};

} // namespace kagura
