// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/cacheentrymodel.h"
#include "ui/cache/querycompletion.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace kagura {

class Button;
class CacheTable;
class EmptyState;
class FilterRow;
class KeyHint;
class Label;
class Notice;
class Panel;
class QueryField;
class ViewChips;

//! The entries of the cache: a query, what it means, and one row each.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: shown where they happened.
class CacheEntriesPane final : public QWidget
{
    Q_OBJECT

public:
    explicit CacheEntriesPane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    //! Asks it, as if it had been written.
    void setQuery(const QString &query);
    [[nodiscard]] QString query() const;
    //! What is shown is asked again; what is selected stays so.
    void reload();

    void setNames(const CacheNames &names);
    //! How many entries a query means; empty: it is not known.
    void setCount(const QString &query, const std::optional<BrowserTable::Count> &count);
    //! Without a file there is nothing to show; in words. Empty: there is one.
    void setTrouble(const QString &words);

    //! \name Places for what goes with the entries; the pane takes it
    //! @{
    void setSide(QWidget *side); //!< beside table and footer
    void setFooterPart(QWidget *part); //!< at the right end of the footer
    void setBelow(QWidget *below); //!< under the footer
    void addKeyHint(const QKeySequence &keys,
                    const QString &what,
                    const std::function<void()> &work);
    //! @}

    [[nodiscard]] CacheEntryModel &model() const { return *m_model; }
    [[nodiscard]] ViewChips &views() const { return *m_views; }
    [[nodiscard]] QueryField &field() const { return *m_field; }
    [[nodiscard]] CacheTable &table() const { return *m_table; }

    //! As soon as there is one.
    void selectFirst();
    //! Of the rows that are selected and known, in their order.
    [[nodiscard]] QList<CacheEntry> selected() const;

Q_SIGNALS:
    void countWanted(const QString &query); //!< setCount() answers
    void selectionChanged();
    void writeMessageRequested(); //!< there is nothing yet, and the person wants to begin

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeQueryRow();
    void makeTable();
    void makeFooter();
    void addShortcuts();
    void ask(const QString &query);
    void showOrder();
    void openOrders();
    void showState();
    void showRange();

    Theme m_theme;
    Panel *m_top = nullptr;
    QueryField *m_field = nullptr;
    Label *m_fault = nullptr;
    Label *m_matched = nullptr;
    ViewChips *m_views = nullptr;
    FilterRow *m_filters = nullptr;
    Button *m_filterButton = nullptr;
    Button *m_orderButton = nullptr;
    Button *m_columnsButton = nullptr;
    QStackedWidget *m_body = nullptr; //!< table, or why there is none
    CacheTable *m_table = nullptr;
    CacheEntryModel *m_model = nullptr;
    EmptyState *m_nothingYet = nullptr;
    EmptyState *m_noMatch = nullptr;
    Notice *m_notice = nullptr;
    QHBoxLayout *m_lower = nullptr; //!< table and footer, and what is beside them
    QVBoxLayout *m_left = nullptr;
    QHBoxLayout *m_footerRow = nullptr;
    Panel *m_footer = nullptr;
    Label *m_range = nullptr;
    QList<KeyHint *> m_keys;
    BrowserTable::Order m_order = BrowserTable::Order::Newest;
    std::optional<BrowserTable::Count> m_count; //!< of the query
    std::optional<qint64> m_all;
    QString m_trouble;
    qint64 m_lastSelected = 0; //!< is selected again after a reload
    bool m_wantsFirst = false;
};

} // namespace kagura
