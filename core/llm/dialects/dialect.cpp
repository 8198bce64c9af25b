// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/dialect.h"

#include "core/llm/dialects/anthropicdialect.h"
#include "core/llm/dialects/geminidialect.h"
#include "core/llm/dialects/ollamadialect.h"
#include "core/llm/dialects/openaichatdialect.h"
#include "core/llm/dialects/openairesponsesdialect.h"

namespace kagura {

ReplyDecoder::~ReplyDecoder() = default;
Dialect::~Dialect() = default;

const Dialect &dialectFor(DialectId id)
{
    static const OpenAiChatDialect openAiChat;
    static const OpenAiResponsesDialect openAiResponses;
    static const AnthropicDialect anthropic;
    static const GeminiDialect gemini;
    static const OllamaDialect ollama;
    switch (id) {
    case DialectId::OpenAiResponses:
        return openAiResponses;
    case DialectId::Anthropic:
        return anthropic;
    case DialectId::Gemini:
        return gemini;
    case DialectId::Ollama:
        return ollama;
    case DialectId::OpenAiChat:
        break;
    }
    return openAiChat;
}

} // namespace kagura
