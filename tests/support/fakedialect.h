// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/dialects/dialect.h"

namespace kagura::test {

//! A wire format that a person can type. A chat answer is lines: "t word" is text, "u 7" usage of so
//! many output tokens, "e overloaded" an error in-band, "f" the end mark. Anything else breaks the
//! format. A request is the model's name, a line break and the text of its messages.
class FakeDialect final : public Dialect
{
public:
    [[nodiscard]] Result<HttpRequest> encodeChat(const ChatRequest &request,
                                                 const ProviderConfig &config) const override;
    [[nodiscard]] std::unique_ptr<ReplyDecoder> chatDecoder() const override;
    [[nodiscard]] HttpRequest encodeModels(const ProviderConfig &config,
                                           const QString &page) const override;
    //! Lines of model names; a line "next: token" says that there is another page.
    [[nodiscard]] Result<ModelPage> decodeModels(QByteArrayView body) const override;
    [[nodiscard]] Result<HttpRequest> encodeEmbeddings(const EmbeddingRequest &request,
                                                       const ProviderConfig &config) const override;
    //! Lines of one number each.
    [[nodiscard]] Result<EmbeddingAnswer> decodeEmbeddings(QByteArrayView body) const override;
    [[nodiscard]] CredentialHeader credential(const Secret &key) const override;
    [[nodiscard]] QList<QByteArray> semanticHeaders() const override;
    //! The body is the name of the kind, "Retry-After" its seconds.
    [[nodiscard]] Error decodeError(const HttpHead &head, QByteArrayView body) const override;
    [[nodiscard]] RateLimitStatus rateLimit(const HttpHead &head) const override;
};

} // namespace kagura::test
