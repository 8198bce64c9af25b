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

//! Of several requests for the same place (a list while a person types into its search), only the
//! newest is answered; those before it end with Cancelled.
//!
//! Thread: one at a time. Lifetime: takes its request back with its end. Errors: none.
class LatestRead final
{
public:
    LatestRead() = default;
    ~LatestRead() { m_token.cancel(); }
    LatestRead(const LatestRead &) = delete;
    LatestRead &operator=(const LatestRead &) = delete;

    void replace(ReadToken token)
    {
        m_token.cancel();
        m_token = std::move(token);
    }

private:
    ReadToken m_token;
};

} // namespace kagura
