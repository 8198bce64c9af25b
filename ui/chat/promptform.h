// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/prompt.h"
#include "ui/chat/chatstyle.h"

#include <QFrame>
#include <QHash>
#include <QList>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kagura {

//! What floats above the composer while the places of a prompt are filled in: a field each, Tab from one
//! to the next, Enter goes on and, in the last, inserts. Escape gives up.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class PromptForm final : public QFrame
{
    Q_OBJECT

public:
    explicit PromptForm(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    //! Asks for what the prompt has places for. What was filled in last under a name is offered again.
    void ask(const Prompt &prompt);
    [[nodiscard]] const QList<QLineEdit *> &fields() const { return m_fields; }

Q_SIGNALS:
    void filled(const QString &text);
    void givenUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addField(const QString &name);
    void finish();

    ChatStyle m_style;
    Prompt m_prompt;
    QLabel *m_title = nullptr;
    QFormLayout *m_form = nullptr;
    QPushButton *m_insert = nullptr;
    QList<QLineEdit *> m_fields;
    QHash<QString, QString> m_last; // by the name of the place
};

} // namespace kagura
