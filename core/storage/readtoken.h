// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace kagura {

//! Takes a read back: one that has not begun never begins, one that has stops between two rows, and
//! either answers with Cancelled.
//!
//! Thread: a value; cancel() from any. Lifetime: none. Errors: none.
class ReadToken final
{
public:
    ReadToken() = default; //!< of no request

    [[nodiscard]] static ReadToken make()
    {
        return ReadToken(std::make_shared<std::atomic_bool>());
    }

    void cancel() const
    {
        if (m_flag)
            m_flag->store(true);
    }
    [[nodiscard]] bool isCancelled() const { return m_flag && m_flag->load(); }
    [[nodiscard]] std::shared_ptr<const std::atomic_bool> flag() const { return m_flag; }

private:
    explicit ReadToken(std::shared_ptr<std::atomic_bool> flag)
        : m_flag(std::move(flag))
    {}

    std::shared_ptr<std::atomic_bool> m_flag;
};

} // namespace kagura
