// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/decodingsink.h"

#include "core/llm/quotedkey.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kagura {

namespace {

// An error page can be anything; its code and message stand at its beginning.
constexpr qsizetype ErrorBodyLimit = 256 * 1024;

bool isGood(const HttpHead &head)
{
    return head.status >= 200 && head.status < 300;
}

// The part of an error that only says that the bytes ended too early.
bool isCutOff(const Error &error)
{
    return error.kind == Error::Kind::Truncated || error.kind == Error::Kind::Protocol;
}

} // namespace

DecodingSink::DecodingSink(const Dialect &dialect,
                           std::shared_ptr<Queue> queue,
                           QList<CredentialHeader> credentials)
    : m_dialect(dialect)
    , m_queue(std::move(queue))
    , m_credentials(std::move(credentials))
    , m_decoder(dialect.chatDecoder())
{}

DecodingSink::~DecodingSink() = default;

void DecodingSink::head(const HttpHead &head)
{
    m_head = head;
    const RateLimitStatus rateLimit = m_dialect.rateLimit(head);
    static_cast<void>(m_queue->post(0, [&](ReplyBatch &batch) {
        batch.rateLimit = rateLimit;
        batch.isStarted = isGood(head);
    }));
}

BodySink::State DecodingSink::write(QByteArrayView bytes)
{
    if (m_isSettled)
        return State::Done;
    return isGood(m_head) ? decode(bytes) : collectError(bytes);
}

BodySink::State DecodingSink::decode(QByteArrayView bytes)
{
    const bool wantsMore = m_decoder->feed(bytes, m_events);
    m_eventCount += m_events.size();
    if (!wantsMore) {
        // The consumer need not wait for the connection to end.
        settle(m_decoder->end(m_events));
        return State::Done;
    }
    return m_events.isEmpty() ? State::Open : post(bytes.size());
}

BodySink::State DecodingSink::collectError(QByteArrayView bytes)
{
    const qsizetype room = ErrorBodyLimit - m_errorBody.size();
    m_errorBody.append(bytes.first(std::min(room, bytes.size())));
    return m_errorBody.size() < ErrorBodyLimit ? State::Open : State::Done;
}

BodySink::State DecodingSink::post(qsizetype bytes)
{
    // Small events weigh more in memory than on the wire.
    const qsizetype weight =
        std::max(bytes, m_events.size() * static_cast<qsizetype>(sizeof(ChatEvent)));
    const Queue::Room room = m_queue->post(weight, [this](ReplyBatch &batch) {
        if (batch.events.isEmpty())
            batch.events.swap(m_events);
        else
            std::move(m_events.begin(), m_events.end(), std::back_inserter(batch.events));
    });
    m_events.clear();
    switch (room) {
    case Queue::Room::Open:
        return State::Open;
    case Queue::Room::Full:
        return State::Full;
    case Queue::Room::Closed:
        break;
    }
    return State::Done;
}

void DecodingSink::end(const std::optional<Error> &failure)
{
    if (m_isSettled)
        return;
    if (m_head.status == 0) {
        settle(failure.value_or(
            Error{Error::Kind::Network,
                  QStringLiteral("the connection ended before the server answered")}));
        return;
    }
    if (!isGood(m_head)) {
        settle(m_dialect.decodeError(m_head, m_errorBody));
        return;
    }
    std::optional<Error> verdict = m_decoder->end(m_events);
    if (verdict && failure && isCutOff(*verdict))
        verdict = failure;
    settle(std::move(verdict));
}

void DecodingSink::settle(std::optional<Error> failure)
{
    m_isSettled = true;
    if (failure) {
        failure = withoutQuotedKeys(*std::move(failure), m_credentials);
        if (failure->httpStatus == 0)
            failure->httpStatus = m_head.status;
    }
    static_cast<void>(m_queue->post(0, [&](ReplyBatch &batch) {
        std::move(m_events.begin(), m_events.end(), std::back_inserter(batch.events));
        batch.isOver = true;
        batch.failure = std::move(failure);
    }));
    m_events.clear();
}

} // namespace kagura
