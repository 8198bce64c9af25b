// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/statisticspane.h"

#include "ui/cache/figurecard.h"
#include "ui/cache/statisticscard.h"
#include "ui/cache/statisticstable.h"
#include "ui/plots/areaplot.h"
#include "ui/plots/barplot.h"
#include "ui/plots/curveplot.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/valuetext.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal NarrowBelow = 960;
constexpr int Columns = 12; // of the grid

} // namespace

StatisticsPane::StatisticsPane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"statisticsPane"_s);
    makeBar();
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(u"statisticsStack"_s);
    m_scroll = new QScrollArea(m_stack);
    m_scroll->setObjectName(u"statisticsScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    makeCards();
    m_empty = new EmptyState(tr("The cache was not asked in this time. Every answer that it gives "
                                "is counted here, with what it saved."),
                             tr("Write a message"), m_stack);
    m_empty->setObjectName(u"statisticsEmpty"_s);
    connect(m_empty, &EmptyState::actionRequested, this, &StatisticsPane::writeMessageRequested);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addWidget(m_stack, 1);
    setFocusProxy(m_spans);
}

StatisticsPane::~StatisticsPane() = default;

void StatisticsPane::makeBar()
{
    m_bar = new Panel(ColorToken::Surface, Qt::BottomEdge, this);
    m_bar->setObjectName(u"statisticsBar"_s);
    m_spans = new Segments(tr("How far back"), m_bar);
    m_spans->setObjectName(u"statisticsSpans"_s);
    for (const QString &words : {tr("24 h"), tr("7 d"), tr("30 d"), tr("90 d")})
        m_spans->addTab(words);
    m_spans->setCurrentIndex(int(StatisticsSpan::Month));
    m_models = makePicker(u"statisticsModels"_s, tr("Model"));
    m_agents = makePicker(u"statisticsAgents"_s, tr("Agent"));
    m_span = new Label({TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Elided},
                       {}, m_bar);
    m_span->setObjectName(u"statisticsSpan"_s);
    auto *row = new QHBoxLayout(m_bar);
    row->addWidget(m_spans);
    row->addWidget(m_agents);
    row->addWidget(m_models);
    row->addStretch(1);
    row->addWidget(m_span);
    connect(m_spans, &QTabBar::currentChanged, this, &StatisticsPane::questionChanged);
}

QComboBox *StatisticsPane::makePicker(const QString &objectName, const QString &name)
{
    auto *picker = new QComboBox(m_bar);
    picker->setObjectName(objectName);
    picker->setAccessibleName(name);
    picker->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(picker, &QComboBox::currentIndexChanged, this, &StatisticsPane::questionChanged);
    return picker;
}

void StatisticsPane::makeCards()
{
    auto *content = new QWidget(m_scroll);
    content->setObjectName(u"statisticsContent"_s);
    m_grid = new QGridLayout(content);
    for (int column = 0; column < Columns; ++column)
        m_grid->setColumnStretch(column, 1);
    const QStringList titles = {tr("Hit rate"), tr("Money saved"), tr("Time saved"),
                                tr("Tokens saved")};
    for (const QString &title : titles)
        m_figures.append(new FigureCard(title, content));
    m_tierCard = new StatisticsCard(tr("Hit rate by tier"), content);
    m_tiers = new AreaPlot(m_tierCard);
    m_tiers->setObjectName(u"tierPlot"_s);
    m_tiers->setAccessibleName(tr("Hit rate by tier"));
    m_tierCard->body()->addWidget(m_tiers, 1);
    connect(m_tiers, &Plot::readoutChanged, m_tierCard, &StatisticsCard::setReadout);

    m_missCard = new StatisticsCard(tr("Why lookups missed"), content);
    m_misses = new BarPlot(m_missCard);
    m_misses->setObjectName(u"missPlot"_s);
    m_misses->setAccessibleName(tr("Why lookups missed"));
    m_missCard->body()->addWidget(m_misses, 1);

    m_tableCard = new StatisticsCard(tr("By model and agent"), content);
    m_modelTable = new StatisticsTable(tr("Model"), m_tableCard);
    m_modelTable->setObjectName(u"modelTable"_s);
    m_agentTable = new StatisticsTable(tr("Agent"), m_tableCard);
    m_agentTable->setObjectName(u"agentTable"_s);
    m_tableCard->body()->addWidget(m_modelTable);
    m_tableCard->body()->addWidget(m_agentTable);
    m_tableCard->body()->addStretch(1);

    m_whatIfCard = new StatisticsCard(tr("What if the budget were\u2026"), content);
    m_whatIfCard->setNote(tr("dashed: estimate"));
    m_whatIf = new CurvePlot(m_whatIfCard);
    m_whatIf->setObjectName(u"whatIfPlot"_s);
    m_whatIf->setAccessibleName(tr("Hit rate by budget"));
    m_budget = new Button(ButtonRole::Secondary, {}, m_whatIfCard);
    m_budget->setObjectName(u"whatIfBudget"_s);
    m_whatIfNote =
        new Label({TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped}, {},
                  m_whatIfCard);
    m_whatIfNote->setObjectName(u"whatIfNote"_s);
    auto *below = new QHBoxLayout;
    below->addWidget(m_budget);
    below->addWidget(m_whatIfNote, 1);
    m_whatIfCard->body()->addWidget(m_whatIf, 1);
    m_whatIfCard->body()->addLayout(below);
    connect(m_whatIf, &Plot::readoutChanged, m_whatIfCard, &StatisticsCard::setReadout);
    connect(m_budget, &QPushButton::clicked, this,
            [this] { Q_EMIT budgetRequested(m_offeredBudget); });

    m_removalCard = new StatisticsCard(tr("What left the cache"), content);
    m_removals = new BarPlot(m_removalCard);
    m_removals->setObjectName(u"removalPlot"_s);
    m_removals->setAccessibleName(tr("What left the cache"));
    m_removalCard->body()->addWidget(m_removals);
    m_removalCard->body()->addStretch(1);
    m_scroll->setWidget(content);
    arrange();
}

// Side by side where there is room, else one below the other.
void StatisticsPane::arrange()
{
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    int row = 0;
    const auto place = [this, &row](QWidget *card, int column, int span) {
        m_grid->addWidget(card, row, column, 1, span);
    };
    for (int i = 0; i < m_figures.size(); ++i) {
        const int across = m_isNarrow ? 2 : 4;
        m_grid->addWidget(m_figures.at(i), i / across, i % across * Columns / across, 1,
                          Columns / across);
    }
    row = m_isNarrow ? 2 : 1;
    place(m_tierCard, 0, m_isNarrow ? Columns : 8);
    row += m_isNarrow ? 1 : 0;
    place(m_missCard, m_isNarrow ? 0 : 8, m_isNarrow ? Columns : 4);
    ++row;
    place(m_tableCard, 0, m_isNarrow ? Columns : 5);
    row += m_isNarrow ? 1 : 0;
    place(m_whatIfCard, m_isNarrow ? 0 : 5, m_isNarrow ? Columns : 4);
    row += m_isNarrow ? 1 : 0;
    place(m_removalCard, m_isNarrow ? 0 : 9, m_isNarrow ? Columns : 3);
    m_grid->setRowStretch(row + 1, 1);
}

void StatisticsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < m_theme.px(NarrowBelow);
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow)
        arrange();
}

void StatisticsPane::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_bar->setTheme(theme);
    m_bar->setFixedHeight(theme.px(Measure::Head));
    const int pad = theme.px(Space::Large);
    m_bar->layout()->setContentsMargins(pad, 0, pad, 0);
    m_bar->layout()->setSpacing(theme.px(Space::Medium));
    m_spans->setTheme(theme);
    m_span->setTheme(theme);
    for (FigureCard *figure : std::as_const(m_figures))
        figure->setTheme(theme);
    for (StatisticsCard *card : {m_tierCard, m_missCard, m_tableCard, m_whatIfCard, m_removalCard})
        card->setTheme(theme);
    for (Plot *plot : std::initializer_list<Plot *>{m_tiers, m_misses, m_whatIf, m_removals})
        plot->setTheme(theme);
    m_modelTable->setTheme(theme);
    m_agentTable->setTheme(theme);
    m_budget->setTheme(theme);
    m_whatIfNote->setTheme(theme);
    m_empty->setTheme(theme);
    m_grid->setContentsMargins(pad, pad, pad, pad);
    m_grid->setSpacing(theme.px(Space::Medium));
    QPalette ground = m_stack->palette();
    ground.setColor(QPalette::Window, theme.color(ColorToken::Background));
    m_stack->setPalette(ground);
    m_stack->setAutoFillBackground(true);
}

StatisticsSpan StatisticsPane::span() const
{
    return StatisticsSpan(m_spans->currentIndex());
}

QString StatisticsPane::model() const
{
    return m_models->currentData().toString();
}

QString StatisticsPane::agent() const
{
    return m_agents->currentData().toString();
}

// What is chosen stays, also where it was not asked in the time that is shown.
void StatisticsPane::offer(QComboBox *picker, const QStringList &names) const
{
    const QString chosen = picker->currentData().toString();
    const QSignalBlocker quiet(picker);
    picker->clear();
    picker->addItem(picker == m_models ? tr("All models") : tr("All agents"), QString());
    if (picker == m_agents)
        picker->addItem(tr("No agent"), QString::fromLatin1(CacheReport::NoAgent));
    for (const QString &name : names)
        picker->addItem(name, name);
    if (picker->findData(chosen) < 0)
        picker->addItem(chosen, chosen);
    picker->setCurrentIndex(picker->findData(chosen));
}

void StatisticsPane::showView(const StatisticsView &view,
                              const QStringList &models,
                              const QStringList &agents)
{
    offer(m_models, models);
    offer(m_agents, agents);
    m_span->setText(view.isEmpty ? QString() : view.span);
    m_stack->setCurrentWidget(view.isEmpty ? static_cast<QWidget *>(m_empty) : m_scroll);
    const QList<StatisticsView::Figure> figures = {view.hitRate, view.money, view.time,
                                                   view.tokens};
    for (int i = 0; i < m_figures.size(); ++i)
        m_figures.at(i)->setFigure(figures.at(i));
    m_tiers->setData(view.tiers);
    m_tiers->setSummary(tr("The cache answered %1 of all lookups.").arg(view.hitRate.value));
    m_missCard->setNote(tr("%1, avoidable %2").arg(view.missTotal, view.avoidable));
    m_misses->setData(view.misses);
    m_misses->setSummary(
        tr("%1 lookups missed, of which %2 were avoidable.").arg(view.missTotal, view.avoidable));
    m_modelTable->setRows(view.models);
    m_agentTable->setRows(view.agents);
    m_whatIf->setData(view.whatIf);
    m_whatIf->setSummary(view.whatIfNote);
    m_whatIfNote->setText(view.whatIfNote);
    m_offeredBudget = view.offeredBudget;
    m_budget->setVisible(m_offeredBudget > 0);
    m_budget->setText(tr("Set budget to %1").arg(sizeText(m_offeredBudget)));
    m_removals->setData(view.removals);
    m_removalCard->setNote(view.removals.bars.isEmpty() ? tr("nothing") : QString());
}

} // namespace kagura
