// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/dialects/streamdecoder.h"
#include "core/llm/dialects/toolcallassembler.h"

namespace kagura {

//! OpenAI Chat Completions and the many servers that are almost it.
//!
//! Complete is what ended with [DONE], or what named a finish reason before the stream ended.
//! Source: OpenAI API reference "Chat"; the quirks of DeepSeek, Groq, xAI, Mistral, GLM, Azure, LiteLLM,
//! Ollama, Gemini, LM Studio, OpenRouter, Perplexity, llama.cpp and vLLM, each a test of its own.
class OpenAiChatDecoder final : public StreamDecoder
{
public:
    OpenAiChatDecoder();

protected:
    void takeChunk(const JsonView &chunk, QByteArrayView type, QList<ChatEvent> &events) override;
    void takeWhole(const JsonView &body, QList<ChatEvent> &events) override;
    void takeDone(QList<ChatEvent> &events) override;
    void takeEnd(QList<ChatEvent> &events) override;

private:
    [[nodiscard]] bool takeError(const JsonView &chunk);
    void takeUsage(const JsonView &usage, QList<ChatEvent> &events);
    void takeChoice(const JsonView &choice, QList<ChatEvent> &events);
    void takeMessage(const JsonView &message, QList<ChatEvent> &events);
    void takeContent(const JsonView &content, QList<ChatEvent> &events);
    void takeToolCall(const JsonView &call, QList<ChatEvent> &events);
    void addText(const QString &text, QList<ChatEvent> &events);
    void finish(QList<ChatEvent> &events);

    ToolCallAssembler m_calls;
    QString m_finishReason;
    bool m_hasRefused = false;
};

//! Usage as OpenAI counts it, made disjoint.
[[nodiscard]] Usage openAiUsage(const JsonView &usage);

} // namespace kagura
