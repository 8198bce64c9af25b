// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/launchdialog.h"

#include "ui/runs/fieldform.h"
#include "ui/runs/plancard.h"
#include "ui/runs/workflowdelegate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal Width = 1120;
constexpr qreal Height = 728;
constexpr qreal ListWidth = 328;
constexpr qreal PlanWidth = 312;
constexpr qreal FootHeight = 56;
constexpr std::chrono::milliseconds PlanDelay{250};
constexpr int MostAtOnce = 64;

} // namespace

LaunchDialog::LaunchDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setObjectName(u"launchDialog"_s);
    setWindowTitle(tr("New run"));
    setAccessibleName(windowTitle());
    m_delay.setSingleShot(true);
    m_delay.setInterval(PlanDelay);
    connect(&m_delay, &QTimer::timeout, this, &LaunchDialog::refresh);
    build();
    dress();
    const QSize wished(theme.px(Width), theme.px(Height));
    resize(parent ? wished.boundedTo(parent->size()) : wished);
    connect(m_list, &QListWidget::currentRowChanged, this, &LaunchDialog::takeWorkflow);
    connect(m_open, &QPushButton::clicked, this, &LaunchDialog::openFile);
    connect(m_form, &FieldForm::edited, &m_delay, qOverload<>(&QTimer::start));
    connect(m_budget, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_concurrency, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_model, &QComboBox::currentIndexChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_folder, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_cache, &QCheckBox::toggled, &m_delay, qOverload<>(&QTimer::start));
    connect(m_start, &QPushButton::clicked, this, &LaunchDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_list->setFocus();
}

void LaunchDialog::build()
{
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(buildList());
    columns->addWidget(buildForm(), 1);
    columns->addWidget(buildPlan());
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(buildFoot());
}

QWidget *LaunchDialog::buildList()
{
    m_side = new Panel(ColorToken::Background, Qt::RightEdge, this);
    m_side->setObjectName(u"launchSide"_s);
    m_list = new QListWidget(m_side);
    m_list->setObjectName(u"workflows"_s);
    m_list->setAccessibleName(tr("Workflows"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    m_delegate = new WorkflowDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    m_open = new Button(ButtonRole::Secondary, tr("Open a workflow file…"), m_side);
    m_open->setObjectName(u"openWorkflow"_s);
    m_open->setIconName(u"folder"_s);
    auto *rows = new QVBoxLayout(m_side);
    rows->setContentsMargins(0, 0, 1, 0);
    rows->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_open);
    rows->addLayout(foot);
    return m_side;
}

QWidget *LaunchDialog::buildForm()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"launchScroll"_s);
    scroll->setAccessibleName(tr("What the workflow takes"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *ground = new Panel(ColorToken::Surface, {}, scroll);
    ground->setObjectName(u"launchForm"_s);
    m_title = new Label({TypeSize::Reading, ColorToken::Text, QFont::DemiBold}, {}, ground);
    m_title->setObjectName(u"workflowTitle"_s);
    m_description = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped}, {}, ground);
    m_description->setObjectName(u"workflowDescription"_s);
    m_form = new FieldForm(ground);
    const auto label = [ground](const QString &text, const QString &name) {
        auto *made = new Label({TypeSize::Small, ColorToken::Text2}, text, ground);
        made->setObjectName(name);
        return made;
    };
    m_budget = new QLineEdit(ground);
    m_budget->setObjectName(u"budget"_s);
    m_budget->setPlaceholderText(tr("none"));
    m_budget->setAccessibleName(tr("Budget in dollars, stops new calls at this sum"));
    m_concurrency = new QLineEdit(ground);
    m_concurrency->setObjectName(u"concurrency"_s);
    m_concurrency->setValidator(new QIntValidator(1, MostAtOnce, m_concurrency));
    m_concurrency->setAccessibleName(tr("Calls at once"));
    m_cache = new QCheckBox(tr("Use cached answers where the input is the same"), ground);
    m_cache->setObjectName(u"useCache"_s);
    m_cache->setChecked(true);
    m_model = new QComboBox(ground);
    m_model->setObjectName(u"model"_s);
    m_model->setAccessibleName(tr("Model"));
    m_folder = new QLineEdit(ground);
    m_folder->setObjectName(u"folder"_s);
    m_folder->setAccessibleName(tr("Folder that tools may read"));
    m_folder->setPlaceholderText(tr("none"));
    auto *limits = new QGridLayout;
    limits->setObjectName(u"limits"_s);
    limits->addWidget(label(tr("Budget in $, stops new calls at this sum"), u"budgetLabel"_s), 0,
                      0);
    limits->addWidget(label(tr("Calls at once"), u"concurrencyLabel"_s), 0, 1);
    limits->addWidget(m_budget, 1, 0);
    limits->addWidget(m_concurrency, 1, 1);
    limits->addWidget(label(tr("Model"), u"modelLabel"_s), 2, 0, 1, 2);
    limits->addWidget(m_model, 3, 0, 1, 2);
    m_folderLabel = label(tr("Folder that tools may read"), u"folderLabel"_s);
    limits->addWidget(m_folderLabel, 4, 0, 1, 2);
    limits->addWidget(m_folder, 5, 0, 1, 2);
    auto *rows = new QVBoxLayout(ground);
    rows->addWidget(m_title);
    rows->addWidget(m_description);
    rows->addWidget(m_form);
    rows->addLayout(limits);
    rows->addWidget(m_cache);
    rows->addStretch(1);
    scroll->setWidget(ground);
    return scroll;
}

QWidget *LaunchDialog::buildPlan()
{
    m_planSide = new Panel(ColorToken::Background, Qt::LeftEdge, this);
    m_planSide->setObjectName(u"launchPlan"_s);
    m_plan = new PlanCard(m_planSide);
    m_hintTitle = new Label({TypeSize::Body, ColorToken::Text, QFont::DemiBold},
                            tr("Are several agents worth it?"), m_planSide);
    m_hintTitle->setObjectName(u"hintTitle"_s);
    m_hint = new Label({TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped},
                       {}, m_planSide);
    m_hint->setObjectName(u"hint"_s);
    m_ranges = new Label(
        {TypeSize::Small, ColorToken::Text3, QFont::Normal, LabelLook::Fit::Wrapped},
        tr("Ranges come from the limits in the file and the size of what goes in. The run stops at "
           "the budget, not at the estimate."),
        m_planSide);
    m_ranges->setObjectName(u"ranges"_s);
    auto *rows = new QVBoxLayout(m_planSide);
    rows->addWidget(m_plan);
    rows->addWidget(m_hintTitle);
    rows->addWidget(m_hint);
    rows->addStretch(1);
    rows->addWidget(m_ranges);
    return m_planSide;
}

QWidget *LaunchDialog::buildFoot()
{
    m_foot = new Panel(ColorToken::Surface, Qt::TopEdge, this);
    m_foot->setObjectName(u"launchFoot"_s);
    m_state = new Label({TypeSize::Small, ColorToken::Text3, QFont::Normal, LabelLook::Fit::Elided},
                        {}, m_foot);
    m_state->setObjectName(u"launchState"_s);
    m_cancel = new Button(ButtonRole::Secondary, tr("Cancel"), m_foot);
    m_cancel->setObjectName(u"cancelLaunch"_s);
    m_start = new Button(ButtonRole::Primary, tr("Start run"), m_foot);
    m_start->setObjectName(u"startRun"_s);
    m_start->setToolTip(tr("Ctrl+Enter"));
    m_start->setDefault(false);
    m_start->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_open->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_foot);
    row->addWidget(m_state, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_start);
    return m_foot;
}

void LaunchDialog::dress()
{
    m_side->setTheme(m_theme);
    m_side->setFixedWidth(m_theme.px(ListWidth));
    m_side->layout()->itemAt(1)->layout()->setContentsMargins(
        m_theme.px(Space::Large), m_theme.px(Space::Small), m_theme.px(Space::Large),
        m_theme.px(Space::Medium));
    m_delegate->setTheme(m_theme);
    QPalette ground = m_list->palette();
    ground.setColor(QPalette::Base, m_theme.color(ColorToken::Background));
    m_list->setPalette(ground);
    m_planSide->setTheme(m_theme);
    m_planSide->setFixedWidth(m_theme.px(PlanWidth));
    const int pad = m_theme.px(Space::Large);
    m_planSide->layout()->setContentsMargins(pad, pad, pad, pad);
    m_plan->setTheme(m_theme);
    m_foot->setTheme(m_theme);
    m_foot->setFixedHeight(m_theme.px(FootHeight));
    m_foot->layout()->setContentsMargins(pad, 0, pad, 0);
    m_foot->layout()->setSpacing(m_theme.px(Space::Small));
    auto *form = findChild<Panel *>(u"launchForm"_s);
    form->setTheme(m_theme);
    form->layout()->setContentsMargins(pad, pad, pad, pad);
    form->layout()->setSpacing(m_theme.px(Space::Small));
    m_form->setTheme(m_theme);
    for (Label *label : findChildren<Label *>())
        label->setTheme(m_theme);
    for (Button *button : findChildren<Button *>())
        button->setTheme(m_theme);
}

void LaunchDialog::listWorkflow(const ShownWorkflow &workflow)
{
    auto *item = new QListWidgetItem(workflow.title, m_list);
    item->setData(WorkflowDelegate::IdRole, workflow.id);
    item->setData(WorkflowDelegate::EvidenceRole, workflow.evidence);
    item->setData(WorkflowDelegate::IconRole, workflow.icon);
    item->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(workflow.title, workflow.evidence));
}

void LaunchDialog::setWorkflows(const QList<ShownWorkflow> &workflows)
{
    m_workflows = workflows;
    m_list->clear();
    for (const ShownWorkflow &workflow : workflows)
        listWorkflow(workflow);
    m_list->setCurrentRow(0);
}

void LaunchDialog::addWorkflow(const ShownWorkflow &workflow)
{
    m_workflows.append(workflow);
    listWorkflow(workflow);
    m_list->setCurrentRow(m_list->count() - 1);
}

void LaunchDialog::select(const QString &workflow)
{
    for (int row = 0; row < m_workflows.size(); ++row)
        if (m_workflows.at(row).id == workflow)
            m_list->setCurrentRow(row);
}

void LaunchDialog::setModels(const QStringList &models)
{
    m_models = models;
    listModels();
}

void LaunchDialog::listModels()
{
    const ShownWorkflow *chosen = workflow();
    const QString before = m_model->currentData().toString();
    const QSignalBlocker blocker(m_model);
    m_model->clear();
    m_model->addItem(chosen && !chosen->models.isEmpty()
                         ? tr("As the workflow says: %1").arg(chosen->models.join(u", "_s))
                         : tr("As the workflow says"));
    for (const QString &model : std::as_const(m_models))
        m_model->addItem(model, model);
    m_model->setCurrentIndex(std::max(0, m_model->findData(before)));
}

const ShownWorkflow *LaunchDialog::workflow() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_workflows.size() ? &m_workflows.at(row) : nullptr;
}

void LaunchDialog::takeWorkflow()
{
    const ShownWorkflow *chosen = workflow();
    if (!chosen)
        return;
    m_title->setText(chosen->title);
    m_description->setText(chosen->description);
    m_form->setFields(chosen->fields);
    m_budget->setText(chosen->budgetMicroUsd
                          ? QLocale().toString(double(*chosen->budgetMicroUsd) / 1e6, 'f', 2)
                          : QString());
    m_concurrency->setText(QString::number(chosen->concurrency));
    listModels();
    m_folderLabel->setVisible(chosen->hasTools);
    m_folder->setVisible(chosen->hasTools);
    m_hint->setText(chosen->hint);
    m_hintTitle->setVisible(!chosen->hint.isEmpty());
    m_hintTitle->setInk(chosen->isHintGood ? ColorToken::Ok : ColorToken::Wait);
    refresh();
}

Result<LaunchRequest> LaunchDialog::request() const
{
    LaunchRequest request;
    const ShownWorkflow *chosen = workflow();
    if (!chosen)
        return Error{Error::Kind::BadRequest, tr("Choose a workflow first.")};
    request.workflow = chosen->id;
    const Result<Json> inputs = m_form->values();
    if (!inputs)
        return inputs.error();
    request.inputs = *inputs;
    const QString budget = m_budget->text().remove(u'$').trimmed();
    if (!budget.isEmpty()) {
        bool isNumber = false;
        const double dollars = QLocale().toDouble(budget, &isNumber);
        if (!isNumber || dollars < 0 || dollars > 1e6)
            return Error{Error::Kind::BadRequest, tr("Budget: an amount of dollars is needed")};
        request.budgetMicroUsd = qint64(std::llround(dollars * 1e6));
    }
    if (!m_concurrency->hasAcceptableInput())
        return Error{Error::Kind::BadRequest,
                     tr("Calls at once: a number from 1 to %1 is needed").arg(MostAtOnce)};
    request.concurrency = m_concurrency->text().toInt();
    request.model = m_model->currentData().toString();
    if (chosen->hasTools)
        request.folder = m_folder->text().trimmed();
    request.usesCache = m_cache->isChecked();
    return request;
}

void LaunchDialog::refresh()
{
    const Result<LaunchRequest> request = this->request();
    m_start->setEnabled(bool(request));
    m_state->setInk(request ? ColorToken::Text3 : ColorToken::Wait);
    if (!request) {
        m_state->setText(request.error().message);
        return;
    }
    m_state->setText(tr("Planning…"));
    Q_EMIT planRequested(*request);
}

void LaunchDialog::showPlan(const ShownPlan &plan)
{
    const Result<LaunchRequest> request = this->request();
    if (!request || plan.workflow != request->workflow)
        return;
    m_plan->setPlan(plan, request->budgetMicroUsd);
    m_start->setEnabled(plan.fault.isEmpty());
    m_state->setText(plan.fault.isEmpty() ? tr("Dry run updated just now") : plan.fault);
}

void LaunchDialog::showFault(const QString &words)
{
    m_state->setInk(ColorToken::Fail);
    m_state->setText(words);
}

void LaunchDialog::start()
{
    const Result<LaunchRequest> request = this->request();
    if (!request) {
        refresh();
        return;
    }
    Q_EMIT startRequested(*request);
    accept();
}

void LaunchDialog::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a workflow file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Workflows (*.kagura.json *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &LaunchDialog::fileChosen);
    dialog->open();
}

void LaunchDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        if (m_start->isEnabled())
            start();
        return;
    }
    if (isEnter)
        return; // of a field; only Ctrl+Enter and the button start
    QDialog::keyPressEvent(event);
}

} // namespace kagura
