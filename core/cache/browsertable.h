// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cacheentry.h"
#include "core/cache/cachequery.h"
#include "core/storage/connection.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace kagura {

//! What a person sees of the cache: pages of entries, counts of what a query means, one entry whole.
//!
//! Pages go on from the last row that was seen, never from a number of rows: the thousandth page costs
//! what the first did.
//!
//! Thread: that of the connection, in a read. Lifetime: shorter than the connection. Errors: Storage.
class BrowserTable
{
public:
    explicit BrowserTable(Connection &connection);

    enum class Order : std::uint8_t {
        Newest,
        LastUsed,
        Largest,
        BestMatch, //!< of words that are searched for; see ranked()
    };

    //! Where a page ended.
    struct Place
    {
        qint64 value = 0; //!< of what is sorted by
        qint64 id = 0;

        bool operator==(const Place &) const = default;
    };

    struct Page
    {
        QList<CacheEntry> entries;
        std::optional<Place> next; //!< empty: this is the last

        bool operator==(const Page &) const = default;
    };

    [[nodiscard]] Result<Page> page(const SqlCondition &condition,
                                    Order order,
                                    const std::optional<Place> &after,
                                    int limit);

    //! The entries in which the words stand closest and most often first: match as of CacheQuery::match(),
    //! rest the condition without it. Ranks change with every new entry, so these pages do go on from a
    //! number of rows, which stands in Place::value.
    [[nodiscard]] Result<Page> ranked(const QString &match,
                                      const SqlCondition &rest,
                                      const std::optional<Place> &after,
                                      int limit);

    //! What a query means, before anything is done to it.
    struct Count
    {
        qint64 entries = 0;
        qint64 bytes = 0;
        qint64 costMicroUsd = 0; //!< to get the answers again, as far as it is known
        qint64 pinned = 0; //!< of the entries

        bool operator==(const Count &) const = default;
    };
    [[nodiscard]] Result<Count> count(const SqlCondition &condition);

    //! Under which names there are entries.
    struct Names
    {
        QStringList models;
        QStringList agents;
        QStringList providers;
        QStringList tags;

        bool operator==(const Names &) const = default;
    };
    //! Sorted, at most 200 of each.
    [[nodiscard]] Result<Names> names();

    //! An entry with all that is stored of it.
    struct Whole
    {
        CachedAnswer answer;
        QByteArray request; //!< canonical JSON
        bool isSound = false; //!< the answer is the one that was stored

        bool operator==(const Whole &) const = default;
    };
    //! Empty: there is none of that id.
    [[nodiscard]] Result<std::optional<Whole>> entry(qint64 id);

private:
    [[nodiscard]] Result<std::optional<Place>> windowEnd(Order order,
                                                         const std::optional<Place> &after);
    [[nodiscard]] Result<QList<CacheEntry>> rows(const QString &source,
                                                 const SqlCondition &condition,
                                                 Order order,
                                                 int limit);
    [[nodiscard]] Result<QStringList> distinct(const QString &table, const QString &column);
    //! Those of the ids that are meant, in the order of the ids.
    [[nodiscard]] Result<QList<CacheEntry>> thoseOf(const QList<qint64> &ids,
                                                    const SqlCondition &condition,
                                                    qint64 most);

    Connection &m_connection;
};

//! Binds the values of a condition, in their order.
void bindAll(class Statement &statement, const QList<SqlCondition::Value> &values);

} // namespace kagura
