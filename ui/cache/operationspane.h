// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/operationmodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QTableView;

namespace kagura {

class Button;
class Label;
class Panel;

//! What was done to the cache, and what of it can be taken back.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class OperationsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit OperationsPane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setOperations(const QList<InvalidationTable::Operation> &operations, const QDateTime &now);

Q_SIGNALS:
    void undoRequested(qint64 operation);

private:
    void showChoice();

    OperationModel *m_model = nullptr;
    Panel *m_head = nullptr;
    Label *m_words = nullptr;
    Button *m_undo = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace kagura
