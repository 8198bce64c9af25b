// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runhead.h"

#include "ui/runs/runfigures.h"
#include "ui/runs/runwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

RunHead::RunHead(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"runHead"_s);
    m_bar = new Panel(ColorToken::Surface, Qt::BottomEdge, this);
    m_bar->setObjectName(u"runBar"_s);
    m_title = new Label({TypeSize::Reading, ColorToken::Text, QFont::DemiBold}, {}, m_bar);
    m_title->setObjectName(u"runTitle"_s);
    m_state = new Label({TypeSize::Small, ColorToken::Text2, QFont::Medium}, {}, m_bar);
    m_state->setObjectName(u"runState"_s);
    m_detail = new Label(
        {TypeSize::Small, ColorToken::Text3, QFont::Normal, LabelLook::Fit::Elided}, {}, m_bar);
    m_detail->setObjectName(u"runDetail"_s);
    const auto button = [this](ButtonRole role, const QString &text, const QString &name,
                               void (RunHead::*signal)()) {
        auto *made = new Button(role, text, m_bar);
        made->setObjectName(name);
        connect(made, &QPushButton::clicked, this, signal);
        return made;
    };
    m_pause = button(ButtonRole::Secondary, tr("Pause"), u"pauseRun"_s, &RunHead::pauseRequested);
    m_resume = button(ButtonRole::Primary, tr("Resume"), u"resumeRun"_s, &RunHead::resumeRequested);
    m_cancel = button(ButtonRole::Danger, tr("Cancel"), u"cancelRun"_s, &RunHead::cancelRequested);
    m_discard =
        button(ButtonRole::Danger, tr("Discard"), u"discardRun"_s, &RunHead::discardRequested);
    m_budget = button(ButtonRole::Secondary, tr("Raise budget…"), u"raiseBudget"_s,
                      &RunHead::budgetRequested);
    m_rerun = button(ButtonRole::Secondary, tr("Rerun"), u"rerunRun"_s, &RunHead::rerunRequested);
    m_compare =
        button(ButtonRole::Secondary, tr("Compare"), u"compareRun"_s, &RunHead::compareRequested);
    m_export =
        button(ButtonRole::Secondary, tr("Export…"), u"exportRun"_s, &RunHead::exportRequested);
    m_figures = new RunFigures(this);
    m_troubleRoom = new QWidget(this);
    m_troubleRoom->setObjectName(u"runTroubleRoom"_s);
    m_trouble = new Notice(m_troubleRoom);
    m_trouble->setObjectName(u"runTrouble"_s);
    auto *troubleRow = new QVBoxLayout(m_troubleRoom);
    troubleRow->addWidget(m_trouble);
    m_troubleRoom->hide();
    auto *row = new QHBoxLayout(m_bar);
    row->addWidget(m_title);
    row->addWidget(m_state);
    row->addWidget(m_detail, 1);
    for (Button *one :
         {m_pause, m_resume, m_cancel, m_discard, m_budget, m_rerun, m_compare, m_export})
        row->addWidget(one);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addWidget(m_figures);
    rows->addWidget(m_troubleRoom);
}

void RunHead::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_bar->setTheme(theme);
    m_bar->setFixedHeight(theme.px(Measure::Head));
    m_bar->layout()->setContentsMargins(theme.px(Space::Large), 0, theme.px(Space::Large), 0);
    m_bar->layout()->setSpacing(theme.px(Space::Small));
    for (Label *label : {m_title, m_state, m_detail})
        label->setTheme(theme);
    for (Button *one :
         {m_pause, m_resume, m_cancel, m_discard, m_budget, m_rerun, m_compare, m_export})
        one->setTheme(theme);
    m_figures->setTheme(theme);
    m_trouble->setTheme(theme);
    const int pad = theme.px(Space::Medium);
    m_troubleRoom->layout()->setContentsMargins(pad, pad, pad, 0);
}

void RunHead::showRun(const ShownRun &run, const ShownRunFigures &figures)
{
    m_title->setText(run.title);
    m_title->setVisible(!run.title.isEmpty());
    m_state->setText(run.words.isEmpty() ? runMarkWords(run.mark) : run.words);
    m_state->setInk(runMarkInk(run.mark));
    m_detail->setText(figures.detail);
    m_pause->setVisible(figures.canPause);
    m_resume->setVisible(figures.canResume);
    m_cancel->setVisible(figures.canCancel);
    m_discard->setVisible(figures.canDiscard);
    m_budget->setVisible(figures.canRaiseBudget);
    m_rerun->setVisible(figures.canRerun);
    m_figures->setFigures(run, figures);
    m_trouble->setText({NoticeText::Kind::Warning, figures.trouble, figures.troubleDetail});
    m_troubleRoom->setVisible(!figures.trouble.isEmpty());
}

} // namespace kagura
