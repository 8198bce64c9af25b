// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/operationspane.h"

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
    OperationModel::Column column;
    qreal width;
};
constexpr std::array ColumnWidths = {
    ColumnWidth{OperationModel::At, 84},      ColumnWidth{OperationModel::What, 160},
    ColumnWidth{OperationModel::Entries, 92}, ColumnWidth{OperationModel::Size, 92},
    ColumnWidth{OperationModel::Cost, 120},   ColumnWidth{OperationModel::Undo, 190},
};
constexpr qreal HeadHeight = 46;

} // namespace

OperationsPane::OperationsPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new OperationModel(this))
{
    setObjectName(u"cacheOperations"_s);
    m_head = new Panel(ColorToken::Surface, Qt::BottomEdge, this);
    m_head->setObjectName(u"operationsHead"_s);
    m_words = new Label({TypeSize::Body, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Elided},
                        {}, m_head);
    m_words->setObjectName(u"operationsWords"_s);
    m_undo = new Button(ButtonRole::Secondary, tr("Undo this"), m_head);
    m_undo->setObjectName(u"undoOperation"_s);
    auto *row = new QHBoxLayout(m_head);
    row->addWidget(m_words, 1);
    row->addWidget(m_undo);
    m_table = new QTableView(this);
    m_table->setObjectName(u"operationsTable"_s);
    m_table->setAccessibleName(tr("What was done to the cache"));
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
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_head);
    rows->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OperationsPane::showChoice);
    connect(m_undo, &Button::clicked, this, [this] {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid())
            Q_EMIT undoRequested(m_model->operation(current.row()).id);
    });
    setFocusProxy(m_table);
    setTheme(Theme());
    showChoice();
}

void OperationsPane::setTheme(const Theme &theme)
{
    const int pad = theme.px(Space::Large);
    m_head->setTheme(theme);
    m_head->setFixedHeight(theme.px(HeadHeight));
    m_head->layout()->setContentsMargins(pad, 0, pad, 0);
    m_words->setTheme(theme);
    m_undo->setTheme(theme);
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(Measure::Row));
    m_table->horizontalHeader()->setFixedHeight(theme.px(Measure::Row));
    for (const ColumnWidth &one : ColumnWidths)
        m_table->horizontalHeader()->resizeSection(one.column, theme.px(one.width));
    m_table->horizontalHeader()->setSectionResizeMode(OperationModel::Query, QHeaderView::Stretch);
}

void OperationsPane::setOperations(const QList<InvalidationTable::Operation> &operations,
                                   const QDateTime &now)
{
    const int row = m_table->currentIndex().row();
    m_model->setOperations(operations, now);
    if (!operations.isEmpty())
        m_table->selectRow(std::clamp(row, 0, int(operations.size()) - 1));
    showChoice();
}

void OperationsPane::showChoice()
{
    const QModelIndex current = m_table->currentIndex();
    m_undo->setEnabled(current.isValid() && m_model->canUndo(current.row()));
    if (m_model->rowCount() == 0)
        m_words->setText(tr("Nothing was invalidated yet. Each invalidation is written down here, "
                            "and can be undone for ten minutes."));
    else
        m_words->setText(tr("Undoing brings back what no newer answer has replaced."));
}

} // namespace kagura
