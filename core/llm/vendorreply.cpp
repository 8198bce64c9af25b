// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/vendorreply.h"

#include <QPointer>

#include <utility>

namespace kagura {

namespace {

// A consumer that is this far behind is stuck, and the server should wait.
constexpr qsizetype QueueBoundBytes = 1024 * 1024;

} // namespace

VendorReply::VendorReply(const QString &provider, const QString &model)
    : m_provider(provider)
    , m_model(model)
    , m_queue(std::make_shared<DecodingSink::Queue>(
          this, [this] { readBatch(); }, QueueBoundBytes))
{}

VendorReply::~VendorReply()
{
    m_queue->close();
}

void VendorReply::dispatch(Transport &transport, HttpRequest request, const Dialect &dialect)
{
    auto sink = std::make_shared<DecodingSink>(dialect, m_queue, request.credentials);
    m_call = transport.send(std::move(request), std::move(sink));
}

void VendorReply::abortWork()
{
    m_queue->close();
    if (m_call)
        m_call->abort();
}

void VendorReply::readBatch()
{
    DecodingSink::Queue::Taken taken = m_queue->take();
    // Whoever hears a signal of ours may delete us.
    const QPointer<VendorReply> self(this);
    if (taken.wasFull && m_call)
        m_call->resume();
    if (taken.batch.rateLimit)
        setRateLimit(*taken.batch.rateLimit);
    if (taken.batch.isStarted)
        start(Origin::Live, m_provider, m_model);
    if (self)
        add(taken.batch.events);
    if (self && taken.batch.isOver)
        end(std::move(taken.batch.failure));
}

} // namespace kagura
