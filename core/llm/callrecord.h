// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/llm/cacheoutcome.h"
#include "core/llm/chatevent.h"
#include "core/llm/chatreply.h"
#include "core/net/httprequest.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace kagura {

//! One call as it went, for a person who wants to know: what was sent, what came back and when. All times
//! count from sending. Bounded, whatever the answer: see CallRecorder.
struct CallRecord
{
    struct Event
    {
        std::chrono::milliseconds at{0};
        QString kind; //!< "text", "usage": see chatEventName()
        QString content; //!< its beginning

        bool operator==(const Event &) const = default;
    };

    struct Retry
    {
        std::chrono::milliseconds at{0};
        RetryScheduled scheduled;

        bool operator==(const Retry &) const = default;
    };

    //! \name What was asked
    //! @{
    QString provider;
    QString model;
    QDateTime sent; //!< UTC
    //! As the provider's dialect writes it, without its key; credentials only say where the key would
    //! stand. Without a body where that was too long to be kept.
    std::optional<HttpRequest> request;
    qint64 bodyBytes = 0;
    //! @}

    //! \name What came back
    //! @{
    std::optional<std::chrono::milliseconds>
        queuedFor; //!< in the account's queue; empty: it did not wait
    std::optional<std::chrono::milliseconds> startedAfter; //!< the answer's head was there
    std::optional<std::chrono::milliseconds> firstContentAfter;
    std::optional<std::chrono::milliseconds> totalTime; //!< empty while it is under way
    ChatReply::Origin origin = ChatReply::Origin::Live;
    std::optional<CacheOutcome> cache;
    RateLimitStatus rateLimit;
    QList<Retry> retries;
    QList<FellBack> fallbacks;
    QList<Event> events; //!< the first ones
    qint64 eventCount = 0; //!< all of them
    QList<qint64> characters; //!< of text and reasoning that came in each step
    std::chrono::milliseconds step{100};
    Usage usage;
    QString servedModel;
    std::optional<Finish> finish;
    std::optional<Error> failure;
    //! @}

    bool operator==(const CallRecord &) const = default;
};

[[nodiscard]] QString chatEventName(const ChatEvent &event); //!< "tool_call_delta"

} // namespace kagura
