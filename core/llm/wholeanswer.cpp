// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/wholeanswer.h"

#include <utility>

namespace kagura {

//! The half in the network thread: hands everything over once, at the end.
class WholeAnswer::Collector final : public BodySink
{
public:
    explicit Collector(std::shared_ptr<Queue> queue)
        : m_queue(std::move(queue))
    {}

    void head(const HttpHead &head) override { m_batch.head = head; }

    State write(QByteArrayView bytes) override
    {
        m_batch.body.append(bytes);
        return State::Open;
    }

    void end(const std::optional<Error> &failure) override
    {
        m_batch.failure = failure;
        if (!failure && m_batch.head.status == 0) {
            m_batch.failure = Error{Error::Kind::Network,
                                    QStringLiteral("the connection ended before the server "
                                                   "answered")};
        }
        static_cast<void>(m_queue->post(0, [this](Batch &batch) { batch = std::move(m_batch); }));
    }

    [[nodiscard]] qint64 progress() const override { return m_batch.body.size(); }

private:
    std::shared_ptr<Queue> m_queue;
    Batch m_batch;
};

WholeAnswer::WholeAnswer(Transport &transport, HttpRequest request)
    : m_queue(std::make_shared<Queue>(
        this, [this] { read(); }, 0))
    , m_call(transport.send(std::move(request), std::make_shared<Collector>(m_queue)))
{}

WholeAnswer::~WholeAnswer()
{
    m_queue->close();
}

void WholeAnswer::cancel()
{
    if (isFinished())
        return;
    m_queue->close();
    m_call->abort();
    finish(Error{Error::Kind::Cancelled, QStringLiteral("cancelled by the caller")});
}

void WholeAnswer::read()
{
    Queue::Taken taken = m_queue->take();
    m_head = std::move(taken.batch.head);
    m_body = std::move(taken.batch.body);
    finish(std::move(taken.batch.failure));
}

} // namespace kagura
