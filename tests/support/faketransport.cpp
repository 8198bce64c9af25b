// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faketransport.h"

#include <utility>

namespace kagura::test {

class FakeTransport::Call final : public HttpCall
{
public:
    explicit Call(std::shared_ptr<Exchange> exchange)
        : m_exchange(std::move(exchange))
    {}
    ~Call() override { stop(); }
    Q_DISABLE_COPY_MOVE(Call)

    void abort() override { stop(); }
    void resume() override { ++m_exchange->m_resumeCount; }

private:
    void stop()
    {
        if (m_exchange->m_isOver)
            return;
        m_exchange->m_isAborted = true;
        m_exchange->end(Error{Error::Kind::Cancelled, QStringLiteral("aborted")});
    }

    std::shared_ptr<Exchange> m_exchange;
};

FakeTransport::Exchange::Exchange(HttpRequest sent, std::shared_ptr<BodySink> sink)
    : m_request(std::move(sent))
    , m_sink(std::move(sink))
{}

void FakeTransport::Exchange::head(int status, const QList<HttpHeader> &headers)
{
    if (!m_isOver)
        m_sink->head({status, headers});
}

BodySink::State FakeTransport::Exchange::write(QByteArrayView bytes)
{
    if (m_isOver)
        return BodySink::State::Done;
    const BodySink::State state = m_sink->write(bytes);
    if (state == BodySink::State::Done)
        end();
    return state;
}

void FakeTransport::Exchange::end(const std::optional<Error> &failure)
{
    if (!std::exchange(m_isOver, true))
        m_sink->end(failure);
}

void FakeTransport::Exchange::answer(int status,
                                     QByteArrayView body,
                                     const QList<HttpHeader> &headers)
{
    head(status, headers);
    if (write(body) != BodySink::State::Done)
        end();
}

std::unique_ptr<HttpCall> FakeTransport::send(HttpRequest request, std::shared_ptr<BodySink> sink)
{
    m_exchanges.push_back(std::make_shared<Exchange>(std::move(request), std::move(sink)));
    return std::make_unique<Call>(m_exchanges.back());
}

} // namespace kagura::test
