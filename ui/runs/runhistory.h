// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runhistorymodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace kagura {

class Button;
class Panel;
class RunHistoryDelegate;

//! The left side of the page of runs: what has run, a filter for it, and the way to a new run.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class RunHistory final : public QWidget
{
    Q_OBJECT

public:
    explicit RunHistory(QWidget *parent = nullptr);

    [[nodiscard]] RunHistoryModel &model() { return m_model; }
    void setTheme(const Theme &theme);
    void choose(const QString &run); //!< empty: none
    [[nodiscard]] QString chosen() const { return m_chosen; }
    void focusFilter();

Q_SIGNALS:
    void runChosen(const QString &run);
    void launchRequested();
    void removeRequested(const QString &run);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    RunHistoryModel m_model;
    Panel *m_ground = nullptr;
    Panel *m_head = nullptr;
    QLineEdit *m_filter = nullptr;
    Button *m_new = nullptr;
    QListView *m_view = nullptr;
    RunHistoryDelegate *m_delegate = nullptr;
    QString m_chosen;
    bool m_isRestoring = false;
};

} // namespace kagura
