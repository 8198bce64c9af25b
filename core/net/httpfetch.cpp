// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpfetch.h"

#include <tuple>
#include <utility>

namespace kagura {

//! Collects in the network thread and hands over once.
class HttpFetch::Sink final : public BodySink
{
public:
    explicit Sink(std::shared_ptr<Queue> queue)
        : m_queue(std::move(queue))
    {}

    void head(const HttpHead &head) override { m_answer.head = head; }

    State write(QByteArrayView bytes) override
    {
        m_answer.body.append(bytes);
        return State::Open;
    }

    void end(const std::optional<Error> &failure) override
    {
        m_answer.failure = failure;
        std::ignore = m_queue->post(0, [this](Answer &batch) { batch = std::move(m_answer); });
    }

    // Half a body is of no use to anyone: one that trickles must not hold the caller for ever.
    [[nodiscard]] qint64 progress() const override { return 0; }

private:
    std::shared_ptr<Queue> m_queue;
    Answer m_answer;
};

HttpFetch::HttpFetch(Transport &transport, HttpRequest request)
    : m_queue(std::make_shared<Queue>(
        this, [this] { settle(); }, 0))
{
    m_call = transport.send(std::move(request), std::make_shared<Sink>(m_queue));
}

HttpFetch::~HttpFetch()
{
    m_queue->close();
}

void HttpFetch::cancel()
{
    if (isFinished())
        return;
    m_queue->close();
    m_call->abort();
    finish(Error{Error::Kind::Cancelled, QStringLiteral("cancelled by the caller")});
}

void HttpFetch::settle()
{
    if (isFinished())
        return;
    m_answer = m_queue->take().batch;
    finish(m_answer.failure);
}

} // namespace kagura
