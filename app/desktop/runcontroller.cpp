// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/runcontroller.h"

#include "app/desktop/chatengine.h"
#include "app/desktop/launchdesk.h"
#include "app/desktop/rundesk.h"
#include "ui/runs/comparedialog.h"
#include "ui/runs/launchdialog.h"

#include <QApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

RunController::RunController(ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_page(std::make_unique<RunsPage>(m_frames))
{
    listenToPage();
    listenToDesk();
    listenToLaunches();
}

RunController::~RunController() = default;

void RunController::tell(std::function<void(RunDesk &)> work)
{
    QMetaObject::invokeMethod(
        &m_engine, [engine = &m_engine, work = std::move(work)] { work(engine->runs()); });
}

void RunController::tellLaunches(std::function<void(LaunchDesk &)> work)
{
    QMetaObject::invokeMethod(
        &m_engine, [engine = &m_engine, work = std::move(work)] { work(engine->launches()); });
}

void RunController::look(const QString &run)
{
    m_page->openRun(run);
    tell([run](RunDesk &desk) { desk.open(run); });
}

void RunController::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_page->setTheme(theme);
}

void RunController::listenToPage()
{
    RunsPage *page = m_page.get();
    connect(page, &RunsPage::runChosen, this, &RunController::look);
    connect(page, &RunsPage::launchRequested, this, &RunController::launch);
    connect(page, &RunsPage::nodeChosen, this, [this](const QString &run, const QString &path) {
        tell([run, path](RunDesk &desk) { desk.chooseNode(run, path); });
    });
    const auto command = [this, page](void (RunsPage::*signal)(const QString &),
                                      RunDesk::Command what) {
        connect(page, signal, this, [this, what](const QString &run) {
            tell([run, what](RunDesk &desk) { desk.command(run, what); });
        });
    };
    command(&RunsPage::pauseRequested, RunDesk::Command::Pause);
    command(&RunsPage::resumeRequested, RunDesk::Command::Resume);
    command(&RunsPage::cancelRequested, RunDesk::Command::Cancel);
    command(&RunsPage::rerunRequested, RunDesk::Command::Rerun);
    const auto nodeCommand = [this,
                              page](void (RunsPage::*signal)(const QString &, const QString &),
                                    RunDesk::NodeCommand what) {
        connect(page, signal, this, [this, what](const QString &run, const QString &path) {
            tell([run, path, what](RunDesk &desk) { desk.commandNode(run, path, what); });
        });
    };
    nodeCommand(&RunsPage::nodeCancelRequested, RunDesk::NodeCommand::Cancel);
    nodeCommand(&RunsPage::nodeRetryRequested, RunDesk::NodeCommand::Retry);
    nodeCommand(&RunsPage::nodeSkipRequested, RunDesk::NodeCommand::Skip);
    connect(page, &RunsPage::compareRequested, this, &RunController::compare);
    connect(page, &RunsPage::budgetRequested, this, &RunController::askForBudget);
    connect(page, &RunsPage::exportRequested, this, &RunController::askForExport);
    connect(page, &RunsPage::removeRequested, this, &RunController::askBeforeRemoval);
    connect(page, &RunsPage::answered, this,
            [this](const ShownQuestion &question, const QString &action, const Json &fields) {
                tell([question, action, fields](RunDesk &desk) {
                    desk.answer(question, action, fields);
                });
            });
}

void RunController::listenToDesk()
{
    const RunDesk *desk = &m_engine.runs();
    RunsPage *page = m_page.get();
    connect(desk, &RunDesk::runsListed, this, [this](const QList<ShownRun> &runs) {
        m_page->showHistory(runs);
        const QString newest = m_page->history().model().newest();
        if (m_page->run().isEmpty() && !newest.isEmpty())
            look(newest);
    });
    connect(desk, &RunDesk::runChanged, page, &RunsPage::upsertRun);
    connect(desk, &RunDesk::runRemoved, page, &RunsPage::removeRun);
    connect(desk, &RunDesk::rerunStarted, this, &RunController::look);
    connect(desk, &RunDesk::figuresChanged, page, &RunsPage::showFigures);
    connect(desk, &RunDesk::nodesChanged, page, &RunsPage::applyNodes);
    connect(desk, &RunDesk::detailChanged, page,
            [page](const ShownNodeDetail &detail) { page->inspector().showDetail(detail); });
    connect(desk, &RunDesk::liveTextSet, page, [page](const QString &path, const QString &text) {
        page->inspector().setLiveText(path, text);
    });
    connect(desk, &RunDesk::liveTextAdded, page, [page](const QString &path, const QString &text) {
        page->inspector().addLiveText(path, text);
    });
    connect(desk, &RunDesk::questionsChanged, this, &RunController::takeQuestions);
    connect(desk, &RunDesk::compared, this, [this](const ShownComparison &comparison) {
        if (m_comparing)
            m_comparing->showComparison(comparison);
    });
    connect(desk, &RunDesk::interruptedFound, this, [this](int count, const QString &words) {
        NoticeText notice;
        if (count > 0) {
            notice.kind = NoticeText::Kind::Warning;
            notice.title = count == 1 ? tr("A run was interrupted.")
                                      : tr("%n runs were interrupted.", nullptr, count);
            notice.detail = words;
            notice.stepLabel = tr("Inspect");
        }
        Q_EMIT interruptedFound(notice);
    });
}

void RunController::listenToLaunches()
{
    const LaunchDesk *desk = &m_engine.launches();
    connect(desk, &LaunchDesk::workflowsListed, this,
            [this](const QList<ShownWorkflow> &workflows) {
                if (m_dialog)
                    m_dialog->setWorkflows(workflows);
            });
    connect(desk, &LaunchDesk::workflowOpened, this, [this](const ShownWorkflow &workflow) {
        if (m_dialog)
            m_dialog->addWorkflow(workflow);
    });
    connect(desk, &LaunchDesk::workflowRefused, this, [this](const QString &words) {
        if (m_dialog)
            m_dialog->showFault(words);
    });
    connect(desk, &LaunchDesk::planned, this, [this](const ShownPlan &plan) {
        if (m_dialog)
            m_dialog->showPlan(plan);
    });
    connect(desk, &LaunchDesk::launched, this, [this](const QString &run) {
        look(run);
        Q_EMIT shown();
    });
    connect(desk, &LaunchDesk::notice, this, &RunController::notified);
    connect(&m_engine.providers(), &ProviderDesk::modelsOffered, this,
            [this](const QList<OfferedModel> &models) {
                m_models.clear();
                for (const OfferedModel &one : models)
                    if (!one.ref.model.isEmpty())
                        m_models.append(one.ref.toString());
                if (m_dialog)
                    m_dialog->setModels(m_models);
            });
}

void RunController::lookAtInterrupted()
{
    const QString run = m_page->history().model().newest(RunMark::InDoubt);
    if (!run.isEmpty())
        look(run);
}

void RunController::takeQuestions(const QList<ShownQuestion> &questions)
{
    m_page->showQuestions(questions);
    if (questions.size() > m_asked) {
        const ShownQuestion &newest = questions.last();
        Q_EMIT notified(tr("A run asks: %1").arg(newest.title.section(u'\n', 0, 0)));
        QApplication::alert(m_page->window());
    }
    m_asked = questions.size();
    Q_EMIT answersWanted(int(questions.size()));
}

void RunController::launch()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_dialog = new LaunchDialog(m_theme, m_page->window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    listenToDialog();
    m_dialog->setModels(m_models);
    m_dialog->open();
    tellLaunches([](LaunchDesk &desk) { desk.listWorkflows(); });
}

void RunController::listenToDialog()
{
    connect(m_dialog, &LaunchDialog::fileChosen, this, [this](const QString &path) {
        tellLaunches([path](LaunchDesk &desk) { desk.openWorkflow(path); });
    });
    connect(m_dialog, &LaunchDialog::planRequested, this, [this](const LaunchRequest &request) {
        tellLaunches([request](LaunchDesk &desk) { desk.plan(request); });
    });
    connect(m_dialog, &LaunchDialog::startRequested, this, [this](const LaunchRequest &request) {
        tellLaunches([request](LaunchDesk &desk) { desk.launch(request); });
    });
}

void RunController::compare(const QString &run)
{
    const RunHistoryModel &history = m_page->history().model();
    const ShownRun *shown = history.run(run);
    const QList<ShownRun> others = history.runsLike(run);
    if (!shown || others.isEmpty()) {
        Q_EMIT notified(tr("There is no other run to compare with yet."));
        return;
    }
    m_comparing = new CompareDialog(*shown, others, m_theme, m_page->window());
    m_comparing->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_comparing, &CompareDialog::compareRequested, this,
            [this](const QString &before, const QString &after) {
                tell([before, after](RunDesk &desk) { desk.compare(before, after); });
            });
    m_comparing->open();
    tell([before = others.first().id, run](RunDesk &desk) { desk.compare(before, run); });
}

void RunController::askForBudget(const QString &run)
{
    auto *dialog = new QInputDialog(m_page->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"budgetDialog"_s);
    dialog->setWindowTitle(tr("Raise the budget"));
    dialog->setLabelText(tr("New calls stop at this sum, in dollars:"));
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setDoubleRange(0, 1e6);
    dialog->setDoubleDecimals(2);
    dialog->setDoubleValue(1);
    connect(dialog, &QInputDialog::doubleValueSelected, this, [this, run](double dollars) {
        const auto microUsd = qint64(std::llround(dollars * 1e6));
        tell([run, microUsd](RunDesk &desk) { desk.raiseBudget(run, microUsd); });
    });
    dialog->open();
}

void RunController::askForExport(const QString &run)
{
    auto *dialog = new QFileDialog(m_page->window(), tr("Export the results of the run"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QList<std::pair<QString, QString>> formats = {{u"json"_s, tr("JSON (*.json)")},
                                                        {u"jsonl"_s, tr("JSON lines (*.jsonl)")},
                                                        {u"csv"_s, tr("Table (*.csv)")},
                                                        {u"markdown"_s, tr("Markdown (*.md)")},
                                                        {u"html"_s, tr("Web page (*.html)")}};
    QStringList filters;
    for (const auto &[format, filter] : formats)
        filters.append(filter);
    dialog->setNameFilters(filters);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, run, dialog, formats, filters](const QString &path) {
                const QString format =
                    formats
                        .at(std::max<qsizetype>(0, filters.indexOf(dialog->selectedNameFilter())))
                        .first;
                tell([run, path, format](RunDesk &desk) { desk.exportTo(run, path, format); });
            });
    dialog->open();
}

void RunController::askBeforeRemoval(const QString &run)
{
    const ShownRun *known = m_page->history().model().run(run);
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("Discard the run"),
        tr("%1 and everything it has answered will be removed. This cannot be taken back.")
            .arg(known ? known->title : run),
        QMessageBox::Cancel, m_page->window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"removeRun"_s);
    box->setTextFormat(Qt::PlainText);
    QPushButton *discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    discard->setObjectName(u"discard"_s);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, run, discard](const QAbstractButton *button) {
                if (button == discard)
                    tell([run](RunDesk &desk) { desk.remove(run); });
            });
    box->open();
}

} // namespace kagura
