// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/qttransport.h"

#include "core/net/networkworker.h"

#include <utility>

namespace kagura {

namespace {

class QtHttpCall final : public HttpCall
{
public:
    QtHttpCall(std::shared_ptr<NetworkWorker> worker, NetworkWorker::CallId id)
        : m_worker(std::move(worker))
        , m_id(id)
    {}
    ~QtHttpCall() override { m_worker->abort(m_id); }

    void abort() override { m_worker->abort(m_id); }
    void resume() override { m_worker->resume(m_id); }

private:
    std::shared_ptr<NetworkWorker> m_worker;
    NetworkWorker::CallId m_id;
};

} // namespace

QtTransport::QtTransport()
    : m_worker(std::make_shared<NetworkWorker>())
{}

QtTransport::~QtTransport()
{
    m_worker->stop();
}

std::unique_ptr<HttpCall> QtTransport::send(HttpRequest request, std::shared_ptr<BodySink> sink)
{
    const NetworkWorker::CallId id = m_worker->start(std::move(request), std::move(sink));
    return std::make_unique<QtHttpCall>(m_worker, id);
}

} // namespace kagura
