// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/statisticsview.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QScrollArea;
class QStackedWidget;

namespace kagura {

class AreaPlot;
class BarPlot;
class Button;
class CurvePlot;
class EmptyState;
class FigureCard;
class Label;
class Panel;
class Segments;
class StatisticsCard;
class StatisticsTable;

//! What the cache was good for: of a time, a model and an agent that the person chooses.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class StatisticsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit StatisticsPane(QWidget *parent = nullptr);
    ~StatisticsPane() override;

    void setTheme(const Theme &theme);

    //! names: of models and agents that can be chosen.
    void showView(const StatisticsView &view, const QStringList &models, const QStringList &agents);

    [[nodiscard]] StatisticsSpan span() const;
    [[nodiscard]] QString model() const; //!< empty: of all
    [[nodiscard]] QString agent() const; //!< empty: of all

Q_SIGNALS:
    void questionChanged(); //!< of span(), model() or agent()
    void budgetRequested(qint64 diskBytes);
    void writeMessageRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeBar();
    void makeCards();
    [[nodiscard]] QComboBox *makePicker(const QString &objectName, const QString &name);
    void offer(QComboBox *picker, const QStringList &names) const;
    void arrange();

    Panel *m_bar = nullptr;
    Segments *m_spans = nullptr;
    QComboBox *m_models = nullptr;
    QComboBox *m_agents = nullptr;
    Label *m_span = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<FigureCard *> m_figures;
    StatisticsCard *m_tierCard = nullptr;
    AreaPlot *m_tiers = nullptr;
    StatisticsCard *m_missCard = nullptr;
    BarPlot *m_misses = nullptr;
    StatisticsCard *m_tableCard = nullptr;
    StatisticsTable *m_modelTable = nullptr;
    StatisticsTable *m_agentTable = nullptr;
    StatisticsCard *m_whatIfCard = nullptr;
    CurvePlot *m_whatIf = nullptr;
    Button *m_budget = nullptr;
    Label *m_whatIfNote = nullptr;
    StatisticsCard *m_removalCard = nullptr;
    BarPlot *m_removals = nullptr;
    Theme m_theme;
    qint64 m_offeredBudget = 0;
    bool m_isNarrow = false;
};

} // namespace kagura
