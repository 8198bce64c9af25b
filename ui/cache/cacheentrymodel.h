// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/cache/browsertable.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QList>

#include <optional>

namespace kagura {

//! A page of entries that somebody wants to see; the answer carries the token back.
struct CachePageRequest
{
    quint64 token = 0;
    QString query; //!< as it is written
    BrowserTable::Order order = BrowserTable::Order::Newest;
    std::optional<BrowserTable::Place> after; //!< empty: the first page
    int limit = 0;

    bool operator==(const CachePageRequest &) const = default;
};

//! The entries that a query means, as far as somebody has looked: pages are asked for when their rows
//! come near, and given up again when they are far away, so that a million rows cost what some
//! thousand do.
//!
//! Whoever shows it tells by attend() which rows are seen. Answers to a question that is not asked any
//! more are dropped. A page that is read once more may have fewer rows than before, since entries
//! come and go; the missing ones are shown empty until the next ask().
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: failure().
class CacheEntryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        State,
        Agent,
        Model,
        Prompt,
        Answer,
        Tokens,
        Saved,
        Hits,
        Age,
        Expires,
        Size,
        Provider,
        Used,
        Finish,
        Tags,
        ColumnCount
    };
    enum Role { EntryRole = Qt::UserRole + 1 }; //!< a CacheEntry; invalid where it is not known
    static constexpr int PageSize = 100;
    static constexpr int KeptPages = 40;

    explicit CacheEntryModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] static QString columnName(int column);

    //! Begins anew; query must be sound.
    void ask(const QString &query, BrowserTable::Order order);
    [[nodiscard]] const QString &query() const { return m_query; }
    [[nodiscard]] BrowserTable::Order order() const { return m_order; }

    //! These rows are seen.
    void attend(int first, int last);

    void takePage(quint64 token, const BrowserTable::Page &page);
    void takeFailure(quint64 token, const Error &error);

    //! What ages and lifetimes are counted from.
    void setNow(const QDateTime &now);
    [[nodiscard]] const QDateTime &now() const { return m_now; }

    [[nodiscard]] const CacheEntry *entryAt(int row) const; //!< null where it is not known
    [[nodiscard]] int rowOf(qint64 id) const; //!< among those that are known; -1: it is not
    //! It changed; by its id.
    void replace(const CacheEntry &entry);

    [[nodiscard]] bool isWaiting() const; //!< for the first page
    [[nodiscard]] bool isComplete() const { return m_isComplete; } //!< the last row is known
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

Q_SIGNALS:
    void pageWanted(const kagura::CachePageRequest &request);
    void stateChanged(); //!< isWaiting(), failure()

private:
    struct Page
    {
        std::optional<BrowserTable::Place> after;
        int first = 0; //!< row
        int rows = 0;
        QList<CacheEntry> entries; //!< may be fewer than rows
        bool isLoaded = false;
        quint64 token = 0; //!< of the request under way; 0: none
    };

    [[nodiscard]] qsizetype pageOf(int row) const;
    void want(Page &page);
    void giveUpFarPages(qsizetype near);
    [[nodiscard]] QString text(const CacheEntry &entry, int column) const;

    QString m_query;
    BrowserTable::Order m_order = BrowserTable::Order::Newest;
    QList<Page> m_pages; //!< all but the last have rows
    int m_rows = 0;
    bool m_isComplete = false;
    quint64 m_lastToken = 0;
    std::optional<Error> m_failure;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
};

} // namespace kagura

Q_DECLARE_METATYPE(kagura::CacheEntry)
