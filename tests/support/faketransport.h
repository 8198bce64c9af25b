// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/transport.h"

#include <QList>

#include <memory>
#include <vector>

namespace kagura::test {

//! A Transport without a network: it keeps what was sent, and the test plays the server, in the thread
//! that calls. It keeps the order of calls that BodySink promises, so a test cannot break it.
class FakeTransport final : public Transport
{
public:
    //! One request, and the answer that the test gives to it.
    class Exchange
    {
    public:
        Exchange(HttpRequest sent, std::shared_ptr<BodySink> sink);

        [[nodiscard]] const HttpRequest &request() const { return m_request; }
        [[nodiscard]] bool isAborted() const { return m_isAborted; }
        [[nodiscard]] bool isOver() const { return m_isOver; }
        [[nodiscard]] int resumeCount() const { return m_resumeCount; }

        //! \name The server's part; ignored once over
        //! @{
        void head(int status, const QList<HttpHeader> &headers = {});
        BodySink::State write(QByteArrayView bytes); //!< Done ends the exchange
        void end(const std::optional<Error> &failure = std::nullopt);
        void answer(int status, QByteArrayView body, const QList<HttpHeader> &headers = {});
        //! @}

    private:
        friend class FakeTransport;

        HttpRequest m_request;
        std::shared_ptr<BodySink> m_sink;
        int m_resumeCount = 0;
        bool m_isAborted = false;
        bool m_isOver = false;
    };

    [[nodiscard]] std::unique_ptr<HttpCall> send(HttpRequest request,
                                                 std::shared_ptr<BodySink> sink) override;

    [[nodiscard]] std::size_t count() const { return m_exchanges.size(); }
    [[nodiscard]] Exchange &at(std::size_t index) { return *m_exchanges.at(index); }
    [[nodiscard]] Exchange &last() { return *m_exchanges.back(); }

private:
    class Call;

    std::vector<std::shared_ptr<Exchange>> m_exchanges;
};

} // namespace kagura::test
