// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/dialects/dialect.h"

namespace kagura {

//! Anthropic Messages. The base URL ends in /v1.
//! Source: Anthropic API reference, "Messages", "Models".
class AnthropicDialect final : public Dialect
{
public:
    [[nodiscard]] Result<HttpRequest> encodeChat(const ChatRequest &request,
                                                 const ProviderConfig &config) const override;
    [[nodiscard]] std::unique_ptr<ReplyDecoder> chatDecoder() const override;
    [[nodiscard]] HttpRequest encodeModels(const ProviderConfig &config,
                                           const QString &page) const override;
    [[nodiscard]] Result<ModelPage> decodeModels(QByteArrayView body) const override;
    [[nodiscard]] Result<HttpRequest> encodeEmbeddings(const EmbeddingRequest &request,
                                                       const ProviderConfig &config) const override;
    [[nodiscard]] Result<EmbeddingAnswer> decodeEmbeddings(QByteArrayView body) const override;
    [[nodiscard]] CredentialHeader credential(const Secret &key) const override;
    [[nodiscard]] QList<QByteArray> semanticHeaders() const override;
    [[nodiscard]] Error decodeError(const HttpHead &head, QByteArrayView body) const override;
    [[nodiscard]] RateLimitStatus rateLimit(const HttpHead &head) const override;
};

} // namespace kagura
