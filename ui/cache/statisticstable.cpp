// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/statisticstable.h"

#include "ui/plots/sparkline.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

enum Column { Name, Trend, HitRate, Lookups, Saved, ColumnCount };

constexpr int TrendRole = Qt::UserRole;
constexpr qreal TrendWidth = 96;
constexpr qreal SmallestWidth = 380;

//! Paints a sparkline where there is one.
class TrendDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { m_theme = theme; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const int pad = m_theme.px(Space::Small);
        Sparkline::paint(*painter, QRectF(option.rect).adjusted(pad, pad, -pad, -pad),
                         index.data(TrendRole).value<QList<double>>(), m_theme);
    }

private:
    Theme m_theme;
};

} // namespace

StatisticsTable::StatisticsTable(const QString &title, QWidget *parent)
    : QTableWidget(0, ColumnCount, parent)
{
    setAccessibleName(title);
    setHorizontalHeaderLabels({title, tr("Trend"), tr("Hit rate"), tr("Lookups"), tr("Saved")});
    setItemDelegateForColumn(Trend, new TrendDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const int column : {HitRate, Lookups, Saved})
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setObjectName(u"statisticsHead"_s);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1); // the row's own height holds
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(Trend, QHeaderView::Fixed);
    connect(this, &QTableWidget::activated, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
}

void StatisticsTable::setTheme(const Theme &theme)
{
    m_theme = theme;
    static_cast<TrendDelegate *>(itemDelegateForColumn(Trend))->setTheme(theme);
    setFont(theme.font(TypeSize::Body));
    horizontalHeader()->setFont(theme.font(TypeSize::Small, QFont::Medium));
    horizontalHeader()->setFixedHeight(theme.px(Measure::Row));
    verticalHeader()->setDefaultSectionSize(theme.px(Measure::Row));
    setColumnWidth(Trend, theme.px(TrendWidth));
    for (int row = 0; row < rowCount(); ++row)
        item(row, Saved)->setForeground(theme.color(ColorToken::Cached));
    updateGeometry();
    viewport()->update();
}

void StatisticsTable::setRows(const QList<StatisticsView::Row> &rows)
{
    setRowCount(int(rows.size()));
    for (int i = 0; i < rows.size(); ++i) {
        const StatisticsView::Row &row = rows.at(i);
        const auto put = [this, i](Column column, const QString &text) {
            auto *cell = new QTableWidgetItem(text);
            if (column >= HitRate)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            setItem(i, column, cell);
            return cell;
        };
        put(Name, row.name)->setToolTip(row.name);
        put(Trend, {})->setData(TrendRole, QVariant::fromValue(row.trend));
        put(HitRate, row.hitRate);
        put(Lookups, row.lookups);
        put(Saved, row.saved)->setForeground(m_theme.color(ColorToken::Cached));
    }
    updateGeometry();
}

QSize StatisticsTable::sizeHint() const
{
    return {m_theme.px(SmallestWidth), m_theme.px(Measure::Row) * (rowCount() + 1) + 2};
}

} // namespace kagura
