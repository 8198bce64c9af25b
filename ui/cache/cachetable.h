// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/cacheentrymodel.h"
#include "ui/theme/theme.h"

#include <QTableView>

namespace kagura {

class CacheEntryDelegate;

//! The table of entries: which columns it has, how wide they are, and which rows are seen.
//!
//! Thread: the GUI thread. Lifetime: its parent's; the model outlives it. Errors: none.
class CacheTable final : public QTableView
{
    Q_OBJECT

public:
    explicit CacheTable(CacheEntryModel &model, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setMarkedWords(const QStringList &words);
    //! Below that button.
    void openColumns(QWidget *button);

    //! Of the rows that are seen, the first and the last; empty without rows.
    [[nodiscard]] std::optional<std::pair<int, int>> seenRows() const;
    [[nodiscard]] QList<CacheEntry> selected() const; //!< that are known, in their order

Q_SIGNALS:
    void rowsSeen(); //!< others than before
    void orderRequested(kagura::BrowserTable::Order order);
    void selectionMoved();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void attend();

    CacheEntryModel &m_model;
    CacheEntryDelegate *m_delegate = nullptr;
};

} // namespace kagura
