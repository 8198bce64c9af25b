// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace kagura {

class Button;
class Label;
class Notice;
class Panel;
class RunFigures;

//! The head of the run that is shown: what it is, its figures, and what can be done with it.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class RunHead final : public QWidget
{
    Q_OBJECT

public:
    explicit RunHead(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showRun(const ShownRun &run, const ShownRunFigures &figures);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void cancelRequested();
    void discardRequested();
    void rerunRequested();
    void budgetRequested();
    void compareRequested();
    void exportRequested();

private:
    Theme m_theme;
    Panel *m_bar = nullptr;
    Label *m_title = nullptr;
    Label *m_state = nullptr;
    Label *m_detail = nullptr;
    Button *m_pause = nullptr;
    Button *m_resume = nullptr;
    Button *m_cancel = nullptr;
    Button *m_discard = nullptr;
    Button *m_rerun = nullptr;
    Button *m_budget = nullptr;
    Button *m_compare = nullptr;
    Button *m_export = nullptr;
    RunFigures *m_figures = nullptr;
    QWidget *m_troubleRoom = nullptr;
    Notice *m_trouble = nullptr;
};

} // namespace kagura
