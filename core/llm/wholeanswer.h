// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/eventqueue.h"
#include "core/async/handle.h"
#include "core/net/transport.h"

#include <memory>
#include <optional>

namespace kagura {

//! One request whose answer is of use only as a whole: a list of models, embeddings.
//!
//! Success means that an answer came to its end, whatever its status.
//!
//! Thread: the engine thread. Lifetime: the caller's; the network thread may go on with its half after
//! this has died. Errors: those of the transport; Cancelled.
class WholeAnswer final : public Handle
{
    Q_OBJECT

public:
    WholeAnswer(Transport &transport, HttpRequest request);
    ~WholeAnswer() override;

    [[nodiscard]] const HttpHead &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }

    void cancel() override;

private:
    struct Batch
    {
        HttpHead head;
        QByteArray body;
        std::optional<Error> failure;
    };
    using Queue = EventQueue<Batch>;
    class Collector;

    void read();

    HttpHead m_head;
    QByteArray m_body;
    std::shared_ptr<Queue> m_queue;
    std::unique_ptr<HttpCall> m_call;
};

} // namespace kagura
