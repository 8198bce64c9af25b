// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/itemrunner.h"
#include "core/base/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace kagura {

//! The results of map(), by index.
//!
//! Thread, Lifetime, Errors: as ItemRunner.
template <typename Value>
class Map final : public ItemRunner
{
public:
    using Start = std::function<std::unique_ptr<Handle>(qsizetype index)>;
    using Read = std::function<Value(Handle &item)>;

    Map(qsizetype total, const ParallelPolicy &policy, Start start, Read read)
        : ItemRunner(total, policy)
        , m_start(std::move(start))
        , m_read(std::move(read))
        , m_results(static_cast<std::size_t>(std::max<qsizetype>(0, total)))
    {
        begin();
    }

    //! In the order of the items, whatever the order in which they ended. Empty for an item that was
    //! not started, was cancelled with the rest, or is still under way.
    [[nodiscard]] const std::vector<std::optional<Result<Value>>> &results() const
    {
        return m_results;
    }

private:
    [[nodiscard]] std::unique_ptr<Handle> startItem(qsizetype index) override
    {
        return m_start(index);
    }
    void readItem(qsizetype index, Handle &item) override
    {
        std::optional<Result<Value>> &result = m_results[static_cast<std::size_t>(index)];
        if (item.failure())
            result.emplace(*item.failure());
        else
            result.emplace(m_read(item));
    }

    Start m_start;
    Read m_read;
    std::vector<std::optional<Result<Value>>> m_results;
};

//! Runs start(index) for each index below total, at most policy.limit of them at a time, and keeps what
//! read(item) makes of each that succeeded:
//!
//!     m_map = map(files.size(), {.limit = 8},
//!                 [&](qsizetype i) { return provider.send(requestFor(files[i]), {}); },
//!                 [](ChatReply &reply) { return reply.answer().text; });
//!     connect(m_map.get(), &Handle::finished, …);  // m_map->results()
template <typename Start, typename Read>
[[nodiscard]] auto map(qsizetype total, const ParallelPolicy &policy, Start start, Read read)
{
    using Item = typename std::invoke_result_t<Start, qsizetype>::element_type;
    using Value = std::decay_t<std::invoke_result_t<Read, Item &>>;
    return std::make_unique<Map<Value>>(total, policy, std::move(start),
                                        [read = std::move(read)](Handle &item) -> Value {
                                            return read(static_cast<Item &>(item));
                                        });
}

//! What mapUnordered() returns.
//!
//! Thread, Lifetime, Errors: as ItemRunner.
class UnorderedMap final : public ItemRunner
{
public:
    using Start = std::function<std::unique_ptr<Handle>(qsizetype index)>;
    using Yield = std::function<void(qsizetype index, Handle &item)>;

    UnorderedMap(qsizetype total, const ParallelPolicy &policy, Start start, Yield yield)
        : ItemRunner(total, policy)
        , m_start(std::move(start))
        , m_yield(std::move(yield))
    {
        begin();
    }

private:
    [[nodiscard]] std::unique_ptr<Handle> startItem(qsizetype index) override
    {
        return m_start(index);
    }
    void readItem(qsizetype index, Handle &item) override { m_yield(index, item); }

    Start m_start;
    Yield m_yield;
};

//! As map(), but hands each item over as soon as it has ended, the quickest first, and keeps nothing.
//! yield(index, item) may look at item.failure(); the item is gone afterwards.
template <typename Start, typename Yield>
[[nodiscard]] std::unique_ptr<UnorderedMap> mapUnordered(qsizetype total,
                                                         const ParallelPolicy &policy,
                                                         Start start,
                                                         Yield yield)
{
    using Item = typename std::invoke_result_t<Start, qsizetype>::element_type;
    return std::make_unique<UnorderedMap>(
        total, policy, std::move(start), [yield = std::move(yield)](qsizetype index, Handle &item) {
            yield(index, static_cast<Item &>(item));
        });
}

} // namespace kagura
