// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kagura {

//! A map of bounded size that keeps what is asked for again.
//!
//! SIEVE: entries stand in the order in which they came; find() only marks one. When room is needed, a
//! hand goes from the oldest towards the newest, takes marks off, and evicts the first entry that has
//! none. So what is read often stays, what came once goes early, and a hit moves nothing: readers share
//! the lock. Pinned entries are passed over.
//!
//! Values are immutable and shared: who holds one keeps it, evicted or not.
//!
//! Thread: any; guarded by m_lock. Lifetime: any. Errors: none; what does not fit is not kept.
//! Source: Zhang et al., "SIEVE is Simpler than LRU", NSDI 2024.
template <typename Key, typename Value, typename Hash = std::hash<Key>>
class SieveCache final
{
public:
    using Shared = std::shared_ptr<const Value>;

    struct Limits
    {
        std::size_t bytes = 0;
        std::size_t entries = std::numeric_limits<std::size_t>::max();
    };

    explicit SieveCache(const Limits &limits)
        : m_limits(limits)
    {}
    ~SieveCache() = default;
    SieveCache(const SieveCache &) = delete;
    SieveCache &operator=(const SieveCache &) = delete;

    //! Null where there is none.
    [[nodiscard]] Shared find(const Key &key) const
    {
        const std::shared_lock guard(m_lock);
        const auto found = m_nodes.find(key);
        if (found == m_nodes.end())
            return nullptr;
        found->second.isVisited.store(true, std::memory_order_relaxed);
        return found->second.value;
    }

    //! Adds or replaces; the caller says what it weighs. False where it cannot be kept: too large, or
    //! all the rest is pinned; what was there under the key is gone in either case.
    bool insert(const Key &key, Shared value, std::size_t bytes)
    {
        const std::unique_lock guard(m_lock);
        if (const auto found = m_nodes.find(key); found != m_nodes.end()) {
            // It keeps its place in the sieve: to be written again is to be used.
            Node &node = found->second;
            m_bytes -= node.bytes;
            node.bytes = 0;
            if (bytes <= m_limits.bytes && makeRoom(bytes, 0, &node)) {
                node.value = std::move(value);
                node.bytes = bytes;
                node.isVisited.store(true, std::memory_order_relaxed);
                m_bytes += bytes;
                return true;
            }
            remove(node);
            return false;
        }
        if (bytes > m_limits.bytes || m_limits.entries == 0 || !makeRoom(bytes, 1, nullptr))
            return false;
        Node &node = m_nodes[key];
        node.key = key;
        node.value = std::move(value);
        node.bytes = bytes;
        node.older = m_newest;
        if (m_newest)
            m_newest->newer = &node;
        m_newest = &node;
        if (!m_oldest)
            m_oldest = &node;
        m_bytes += bytes;
        return true;
    }

    bool erase(const Key &key)
    {
        const std::unique_lock guard(m_lock);
        const auto found = m_nodes.find(key);
        if (found == m_nodes.end())
            return false;
        remove(found->second);
        return true;
    }

    void clear()
    {
        const std::unique_lock guard(m_lock);
        m_nodes.clear();
        m_newest = m_oldest = m_hand = nullptr;
        m_bytes = 0;
    }

    bool setPinned(const Key &key, bool isPinned)
    {
        const std::unique_lock guard(m_lock);
        const auto found = m_nodes.find(key);
        if (found == m_nodes.end())
            return false;
        found->second.isPinned = isPinned;
        return true;
    }

    //! Evicts down to the new limits, as far as pins allow.
    void setLimits(const Limits &limits)
    {
        const std::unique_lock guard(m_lock);
        m_limits = limits;
        static_cast<void>(makeRoom(0, 0, nullptr));
    }

    [[nodiscard]] std::size_t size() const
    {
        const std::shared_lock guard(m_lock);
        return m_nodes.size();
    }
    [[nodiscard]] std::size_t bytes() const
    {
        const std::shared_lock guard(m_lock);
        return m_bytes;
    }
    [[nodiscard]] std::size_t evictions() const
    {
        const std::shared_lock guard(m_lock);
        return m_evictions;
    }

private:
    struct Node
    {
        Key key;
        Shared value;
        std::size_t bytes = 0;
        mutable std::atomic_bool isVisited{false};
        bool isPinned = false;
        Node *newer = nullptr;
        Node *older = nullptr;
    };

    [[nodiscard]] bool fits(std::size_t bytes, std::size_t entries) const
    {
        return m_bytes <= m_limits.bytes && bytes <= m_limits.bytes - m_bytes
            && m_nodes.size() + entries <= m_limits.entries;
    }

    [[nodiscard]] bool makeRoom(std::size_t bytes, std::size_t entries, const Node *spared)
    {
        while (!fits(bytes, entries)) {
            Node *const victim = chooseVictim(spared);
            if (!victim)
                return false;
            remove(*victim);
            ++m_evictions;
        }
        return true;
    }

    // Two rounds find a victim if there is one: the first takes all marks off.
    [[nodiscard]] Node *chooseVictim(const Node *spared)
    {
        for (std::size_t steps = 2 * m_nodes.size(); steps > 0; --steps) {
            if (!m_hand)
                m_hand = m_oldest;
            Node *const node = m_hand;
            const bool isSpared = node->isPinned || node == spared;
            if (!isSpared && !node->isVisited.exchange(false, std::memory_order_relaxed))
                return node;
            m_hand = node->newer;
        }
        return nullptr;
    }

    void remove(Node &node)
    {
        (node.newer ? node.newer->older : m_newest) = node.older;
        (node.older ? node.older->newer : m_oldest) = node.newer;
        if (m_hand == &node)
            m_hand = node.newer;
        m_bytes -= node.bytes;
        const Key key = node.key;
        m_nodes.erase(key);
    }

    mutable std::shared_mutex m_lock;
    std::unordered_map<Key, Node, Hash> m_nodes;
    Limits m_limits;
    Node *m_newest = nullptr;
    Node *m_oldest = nullptr;
    Node *m_hand = nullptr; // the next to be looked at; null: the oldest
    std::size_t m_bytes = 0;
    std::size_t m_evictions = 0;
};

} // namespace kagura
