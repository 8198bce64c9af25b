// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/invalidationtable.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QList>

namespace kagura {

//! What was done to the cache, newest first.
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: none.
class OperationModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, What, Query, Entries, Size, Cost, Undo, ColumnCount };

    explicit OperationModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

    using Operation = InvalidationTable::Operation;
    void setOperations(const QList<Operation> &operations, const QDateTime &now);
    [[nodiscard]] const Operation &operation(int row) const { return m_operations.at(row); }
    [[nodiscard]] bool canUndo(int row) const;

private:
    [[nodiscard]] QString text(const Operation &operation, int row, int column) const;

    QList<Operation> m_operations;
    QDateTime m_now;
};

} // namespace kagura
