// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/itemrunner.h"

#include <QPointer>

#include <utility>

namespace kagura {

ItemRunner::ItemRunner(qsizetype total, const ParallelPolicy &policy)
    : m_total(total)
    , m_policy(policy)
{}

ItemRunner::~ItemRunner() = default;

void ItemRunner::begin()
{
    if (m_policy.limit >= 1 && m_total > 0) {
        startMore();
        return;
    }
    std::optional<Error> refusal;
    if (m_policy.limit < 1) {
        refusal = Error{
            Error::Kind::BadRequest,
            QStringLiteral("%1 items at once is no limit: use 1 or more").arg(m_policy.limit)};
    }
    QMetaObject::invokeMethod(
        this, [this, refusal] { finish(refusal); }, Qt::QueuedConnection);
}

void ItemRunner::startMore()
{
    while (!isFinished() && m_next < m_total && underWay() < m_policy.limit) {
        const qsizetype index = m_next++;
        std::unique_ptr<Handle> item = startItem(index);
        Handle *started = item.get();
        m_items.emplace(index, std::move(item));
        const auto ended = [this, index] { endItem(index); };
        if (started && !started->isFinished())
            connect(started, &Handle::finished, this, ended);
        else
            QMetaObject::invokeMethod(this, ended, Qt::QueuedConnection);
    }
}

void ItemRunner::endItem(qsizetype index)
{
    const auto found = m_items.find(index);
    if (isFinished() || found == m_items.end())
        return;
    // It is speaking just now, so it is deleted later.
    Handle *item = found->second.release();
    m_items.erase(found);
    ++m_done;
    const QPointer<ItemRunner> self(this);
    if (item) {
        item->deleteLater();
        const std::optional<Error> failure = item->failure();
        readItem(index, *item);
        if (self && failure)
            failItem(index, *failure);
    } else {
        failItem(index, {Error::Kind::Internal, QStringLiteral("the item could not be made")});
    }
    if (!self || isFinished())
        return;
    Q_EMIT itemFinished(index);
    if (!self || isFinished())
        return;
    startMore();
    endIfDone();
}

void ItemRunner::failItem(qsizetype index, const Error &error)
{
    if (m_firstFailed < 0)
        m_firstFailed = index;
    if (m_policy.onFailure != ParallelPolicy::OnFailure::CancelRest || isFinished())
        return;
    cancelAll();
    const QPointer<ItemRunner> self(this);
    Q_EMIT itemFinished(index);
    if (self)
        finish(error);
}

void ItemRunner::endIfDone()
{
    if (m_done == m_total)
        finish();
}

void ItemRunner::cancel()
{
    if (isFinished())
        return;
    cancelAll();
    finish(Error{Error::Kind::Cancelled, QStringLiteral("cancelled by the caller")});
}

void ItemRunner::cancelAll()
{
    m_next = m_total;
    std::map<qsizetype, std::unique_ptr<Handle>> items = std::exchange(m_items, {});
    for (auto &[index, item] : items) {
        if (!item)
            continue;
        disconnect(item.get(), nullptr, this, nullptr);
        item->cancel();
        // Whoever called us may be inside a signal of this very item.
        item.release()->deleteLater();
    }
}

} // namespace kagura
