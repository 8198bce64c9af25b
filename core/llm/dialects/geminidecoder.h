// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/dialects/streamdecoder.h"

namespace kagura {

//! Gemini, as server-sent events or as one streamed array: complete when the stream ends behind a
//! finish reason, or behind the word that the prompt was blocked.
//! Source: Gemini API reference, "GenerateContentResponse".
class GeminiDecoder final : public StreamDecoder
{
public:
    GeminiDecoder();

protected:
    void takeChunk(const JsonView &chunk, QByteArrayView type, QList<ChatEvent> &events) override;
    void takeWhole(const JsonView &body, QList<ChatEvent> &events) override;
    void takeEnd(QList<ChatEvent> &events) override;

private:
    void takePart(const JsonView &part, QList<ChatEvent> &events);

    QString m_finishReason;
    QString m_blockReason;
    int m_callCount = 0;
};

} // namespace kagura
