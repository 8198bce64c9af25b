// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "ui/chat/shownattachment.h"
#include "ui/chat/showntoolcall.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace kagura {

//! One message as the transcript shows it. Numbers that nobody reported are empty, never 0.
struct TranscriptMessage
{
    enum class Author : std::uint8_t { User, Model };
    enum class State : std::uint8_t {
        Complete,
        Waiting, //!< sent, nothing has come back yet
        Streaming,
        Stopped, //!< by the user; the text is what had come
        Interrupted, //!< the program or computer ended in the middle
        Failed, //!< see failure
    };

    QString id = {};
    Author author = Author::User;
    State state = State::Complete;
    QString text = {};
    QString reasoning = {};
    std::optional<std::chrono::milliseconds> reasoningTime =
        std::nullopt; //!< first reasoning to first text
    QString model = {}; //!< what served, as the footer names it
    std::optional<qint64> outputTokens = std::nullopt;
    std::optional<qint64> costMicroUsd = std::nullopt;
    std::optional<std::chrono::milliseconds> firstText = std::nullopt; //!< sending to first text
    std::optional<std::chrono::milliseconds> duration = std::nullopt; //!< sending to the end
    std::optional<std::chrono::microseconds> sentAt =
        std::nullopt; //!< by Clock::monotonic(), while it is live
    //! How old it was when it came from the cache; empty: it did not.
    std::optional<std::chrono::seconds> cachedAge = std::nullopt;
    QByteArray cacheKey = {}; //!< of the entry that it came from; empty: not known
    std::optional<qint64> savedMicroUsd = std::nullopt; //!< by coming from there
    bool isAlone = false; //!< shown apart from its conversation: nothing is asked again from there
    bool isCapped = false; //!< the model ran into its length limit
    bool isRecord = false; //!< to be read and copied, and nothing else
    int version = 0; //!< among those that answer the same, from 0, oldest first
    int versionCount = 1;
    std::optional<Error> failure = std::nullopt;
    QList<ShownAttachment> attachments = {}; //!< that went along with it
    QList<ShownToolCall> tools = {}; //!< that it asked for

    [[nodiscard]] bool isLive() const
    {
        return state == State::Waiting || state == State::Streaming;
    }

    //! It ended before its end, and could go on from there.
    [[nodiscard]] bool canContinue() const
    {
        return author == Author::Model && !isAlone && !isRecord
            && (isCapped || state == State::Stopped || state == State::Interrupted
                || (state == State::Failed && failure && failure->kind == Error::Kind::Truncated));
    }

    bool operator==(const TranscriptMessage &) const = default;
};

} // namespace kagura
