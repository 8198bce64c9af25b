// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/cachetable.h"

#include "ui/cache/cacheentrydelegate.h"

#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Order = BrowserTable::Order;

struct ColumnWidth
{
    CacheEntryModel::Column column;
    qreal width;
    bool isUsual; //!< shown unless somebody hides it
};

constexpr std::array ColumnWidths = {
    ColumnWidth{CacheEntryModel::State, 32, true},
    ColumnWidth{CacheEntryModel::Agent, 104, true},
    ColumnWidth{CacheEntryModel::Model, 104, true},
    ColumnWidth{CacheEntryModel::Tokens, 92, true},
    ColumnWidth{CacheEntryModel::Saved, 76, true},
    ColumnWidth{CacheEntryModel::Hits, 56, true},
    ColumnWidth{CacheEntryModel::Age, 58, true},
    ColumnWidth{CacheEntryModel::Expires, 74, true},
    ColumnWidth{CacheEntryModel::Size, 78, true},
    ColumnWidth{CacheEntryModel::Provider, 92, false},
    ColumnWidth{CacheEntryModel::Used, 58, false},
    ColumnWidth{CacheEntryModel::Finish, 78, false},
    ColumnWidth{CacheEntryModel::Tags, 104, false},
};

std::optional<Order> orderOf(int column)
{
    if (column == CacheEntryModel::Age)
        return Order::Newest;
    if (column == CacheEntryModel::Size)
        return Order::Largest;
    return column == CacheEntryModel::Used ? std::optional(Order::LastUsed) : std::nullopt;
}

} // namespace

CacheTable::CacheTable(CacheEntryModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new CacheEntryDelegate(this))
{
    setObjectName(u"cacheTable"_s);
    setAccessibleName(tr("Entries of the cache"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *head = horizontalHeader();
    head->setObjectName(u"cacheColumnsHead"_s);
    head->setHighlightSections(false);
    head->setSectionsClickable(true);
    head->setMinimumSectionSize(1);
    for (const ColumnWidth &one : ColumnWidths)
        setColumnHidden(one.column, !one.isUsual);
    connect(head, &QHeaderView::sectionClicked, this, [this](int column) {
        if (const std::optional<Order> order = orderOf(column))
            Q_EMIT orderRequested(*order);
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &CacheTable::attend);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CacheTable::selectionMoved);
}

void CacheTable::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    verticalHeader()->setDefaultSectionSize(theme.px(Measure::Row));
    QHeaderView *head = horizontalHeader();
    head->setFixedHeight(theme.px(Measure::Row));
    for (const ColumnWidth &one : ColumnWidths) {
        head->setSectionResizeMode(one.column, QHeaderView::Interactive);
        head->resizeSection(one.column, theme.px(one.width));
    }
    head->setSectionResizeMode(CacheEntryModel::Prompt, QHeaderView::Stretch);
    head->setSectionResizeMode(CacheEntryModel::Answer, QHeaderView::Stretch);
    viewport()->update();
}

void CacheTable::setMarkedWords(const QStringList &words)
{
    m_delegate->setMarkedWords(words);
    viewport()->update();
}

void CacheTable::openColumns(QWidget *button)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"cacheColumnChoice"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = CacheEntryModel::Agent; column < CacheEntryModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(CacheEntryModel::columnName(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { setColumnHidden(column, !isShown); });
    }
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

std::optional<std::pair<int, int>> CacheTable::seenRows() const
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return std::nullopt;
    const int last = rowAt(viewport()->height() - 1);
    return std::pair(std::max(0, rowAt(0)), last < 0 ? rows - 1 : last);
}

void CacheTable::attend()
{
    if (const auto seen = seenRows()) {
        m_model.attend(seen->first, seen->second);
        Q_EMIT rowsSeen();
    }
}

void CacheTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    attend();
}

void CacheTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    attend();
}

QList<CacheEntry> CacheTable::selected() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QList<CacheEntry> entries;
    for (const int row : std::as_const(rows)) {
        if (const CacheEntry *entry = m_model.entryAt(row))
            entries.append(*entry);
    }
    return entries;
}

} // namespace kagura
