// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatevent.h"

namespace kagura {

//! What the events of an answer add up to: the one fold that replies, sessions and stores share.
struct ChatAnswer
{
    QString text;
    QString reasoning;
    QList<ReasoningPart> reasoningParts; //!< with signatures, for the next request
    QList<ToolCall> toolCalls;
    Usage usage;
    QString servedModel; //!< empty until the provider names it
    std::optional<Finish> finish; //!< set once complete

    void apply(const ChatEvent &event);

    //! The answer as the next request must contain it.
    [[nodiscard]] Message toMessage() const;

    bool operator==(const ChatAnswer &) const = default;

private:
    QString m_openReasoning; // since the last signature
};

} // namespace kagura
