// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/dialects/openaichatdialect.h"

namespace kagura {

//! OpenAI Responses. Asks the server to store nothing and sends the whole conversation, so that what is
//! asked is what stands in the request.
//! Source: OpenAI API reference, "Responses".
class OpenAiResponsesDialect final : public OpenAiChatDialect
{
public:
    [[nodiscard]] Result<HttpRequest> encodeChat(const ChatRequest &request,
                                                 const ProviderConfig &config) const override;
    [[nodiscard]] std::unique_ptr<ReplyDecoder> chatDecoder() const override;
};

} // namespace kagura
