// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/operationmodel.h"

#include "ui/widgets/valuetext.h"

namespace kagura {

namespace {

bool isNumber(int column)
{
    return column == OperationModel::Entries || column == OperationModel::Size
        || column == OperationModel::Cost;
}

} // namespace

OperationModel::OperationModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

int OperationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_operations.size());
}

int OperationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant OperationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && index.column() == Query))
        return text(m_operations.at(index.row()), index.row(), index.column());
    return {};
}

QString OperationModel::text(const Operation &operation, int row, int column) const
{
    switch (column) {
    case At:
        return timeColumnText(operation.at, m_now);
    case What:
        return operation.kind == InvalidationTable::Kind::Soft ? tr("Made stale")
                                                               : tr("Moved to the trash");
    case Query:
        return operation.query.isEmpty() ? tr("everything") : operation.query;
    case Entries:
        return countText(operation.count.entries);
    case Size:
        return sizeText(operation.count.bytes);
    case Cost:
        return operation.count.costMicroUsd > 0 ? costText(operation.count.costMicroUsd)
                                                : costText(std::nullopt);
    case Undo:
        if (operation.isUndone)
            return tr("undone");
        return canUndo(row)
            ? tr("can be undone for %1")
                  .arg(ageText(std::chrono::seconds(m_now.secsTo(operation.undoUntil))))
            : tr("final");
    default:
        return {};
    }
}

QVariant OperationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At:
        return tr("When");
    case What:
        return tr("What was done");
    case Query:
        return tr("To which entries");
    case Entries:
        return tr("Entries");
    case Size:
        return tr("Size");
    case Cost:
        return tr("To regenerate");
    case Undo:
        return tr("Undo");
    default:
        return {};
    }
}

void OperationModel::setOperations(const QList<Operation> &operations, const QDateTime &now)
{
    beginResetModel();
    m_operations = operations;
    m_now = now;
    endResetModel();
}

bool OperationModel::canUndo(int row) const
{
    const Operation &operation = m_operations.at(row);
    return !operation.isUndone && m_now < operation.undoUntil;
}

} // namespace kagura
