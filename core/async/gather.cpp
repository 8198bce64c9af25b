// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/gather.h"

#include <QPointer>

namespace kagura {

Gather::Gather(std::vector<std::unique_ptr<Handle>> handles, OnFailure onFailure)
    : m_handles(std::move(handles))
    , m_onFailure(onFailure)
{
    for (const std::unique_ptr<Handle> &handle : m_handles) {
        const auto ended = [this, one = handle.get()] { endOne(*one); };
        if (handle->isFinished())
            QMetaObject::invokeMethod(this, ended, Qt::QueuedConnection);
        else
            connect(handle.get(), &Handle::finished, this, ended);
    }
    if (m_handles.empty())
        QMetaObject::invokeMethod(
            this, [this] { finish(); }, Qt::QueuedConnection);
}

Gather::~Gather() = default;

void Gather::endOne(const Handle &handle)
{
    if (isFinished())
        return;
    ++m_done;
    const std::optional<Error> failure = handle.failure();
    const bool isFatal = failure && m_onFailure == OnFailure::CancelRest;
    if (isFatal)
        cancelRest();
    const QPointer<Gather> self(this);
    Q_EMIT progressed();
    if (!self)
        return;
    if (isFatal)
        finish(failure);
    else if (m_done == total())
        finish();
}

void Gather::cancel()
{
    if (isFinished())
        return;
    cancelRest();
    finish(Error{Error::Kind::Cancelled, QStringLiteral("cancelled by the caller")});
}

void Gather::cancelRest()
{
    for (const std::unique_ptr<Handle> &handle : m_handles) {
        disconnect(handle.get(), nullptr, this, nullptr);
        handle->cancel();
    }
}

} // namespace kagura
