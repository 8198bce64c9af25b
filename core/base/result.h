// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <utility>
#include <variant>

namespace kagura {

//! A value or the Error that kept us from it.
//!
//! Spelled like std::expected, so that a C++23 build can alias it away: g++ 12 offers <expected> in
//! C++23 only and clang 14, hence clang-tidy, in no mode.
template <typename T>
class [[nodiscard]] Result
{
public:
    // NOLINTNEXTLINE(google-explicit-constructor): return value; and return error; must read plainly
    Result(T value)
        : m_data(std::in_place_index<0>, std::move(value))
    {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Error error)
        : m_data(std::in_place_index<1>, std::move(error))
    {}

    [[nodiscard]] bool has_value() const noexcept { return m_data.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    //! \pre has_value()
    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(has_value());
        return std::get<0>(m_data);
    }
    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(has_value());
        return std::get<0>(std::move(m_data));
    }
    [[nodiscard]] T &value() &
    {
        Q_ASSERT(has_value());
        return std::get<0>(m_data);
    }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }

    //! \pre !has_value()
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!has_value());
        return std::get<1>(m_data);
    }

    bool operator==(const Result &) const = default;

private:
    std::variant<T, Error> m_data;
};

//! Success without a value: `return {};`, or the Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Error error)
        : m_error(std::move(error))
    {}

    [[nodiscard]] bool has_value() const noexcept { return !m_error.has_value(); }
    explicit operator bool() const noexcept { return has_value(); }

    //! \pre !has_value()
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!has_value());
        return *m_error;
    }

    bool operator==(const Result &) const = default;

private:
    std::optional<Error> m_error;
};

} // namespace kagura
