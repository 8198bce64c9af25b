// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"

#include <cstdint>
#include <map>
#include <memory>

namespace kagura {

//! How many items are under way at once, and what the failure of one means for the others.
struct ParallelPolicy
{
    enum class OnFailure : std::uint8_t {
        CancelRest, //!< what is under way is cancelled, nothing new is started, its error is ours
        Collect, //!< the others go on; each item keeps its own outcome
    };

    int limit = 5; //!< at least 1; less is refused with BadRequest
    OnFailure onFailure = OnFailure::CancelRest;

    bool operator==(const ParallelPolicy &) const = default;
};

//! Runs many items, a bounded number at a time: the common half of gather(), map() and mapUnordered().
//!
//! An item is a Handle that is made when its turn comes, by its index and in the order of the indices,
//! and that is deleted when it has ended: a hundred thousand items never are a hundred thousand
//! objects.
//!
//! Thread: the one that made it, and the one of its items. Lifetime: the owner's; deleting it ends the
//! items silently. Errors: BadRequest for a limit below 1; with CancelRest that of the first item that
//! failed; Cancelled.
class ItemRunner : public Handle
{
    Q_OBJECT

public:
    ~ItemRunner() override;

    [[nodiscard]] qsizetype total() const { return m_total; }
    [[nodiscard]] qsizetype done() const { return m_done; } //!< ended, well or badly
    [[nodiscard]] qsizetype underWay() const { return static_cast<qsizetype>(m_items.size()); }
    //! The first item that failed; -1: none did.
    [[nodiscard]] qsizetype firstFailed() const { return m_firstFailed; }

    void cancel() override;

Q_SIGNALS:
    //! In the order in which they end; not for those that are cancelled with the rest.
    void itemFinished(qsizetype index);

protected:
    ItemRunner(qsizetype total, const ParallelPolicy &policy);

    //! Starts the first items; called once, by the function that makes the object.
    void begin();

    //! Makes an item. Null counts as a failure.
    [[nodiscard]] virtual std::unique_ptr<Handle> startItem(qsizetype index) = 0;

    //! Reads an item that has ended, before itemFinished() and before it is deleted.
    virtual void readItem(qsizetype index, Handle &item) = 0;

private:
    void startMore();
    void endItem(qsizetype index);
    void failItem(qsizetype index, const Error &error);
    void endIfDone();
    void cancelAll();

    qsizetype m_total;
    ParallelPolicy m_policy;
    std::map<qsizetype, std::unique_ptr<Handle>> m_items;
    qsizetype m_next = 0;
    qsizetype m_done = 0;
    qsizetype m_firstFailed = -1;
};

} // namespace kagura
