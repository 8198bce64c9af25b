// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <type_traits>
#include <utility>

namespace kagura {

//! Runs work() in a thread of the pool, and then(result) in the thread of context, later and never
//! from here. If context dies first, then() is not called; the work itself is not stopped and must not
//! touch what may die with context. Results may be of move-only type, or void.
//!
//! Thread: that of context. Lifetime: the watcher is a child of context. Errors: work() must not throw;
//! it answers with a Result.
template <typename Work, typename Then>
void runThen(QThreadPool &pool, QObject *context, Work work, Then then)
{
    using Value = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         if constexpr (std::is_void_v<Value>)
                             then();
                         else
                             then(watcher->future().takeResult());
                     });
    // Last: a work that is quick must not be over before somebody listens.
    watcher->setFuture(QtConcurrent::run(&pool, std::move(work)));
}

template <typename Work, typename Then>
void runThen(QObject *context, Work work, Then then)
{
    runThen(*QThreadPool::globalInstance(), context, std::move(work), std::move(then));
}

} // namespace kagura
