// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/llm/dialects/dialect.h"

namespace kagura {

//! A wire format that sends what was sent before: the body that an entry of the cache has kept, whatever
//! the request says beside its model. So a kept question can be asked anew without being understood.
//!
//! Only what the key of the cache leaves out (streaming) is taken from the request, so that the answer has
//! the key of the entry.
//!
//! Thread: any. Lifetime: the inner dialect outlives it. Errors: those of the inner dialect.
class KeptDialect final : public Dialect
{
public:
    //! body: as of NewCacheEntry::request; see isWhole().
    KeptDialect(const Dialect &inner, Json body);
    ~KeptDialect() override;

    //! Whether a body is all that was sent: files are kept only as their hashes.
    [[nodiscard]] static bool isWhole(const Json &body);

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

private:
    const Dialect &m_inner;
    Json m_body;
};

} // namespace kagura
