// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/statisticsview.h"
#include "ui/theme/theme.h"

#include <QTableWidget>

namespace kagura {

//! Models, or agents: a row each of how often the cache answered, and what that saved.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class StatisticsTable final : public QTableWidget
{
    Q_OBJECT

public:
    //! title: of the first column.
    explicit StatisticsTable(const QString &title, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setRows(const QList<StatisticsView::Row> &rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int row); //!< by double click or Enter

private:
    Theme m_theme;
};

} // namespace kagura
