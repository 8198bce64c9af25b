// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runspage.h"

#include "ui/runs/runchip.h"
#include "ui/runs/runhead.h"
#include "ui/runs/runlegend.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/frameclock.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal FiltersHeight = 44;

// In the order in which a person asks for them.
constexpr std::array<RunMark, RunMarkCount> ChipOrder = {
    RunMark::Running, RunMark::AsksYou,   RunMark::Waiting, RunMark::Queued,
    RunMark::InDoubt, RunMark::Failed,    RunMark::Done,    RunMark::Cached,
    RunMark::Skipped, RunMark::Cancelled, RunMark::Pending};

} // namespace

RunsPage::RunsPage(FrameClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_tree(new RunTree(clock))
{
    setObjectName(u"runsPage"_s);
    setAccessibleName(tr("Runs"));
    build();
    listen();
    connect(&clock, &FrameClock::frame, this, &RunsPage::showCounts);
    setFocusProxy(m_tree);
}

void RunsPage::build()
{
    m_history = new RunHistory(this);
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(u"runStack"_s);
    m_empty =
        new EmptyState(tr("A run sends work to several agents at once, shows each of them, and "
                          "never pays twice for the same answer."),
                       tr("New run…"), m_stack);
    m_empty->setObjectName(u"runsEmpty"_s);
    m_whole = new QWidget(m_stack);
    m_whole->setObjectName(u"runWhole"_s);
    m_head = new RunHead(m_whole);
    auto *middle = new QWidget(m_whole);
    middle->setObjectName(u"runMiddle"_s);
    m_filters = new Panel(ColorToken::Surface, {}, middle);
    m_filters->setObjectName(u"runFilters"_s);
    auto *chips = new QHBoxLayout(m_filters);
    for (const RunMark mark : ChipOrder) {
        auto *chip = new RunChip(mark, m_filters);
        connect(chip, &QAbstractButton::toggled, this, [this, chip](bool isOn) {
            if (isOn)
                for (RunChip *other : std::as_const(m_chips))
                    if (other != chip)
                        other->setChecked(false);
            const auto on = std::find_if(m_chips.cbegin(), m_chips.cend(),
                                         [](const RunChip *one) { return one->isChecked(); });
            m_tree->setFilter(on == m_chips.cend() ? std::nullopt : std::optional((*on)->mark()));
        });
        m_chips.append(chip);
        chips->addWidget(chip);
    }
    chips->addStretch(1);
    m_nextFailure = new Button(ButtonRole::Link, tr("Next failure"), m_filters);
    m_nextFailure->setObjectName(u"nextFailure"_s);
    m_nextFailure->setToolTip(tr("F in the outline"));
    m_nextFailure->hide();
    chips->addWidget(m_nextFailure);
    m_legend = new RunLegend(middle);
    auto *rows = new QVBoxLayout(middle);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_filters);
    rows->addWidget(m_tree, 1);
    rows->addWidget(m_legend);
    m_inspector = new RunInspector(m_whole);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(middle, 1);
    body->addWidget(m_inspector);
    auto *whole = new QVBoxLayout(m_whole);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_head);
    whole->addLayout(body, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_whole);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_history);
    columns->addWidget(m_stack, 1);
}

void RunsPage::listen()
{
    connect(m_history, &RunHistory::runChosen, this, &RunsPage::runChosen);
    connect(m_history, &RunHistory::launchRequested, this, &RunsPage::launchRequested);
    connect(m_history, &RunHistory::removeRequested, this, &RunsPage::removeRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &RunsPage::launchRequested);
    connect(m_head, &RunHead::pauseRequested, this, [this] { Q_EMIT pauseRequested(run()); });
    connect(m_head, &RunHead::resumeRequested, this, [this] { Q_EMIT resumeRequested(run()); });
    connect(m_head, &RunHead::cancelRequested, this, [this] { Q_EMIT cancelRequested(run()); });
    connect(m_head, &RunHead::discardRequested, this, [this] { Q_EMIT removeRequested(run()); });
    connect(m_head, &RunHead::rerunRequested, this, [this] { Q_EMIT rerunRequested(run()); });
    connect(m_head, &RunHead::budgetRequested, this, [this] { Q_EMIT budgetRequested(run()); });
    connect(m_head, &RunHead::compareRequested, this, [this] { Q_EMIT compareRequested(run()); });
    connect(m_head, &RunHead::exportRequested, this, [this] { Q_EMIT exportRequested(run()); });
    connect(m_nextFailure, &QPushButton::clicked, this, [this] {
        m_tree->goToNext(RunMark::Failed);
        m_tree->setFocus();
    });
    connect(m_tree, &RunTree::currentChanged, this, [this](const QString &path) {
        const int node = m_tree->outline().find(path);
        if (node >= 0)
            m_inspector->showNode(m_tree->outline().at(node).node);
        Q_EMIT nodeChosen(run(), path);
    });
    connect(m_inspector, &RunInspector::answered, this, &RunsPage::answered);
    connect(m_inspector, &RunInspector::cancelRequested, this,
            [this](const QString &path) { Q_EMIT nodeCancelRequested(run(), path); });
    connect(m_inspector, &RunInspector::retryRequested, this,
            [this](const QString &path) { Q_EMIT nodeRetryRequested(run(), path); });
    connect(m_inspector, &RunInspector::skipRequested, this,
            [this](const QString &path) { Q_EMIT nodeSkipRequested(run(), path); });
}

void RunsPage::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_history->setTheme(theme);
    m_empty->setTheme(theme);
    m_head->setTheme(theme);
    m_filters->setTheme(theme);
    m_filters->setFixedHeight(theme.px(FiltersHeight));
    m_filters->layout()->setContentsMargins(theme.px(Space::Large), 0, theme.px(Space::Medium), 0);
    m_filters->layout()->setSpacing(theme.px(Space::Tight));
    for (RunChip *chip : std::as_const(m_chips))
        chip->setTheme(theme);
    m_nextFailure->setTheme(theme);
    m_tree->setTheme(theme);
    m_legend->setTheme(theme);
    m_inspector->setTheme(theme);
    QPalette ground = m_stack->palette();
    ground.setColor(QPalette::Window, theme.color(ColorToken::Surface));
    m_stack->setPalette(ground);
    m_stack->setAutoFillBackground(true);
}

void RunsPage::showHistory(const QList<ShownRun> &runs)
{
    m_history->model().reset(runs);
    if (const ShownRun *known = m_history->model().run(m_run.id)) {
        m_run = *known;
        m_head->showRun(m_run, m_figures);
    }
}

void RunsPage::upsertRun(const ShownRun &run)
{
    m_history->model().upsert(run);
    if (run.id != m_run.id)
        return;
    m_run = run;
    m_head->showRun(m_run, m_figures);
}

void RunsPage::removeRun(const QString &run)
{
    m_history->model().remove(run);
    if (run == m_run.id)
        openRun({});
}

void RunsPage::openRun(const QString &run)
{
    const ShownRun *known = m_history->model().run(run);
    m_run = known ? *known : ShownRun{run};
    m_figures = {};
    m_history->choose(run);
    for (RunChip *chip : std::as_const(m_chips))
        chip->setChecked(false);
    m_tree->clear();
    m_inspector->clear();
    m_head->showRun(m_run, m_figures);
    m_stack->setCurrentWidget(run.isEmpty() ? static_cast<QWidget *>(m_empty) : m_whole);
    showCounts();
    showQuestion();
}

void RunsPage::showFigures(const QString &run, const ShownRunFigures &figures)
{
    if (run != m_run.id)
        return;
    m_figures = figures;
    m_head->showRun(m_run, m_figures);
    m_tree->setElapsed(figures.elapsed, figures.isTicking);
    showCounts();
}

void RunsPage::applyNodes(const QString &run, const QList<ShownNode> &nodes)
{
    if (run != m_run.id)
        return;
    m_tree->apply(nodes);
    const QString chosen = m_tree->currentPath();
    for (const ShownNode &node : nodes)
        if (node.path == chosen)
            m_inspector->showNode(node);
}

void RunsPage::showCounts()
{
    const std::array<int, RunMarkCount> &counts = m_tree->outline().counts();
    for (RunChip *chip : std::as_const(m_chips))
        chip->setCount(counts[std::size_t(chip->mark())],
                       chip->mark() == RunMark::Waiting ? m_figures.waitReason : QString());
    m_nextFailure->setVisible(counts[std::size_t(RunMark::Failed)] > 0);
}

void RunsPage::showQuestions(const QList<ShownQuestion> &questions)
{
    m_questions = questions;
    showQuestion();
}

void RunsPage::showQuestion()
{
    // Those of the run that is shown first; of another run none, as its answer would surprise.
    QList<ShownQuestion> own = m_questions;
    own.removeIf([this](const ShownQuestion &one) { return one.run != m_run.id; });
    m_inspector->setQuestion(own.value(0), int(std::max<qsizetype>(0, own.size() - 1)));
}

} // namespace kagura
