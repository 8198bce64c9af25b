// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/floatingcard.h"

#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QListView;
class QSpacerItem;

namespace kagura {

class CommandDelegate;
class CommandModel;
class Label;

//! Every command of the window by its name, found by a few letters of it. It floats over the page and
//! covers nothing else; a click beside it, Esc, or a loss of the focus closes it, and the focus goes
//! back to where it was.
//!
//! Thread: the GUI thread. Lifetime: its parent's; the actions outlive it. Errors: none.
class CommandPalette final : public FloatingCard
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    void setTheme(const Theme &theme) override;
    void setCommands(const QList<QAction *> &commands);

    void open();
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setTyped(const QString &typed);
    void step(int by);
    void runCurrent();
    void place();
    bool takeKey(int key);

    QList<QAction *> m_commands;
    CommandModel *m_model = nullptr;
    CommandDelegate *m_delegate = nullptr;
    QLineEdit *m_input = nullptr;
    QListView *m_list = nullptr;
    QSpacerItem *m_gap = nullptr; // between field and list
    Label *m_none = nullptr;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace kagura
