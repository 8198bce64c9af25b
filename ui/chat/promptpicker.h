// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/prompt.h"
#include "ui/chat/chatstyle.h"

#include <QFrame>
#include <QList>
#include <QTextCursor>

class QKeyEvent;
class QLabel;
class QListWidget;
class QPushButton;

namespace kagura {

class Composer;
class PromptForm;

//! The prompts that open above the composer when somebody types "/" where a word begins: what is typed on
//! narrows them, Enter or Tab takes one in the place of what was typed, Escape closes. A prompt with
//! places to fill in asks for them first.
//!
//! Thread: the GUI thread. Lifetime: its area's; the composer is in it. Errors: none.
class PromptPicker final : public QFrame
{
    Q_OBJECT

public:
    //! area: what it floats on, which has the composer somewhere in it.
    PromptPicker(Composer &composer, QWidget *area);

    void setChatStyle(const ChatStyle &style);
    void setPrompts(const QList<Prompt> &prompts);

    //! As if "/" had been typed where the cursor is.
    void open();
    [[nodiscard]] QListWidget &list() const { return *m_list; }
    [[nodiscard]] PromptForm &form() const { return *m_form; }

Q_SIGNALS:
    void manageRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QTextCursor typed() const;
    void follow();
    void fill(const QString &words);
    void place(QWidget &popup);
    bool pressKey(const QKeyEvent &key);
    void take(int row);
    void insert(const QString &text);

    Composer &m_composer;
    ChatStyle m_style;
    QList<Prompt> m_prompts;
    QList<Prompt> m_matching; // as they are listed
    QListWidget *m_list = nullptr;
    QLabel *m_excerpt = nullptr;
    QPushButton *m_manage = nullptr;
    PromptForm *m_form = nullptr;
    QTextCursor m_place; // what is replaced
    int m_declinedAt = -1; // where the slash stands for which somebody closed it
};

} // namespace kagura
