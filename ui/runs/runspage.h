// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runhistory.h"
#include "ui/runs/runinspector.h"
#include "ui/runs/runtree.h"
#include "ui/runs/runvalues.h"

#include <QWidget>

class QStackedWidget;
class QHBoxLayout;

namespace kagura {

class Button;
class EmptyState;
class FrameClock;
class Panel;
class RunChip;
class RunHead;
class RunLegend;

//! The page of runs: what has run on the left, the nodes of one and their times in the middle, what is
//! known of one node on the right.
//!
//! It shows what it is told and asks by signals; who answers is not its business.
//!
//! Thread: the GUI thread. Lifetime: its parent's; the clock outlives it. Errors: none.
class RunsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPage(FrameClock &clock, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    [[nodiscard]] RunHistory &history() { return *m_history; }
    [[nodiscard]] RunTree &tree() { return *m_tree; }
    [[nodiscard]] RunInspector &inspector() { return *m_inspector; }
    [[nodiscard]] QString run() const { return m_run.id; } //!< that is shown; empty: none

    void showHistory(const QList<ShownRun> &runs);
    void upsertRun(const ShownRun &run);
    void removeRun(const QString &run);
    //! Another run, with no nodes yet; empty: none.
    void openRun(const QString &run);
    //! \name Of the run that is shown; for others they do nothing
    //! @{
    void showFigures(const QString &run, const ShownRunFigures &figures);
    void applyNodes(const QString &run, const QList<ShownNode> &nodes);
    //! @}
    //! All that wait for an answer, of any run.
    void showQuestions(const QList<ShownQuestion> &questions);

Q_SIGNALS:
    void runChosen(const QString &run);
    void launchRequested();
    void pauseRequested(const QString &run);
    void resumeRequested(const QString &run);
    void cancelRequested(const QString &run);
    void rerunRequested(const QString &run);
    void budgetRequested(const QString &run);
    void compareRequested(const QString &run);
    void exportRequested(const QString &run);
    void removeRequested(const QString &run);
    void nodeChosen(const QString &run, const QString &path);
    void nodeCancelRequested(const QString &run, const QString &path);
    void nodeRetryRequested(const QString &run, const QString &path);
    void nodeSkipRequested(const QString &run, const QString &path);
    void answered(const kagura::ShownQuestion &question,
                  const QString &action,
                  const kagura::Json &fields);

private:
    void build();
    void listen();
    void showCounts();
    void showQuestion();

    Theme m_theme;
    ShownRun m_run;
    ShownRunFigures m_figures;
    QList<ShownQuestion> m_questions;
    RunHistory *m_history = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_whole = nullptr; //!< of a run
    RunHead *m_head = nullptr;
    Panel *m_filters = nullptr;
    QList<RunChip *> m_chips;
    Button *m_nextFailure = nullptr;
    RunTree *m_tree = nullptr;
    RunLegend *m_legend = nullptr;
    RunInspector *m_inspector = nullptr;
};

} // namespace kagura
