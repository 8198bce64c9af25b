// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/feedpane.h"

#include "ui/cache/misscard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct ColumnWidth
{
    FeedModel::Column column;
    qreal width;
};
constexpr std::array ColumnWidths = {
    ColumnWidth{FeedModel::At, 84},     ColumnWidth{FeedModel::Outcome, 110},
    ColumnWidth{FeedModel::Model, 150}, ColumnWidth{FeedModel::Agent, 110},
    ColumnWidth{FeedModel::Saved, 84},  ColumnWidth{FeedModel::Key, 190},
};
constexpr qreal HeadHeight = 46;
constexpr qreal SideWidth = 376;

} // namespace

FeedPane::FeedPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new FeedModel(this))
{
    setObjectName(u"cacheFeed"_s);
    m_head = new Panel(ColorToken::Surface, Qt::BottomEdge, this);
    m_head->setObjectName(u"feedHead"_s);
    m_words = new Label({TypeSize::Body, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Elided},
                        {}, m_head);
    m_words->setObjectName(u"feedWords"_s);
    m_open = new Button(ButtonRole::Secondary, tr("Open entry"), m_head);
    m_open->setObjectName(u"feedOpen"_s);
    m_pause = new Button(ButtonRole::Quiet, tr("Pause"), m_head);
    m_pause->setObjectName(u"feedPause"_s);
    m_pause->setCheckable(true);
    m_clear = new Button(ButtonRole::Quiet, tr("Clear"), m_head);
    m_clear->setObjectName(u"feedClear"_s);
    auto *row = new QHBoxLayout(m_head);
    row->addWidget(m_words, 1);
    row->addWidget(m_open);
    row->addWidget(m_pause);
    row->addWidget(m_clear);
    m_table = new QTableView(this);
    m_table->setObjectName(u"feedTable"_s);
    m_table->setAccessibleName(tr("What the cache did lately"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_side = new Panel(ColorToken::Background, Qt::LeftEdge, this);
    m_side->setObjectName(u"feedSide"_s);
    m_miss = new MissCard(m_side);
    auto *sideRows = new QVBoxLayout(m_side);
    sideRows->addWidget(m_miss);
    m_side->hide();
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_table, 1);
    body->addWidget(m_side);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_head);
    rows->addLayout(body, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FeedPane::showChoice);
    connect(m_open, &Button::clicked, this, [this] {
        Q_EMIT entryRequested(m_model->row(m_table->currentIndex().row()).note.key);
    });
    connect(m_pause, &Button::toggled, this, [this](bool isPaused) {
        m_pause->setText(isPaused ? tr("Go on") : tr("Pause"));
        const QList<FeedRow> held = std::exchange(m_heldBack, {});
        for (const FeedRow &one : held)
            add(one);
        showWords();
    });
    connect(m_clear, &Button::clicked, this, [this] {
        m_model->clear();
        m_heldBack.clear();
        showChoice();
        showWords();
    });
    connect(m_miss, &MissCard::nearestRequested, this, &FeedPane::nearestRequested);
    connect(m_miss, &MissCard::copied, this, &FeedPane::copyRequested);
    setFocusProxy(m_table);
    setTheme(Theme());
    showChoice();
    showWords();
}

void FeedPane::setTheme(const Theme &theme)
{
    const int pad = theme.px(Space::Large);
    m_head->setTheme(theme);
    m_head->setFixedHeight(theme.px(HeadHeight));
    m_head->layout()->setContentsMargins(pad, 0, pad, 0);
    m_words->setTheme(theme);
    for (Button *button : {m_open, m_pause, m_clear})
        button->setTheme(theme);
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(Measure::Row));
    m_table->horizontalHeader()->setFixedHeight(theme.px(Measure::Row));
    for (const ColumnWidth &one : ColumnWidths)
        m_table->horizontalHeader()->resizeSection(one.column, theme.px(one.width));
    m_table->horizontalHeader()->setSectionResizeMode(FeedModel::Why, QHeaderView::Stretch);
    m_side->setTheme(theme);
    m_side->setFixedWidth(theme.px(SideWidth));
    m_side->layout()->setContentsMargins(pad, pad, pad, pad);
    m_miss->setTheme(theme);
}

void FeedPane::add(const FeedRow &row)
{
    if (m_pause->isChecked()) {
        m_heldBack.append(row);
        if (m_heldBack.size() > FeedModel::MostRows)
            m_heldBack.removeFirst();
    } else {
        m_model->add(row);
    }
    showWords();
}

void FeedPane::setMiss(quint64 number, const MissDetail &miss)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || m_model->row(current.row()).number != number)
        return;
    m_shown = number;
    m_miss->setMiss(miss);
    m_side->show();
}

void FeedPane::showChoice()
{
    const QModelIndex current = m_table->currentIndex();
    const bool hasChoice = current.isValid() && m_table->selectionModel()->hasSelection();
    m_open->setEnabled(hasChoice && m_model->row(current.row()).note.key != CacheKey());
    if (!hasChoice) {
        m_side->hide();
        m_shown = 0;
        return;
    }
    const FeedRow &row = m_model->row(current.row());
    if (row.number == m_shown)
        return;
    m_side->hide();
    m_shown = 0;
    if (row.canExplain)
        Q_EMIT missWanted(row.number);
}

void FeedPane::showWords()
{
    if (!m_heldBack.isEmpty())
        m_words->setText(tr("Standing still; since then: %1").arg(m_heldBack.size()));
    else if (m_model->rowCount() == 0)
        m_words->setText(tr("Every call from now on is shown here: a hit, a miss and why, and "
                            "whether the answer was kept."));
    else
        m_words->setText(tr("Choose a miss to see why it was one."));
}

} // namespace kagura
