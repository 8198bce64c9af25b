// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/launchvalues.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;

namespace kagura {

class Button;
class FieldForm;
class Label;
class Panel;
class PlanCard;
class WorkflowDelegate;

//! Launch a run: choose a workflow, fill in what it takes, see what it would cost, and start it.
//!
//! After each edit it asks for a plan by planRequested(), and showPlan() answers. Ctrl+Enter starts.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: said in the dialog; nothing is started then.
class LaunchDialog final : public QDialog
{
    Q_OBJECT

public:
    LaunchDialog(const Theme &theme, QWidget *parent);

    //! The first one is chosen, unless another was already.
    void setWorkflows(const QList<ShownWorkflow> &workflows);
    void addWorkflow(const ShownWorkflow &workflow); //!< at the end, and chosen
    void select(const QString &workflow);
    //! That can be used in place of those of a workflow: "provider/model".
    void setModels(const QStringList &models);
    void showPlan(const ShownPlan &plan);
    void showFault(const QString &words); //!< why a file could not be opened

Q_SIGNALS:
    void fileChosen(const QString &path);
    void planRequested(const kagura::LaunchRequest &request);
    void startRequested(const kagura::LaunchRequest &request);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *buildPlan();
    [[nodiscard]] QWidget *buildFoot();
    void dress();
    void listWorkflow(const ShownWorkflow &workflow);
    void takeWorkflow();
    void refresh();
    void start();
    void openFile();
    void listModels();
    [[nodiscard]] const ShownWorkflow *workflow() const;
    //! Errors: BadRequest with what is wrong in a field.
    [[nodiscard]] Result<LaunchRequest> request() const;

    Theme m_theme;
    QList<ShownWorkflow> m_workflows;
    QStringList m_models;
    Panel *m_side = nullptr;
    Panel *m_planSide = nullptr;
    Panel *m_foot = nullptr;
    QListWidget *m_list = nullptr;
    WorkflowDelegate *m_delegate = nullptr;
    Button *m_open = nullptr;
    Label *m_title = nullptr;
    Label *m_description = nullptr;
    FieldForm *m_form = nullptr;
    QComboBox *m_model = nullptr;
    Label *m_folderLabel = nullptr;
    QLineEdit *m_folder = nullptr;
    QLineEdit *m_budget = nullptr;
    QLineEdit *m_concurrency = nullptr;
    QCheckBox *m_cache = nullptr;
    PlanCard *m_plan = nullptr;
    Label *m_hintTitle = nullptr;
    Label *m_hint = nullptr;
    Label *m_ranges = nullptr;
    Label *m_state = nullptr;
    Button *m_cancel = nullptr;
    Button *m_start = nullptr;
    QTimer m_delay; // of the plan after an edit
};

} // namespace kagura
