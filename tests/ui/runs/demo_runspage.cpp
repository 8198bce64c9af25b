// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of runs with made-up content, for looking at it: demo_ui_runs [light|dark] [empty|wide|launch].

#include "tests/ui/runs/samplerun.h"
#include "ui/runs/launchdialog.h"
#include "ui/runs/runspage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/frameclock.h"

#include <QApplication>
#include <QTimer>

int main(int argc, char *argv[])
{
    using namespace kagura;
    using namespace Qt::StringLiterals;
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    ThemeController theme;
    theme.setChoice(arguments.contains(u"dark"_s) ? ThemeController::Choice::Dark
                                                  : ThemeController::Choice::Light);
    FrameClock clock;
    RunsPage page(clock);
    page.setTheme(theme.theme());
    const test::SampleRun sample = test::sampleRun();
    if (!arguments.contains(u"empty"_s)) {
        page.showHistory(sample.history);
        page.openRun(sample.run.id);
        page.showFigures(sample.run.id, sample.figures);
        page.applyNodes(sample.run.id,
                        arguments.contains(u"wide"_s) ? test::wideRun(10'000, 200) : sample.nodes);
        page.showQuestions(sample.questions);
        page.tree().setCurrentPath(sample.detail.path);
        page.inspector().showDetail(sample.detail);
        page.inspector().setLiveText(
            sample.detail.path,
            u"Schedule B sets the price; the order form repeats it without the tiers, so Schedule "
            u"B "
            "wins under clause 2.4.\n\nClause 7.2 sets the base fee at $18,400 a month, indexed to "
            "CPI with no ceiling."_s);
    }
    page.resize(1384, 872);
    page.show();
    if (arguments.contains(u"launch"_s)) {
        auto *dialog = new LaunchDialog(theme.theme(), &page);
        dialog->setWorkflows(test::sampleWorkflows());
        dialog->select(u"map-reduce"_s);
        ShownPlan plan = test::samplePlan();
        plan.workflow = u"map-reduce"_s;
        QObject::connect(dialog, &LaunchDialog::planRequested, dialog,
                         [dialog, plan](const LaunchRequest &) { dialog->showPlan(plan); });
        dialog->open();
    }
    return QApplication::exec();
}
