// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/eventqueue.h"
#include "core/async/handle.h"
#include "core/net/transport.h"

#include <memory>

namespace kagura {

//! One request and its whole body, for what is no stream: probes, small lists.
//!
//! Success means that an answer came and the transport knows of no fault in it, whatever its status:
//! look at status() and judge the body. Only the whole body counts as progress (see Deadlines).
//!
//! Thread: the one that made it. Lifetime: the caller's; deleting it aborts. The transport outlives it.
//! Errors: those of Transport; Protocol for a body over the limit of the request.
class HttpFetch final : public Handle
{
    Q_OBJECT

public:
    HttpFetch(Transport &transport, HttpRequest request);
    ~HttpFetch() override;

    void cancel() override;

    //! \name After a success
    //! @{
    [[nodiscard]] const HttpHead &head() const { return m_answer.head; }
    [[nodiscard]] int status() const { return m_answer.head.status; }
    [[nodiscard]] const QList<HttpHeader> &headers() const { return m_answer.head.headers; }
    [[nodiscard]] const QByteArray &body() const { return m_answer.body; }
    //! @}

private:
    struct Answer
    {
        HttpHead head;
        QByteArray body;
        std::optional<Error> failure;
    };
    using Queue = EventQueue<Answer>;
    class Sink;

    void settle();

    std::shared_ptr<Queue> m_queue;
    std::unique_ptr<HttpCall> m_call;
    Answer m_answer;
};

} // namespace kagura
