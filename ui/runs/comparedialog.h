// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/comparisonvalues.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QComboBox;
class QListWidget;
class QTextEdit;

namespace kagura {

class Label;

//! Two runs node by node: what each came to, and how the texts differ.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    //! others: the runs that it can be compared with, the likeliest first.
    CompareDialog(const ShownRun &run,
                  const QList<ShownRun> &others,
                  const Theme &theme,
                  QWidget *parent);

    void showComparison(const ShownComparison &comparison);

Q_SIGNALS:
    void compareRequested(const QString &before, const QString &after);

private:
    void build(const QList<ShownRun> &others);
    void dress();
    void request();
    void showNode(int row);

    Theme m_theme;
    ShownRun m_run;
    ShownComparison m_comparison;
    QComboBox *m_other = nullptr;
    Label *m_summary = nullptr;
    QListWidget *m_nodes = nullptr;
    Label *m_figures = nullptr;
    QTextEdit *m_text = nullptr;
};

} // namespace kagura
