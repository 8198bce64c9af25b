// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/dialects/streamdecoder.h"

namespace kagura {

//! Ollama's chat: one JSON object a line, complete with the one that says done.
//! Source: Ollama API documentation, "Generate a chat completion".
class OllamaDecoder final : public StreamDecoder
{
public:
    OllamaDecoder();

protected:
    void takeChunk(const JsonView &chunk, QByteArrayView type, QList<ChatEvent> &events) override;
    void takeWhole(const JsonView &body, QList<ChatEvent> &events) override;

private:
    void takeToolCall(const JsonView &call, QList<ChatEvent> &events);
    void finish(const JsonView &chunk, QList<ChatEvent> &events);

    int m_callCount = 0;
};

} // namespace kagura
