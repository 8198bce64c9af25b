// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runhistory.h"

#include "ui/runs/runhistorydelegate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal Width = 240;
constexpr std::chrono::minutes TimeStep{1}; // "Today" does not stay true

} // namespace

RunHistory::RunHistory(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"runHistory"_s);
    setAccessibleName(tr("Runs"));
    m_ground = new Panel(ColorToken::Background, Qt::RightEdge, this);
    m_ground->setObjectName(u"runHistoryGround"_s);
    m_head = new Panel(ColorToken::Background, Qt::BottomEdge, m_ground);
    m_head->setObjectName(u"runHistoryHead"_s);
    m_filter = new QLineEdit(m_head);
    m_filter->setObjectName(u"runFilter"_s);
    m_filter->setAccessibleName(tr("Filter runs"));
    m_filter->setPlaceholderText(tr("Filter runs"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(QIcon(), QLineEdit::LeadingPosition);
    for (QToolButton *icon : m_filter->findChildren<QToolButton *>())
        icon->setObjectName(u"runFilterIcon"_s);
    m_new = new Button(ButtonRole::Secondary, {}, m_head);
    m_new->setObjectName(u"newRun"_s);
    m_new->setAccessibleName(tr("New run"));
    m_new->setToolTip(tr("New run (Ctrl+Shift+R)"));
    m_new->setIconName(u"plus"_s);
    m_view = new QListView(m_ground);
    m_view->setObjectName(u"runs"_s);
    m_view->setAccessibleName(tr("Runs"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_delegate = new RunHistoryDelegate(m_view);
    m_view->setItemDelegate(m_delegate);
    m_view->setModel(&m_model);
    m_view->installEventFilter(this);
    auto *headRow = new QHBoxLayout(m_head);
    headRow->addWidget(m_filter, 1);
    headRow->addWidget(m_new);
    auto *column = new QVBoxLayout(m_ground);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_view, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_ground);

    connect(m_filter, &QLineEdit::textChanged, &m_model, &RunHistoryModel::setFilter);
    connect(m_new, &QPushButton::clicked, this, &RunHistory::launchRequested);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                const QString run = current.data(RunHistoryModel::IdRole).toString();
                if (m_isRestoring || run.isEmpty() || run == m_chosen)
                    return;
                m_chosen = run;
                Q_EMIT runChosen(run);
            });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_isRestoring = true; });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_isRestoring = false;
        choose(m_chosen);
    });
    auto *minute = new QTimer(this);
    minute->setTimerType(Qt::VeryCoarseTimer);
    minute->start(TimeStep);
    connect(minute, &QTimer::timeout, this,
            [this] { m_model.setNow(QDateTime::currentDateTime()); });
}

void RunHistory::setTheme(const Theme &theme)
{
    setFixedWidth(theme.px(Width));
    m_ground->setTheme(theme);
    m_head->setTheme(theme);
    m_head->setFixedHeight(theme.px(Measure::Head));
    const int pad = theme.px(Space::Large);
    m_head->layout()->setContentsMargins(pad, 0, pad, 0);
    m_head->layout()->setSpacing(theme.px(Space::Small));
    m_filter->actions().constFirst()->setIcon(theme.icon(u"search"_s, ColorToken::Text3));
    m_new->setTheme(theme);
    m_delegate->setTheme(theme);
    QPalette ground = m_view->palette();
    ground.setColor(QPalette::Base, theme.color(ColorToken::Background));
    m_view->setPalette(ground);
    m_view->doItemsLayout();
}

void RunHistory::choose(const QString &run)
{
    m_chosen = run;
    const QModelIndex place = m_model.indexOf(run);
    if (place.isValid())
        m_view->setCurrentIndex(place);
    else
        m_view->clearSelection();
}

void RunHistory::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool RunHistory::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete && !m_chosen.isEmpty()) {
        Q_EMIT removeRequested(m_chosen);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kagura
