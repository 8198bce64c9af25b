// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/eventqueue.h"
#include "core/llm/dialects/dialect.h"
#include "core/net/transport.h"

#include <memory>
#include <optional>

namespace kagura {

//! What an answer brought since its consumer last looked.
struct ReplyBatch
{
    std::optional<RateLimitStatus> rateLimit; //!< of the head, whatever its status
    bool isStarted = false; //!< a head with a good status came
    QList<ChatEvent> events;
    bool isOver = false;
    std::optional<Error> failure; //!< with isOver; empty: the protocol's end mark was seen
};

//! The half of a chat reply that lives in the network thread: bytes in, batches of events out.
//!
//! Judges the end, too. An answer is complete when its decoder says so, whatever the transport thinks
//! of the rest of the connection. What the server says in-band, or with its status and body, weighs
//! more than how the connection ended; an end without either is the transport's failure, or Truncated
//! where the transport has none.
//!
//! Thread, Lifetime: as BodySink. Errors: in the batch.
class DecodingSink final : public BodySink
{
public:
    using Queue = EventQueue<ReplyBatch>;

    //! The dialect outlives the sink (see dialectFor()). credentials: what the request carries, and no
    //! message of an error may quote.
    DecodingSink(const Dialect &dialect,
                 std::shared_ptr<Queue> queue,
                 QList<CredentialHeader> credentials = {});
    ~DecodingSink() override;

    void head(const HttpHead &head) override;
    State write(QByteArrayView bytes) override;
    void end(const std::optional<Error> &failure) override;
    [[nodiscard]] qint64 progress() const override { return m_eventCount; }

private:
    [[nodiscard]] State decode(QByteArrayView bytes);
    [[nodiscard]] State collectError(QByteArrayView bytes);
    [[nodiscard]] State post(qsizetype bytes);
    void settle(std::optional<Error> failure);

    const Dialect &m_dialect;
    std::shared_ptr<Queue> m_queue;
    QList<CredentialHeader> m_credentials;
    std::unique_ptr<ReplyDecoder> m_decoder;
    HttpHead m_head;
    QByteArray m_errorBody;
    QList<ChatEvent> m_events;
    qint64 m_eventCount = 0;
    bool m_isSettled = false;
};

} // namespace kagura
