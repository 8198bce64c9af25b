// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"

#include <memory>
#include <utility>
#include <vector>

namespace kagura {

//! Waits for handles that are already under way, and keeps them, in their order.
//!
//! When one fails, the rest is cancelled at once and its error is ours, unless the policy collects.
//!
//! Thread: that of the handles. Lifetime: the owner's; the handles die with it. Errors: as said;
//! Cancelled; null handles are not allowed.
class Gather : public Handle
{
    Q_OBJECT

public:
    enum class OnFailure : std::uint8_t { CancelRest, Collect };

    Gather(std::vector<std::unique_ptr<Handle>> handles, OnFailure onFailure);
    ~Gather() override;

    [[nodiscard]] std::size_t total() const { return m_handles.size(); }
    [[nodiscard]] std::size_t done() const { return m_done; }

    void cancel() override;

Q_SIGNALS:
    void progressed(); //!< one more is done

protected:
    [[nodiscard]] Handle &handle(std::size_t index) const { return *m_handles.at(index); }

private:
    void endOne(const Handle &handle);
    void cancelRest();

    std::vector<std::unique_ptr<Handle>> m_handles;
    std::size_t m_done = 0;
    OnFailure m_onFailure;
};

//! A Gather that knows what it gathered.
template <typename Item>
class GatherOf final : public Gather
{
public:
    using Gather::Gather;

    //! The handle that was given at that place.
    [[nodiscard]] Item &at(std::size_t index) const { return static_cast<Item &>(handle(index)); }
};

template <typename Item>
[[nodiscard]] std::unique_ptr<GatherOf<Item>> gather(
    std::vector<std::unique_ptr<Item>> items,
    Gather::OnFailure onFailure = Gather::OnFailure::CancelRest)
{
    std::vector<std::unique_ptr<Handle>> handles;
    handles.reserve(items.size());
    for (std::unique_ptr<Item> &item : items)
        handles.push_back(std::move(item));
    return std::make_unique<GatherOf<Item>>(std::move(handles), onFailure);
}

} // namespace kagura
