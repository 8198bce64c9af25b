// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/launchvalues.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace kagura {

class Label;

//! What a run would cost, before it is begun: an interval of money, drawn against the budget, and what
//! it is made of.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: a plan with a fault shows that alone.
class PlanCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanCard(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setPlan(const ShownPlan &plan, std::optional<qint64> budgetMicroUsd);

    //! "$0.48–0.71"; one amount where both are the same; an em dash where a price is not known.
    [[nodiscard]] static QString costWords(const ShownPlan &plan);
    //! "52–61", "12".
    [[nodiscard]] static QString rangeWords(qint64 least, qint64 most);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addRow(const QString &name, const QString &value, ColorToken ink);

    Theme m_theme;
    ShownPlan m_plan;
    std::optional<qint64> m_budget;
    Label *m_title = nullptr;
    Label *m_network = nullptr;
    Label *m_cost = nullptr;
    QWidget *m_meter = nullptr;
    Label *m_budgetWords = nullptr;
    Label *m_fault = nullptr;
    QWidget *m_table = nullptr;
    QGridLayout *m_rows = nullptr;
};

} // namespace kagura
