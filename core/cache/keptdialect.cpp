// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/keptdialect.h"

#include <utility>

namespace kagura {

KeptDialect::KeptDialect(const Dialect &inner, Json body)
    : m_inner(inner)
    , m_body(std::move(body))
{}

KeptDialect::~KeptDialect() = default;

bool KeptDialect::isWhole(const Json &body)
{
    if (body.is_object() && body.contains("$blob"))
        return false;
    if (!body.is_object() && !body.is_array())
        return true;
    for (const Json &part : body) {
        if (!isWhole(part))
            return false;
    }
    return true;
}

Result<HttpRequest> KeptDialect::encodeChat(const ChatRequest &request,
                                            const ProviderConfig &config) const
{
    Result<HttpRequest> encoded = m_inner.encodeChat(request, config);
    if (!encoded)
        return encoded;
    const Result<Json> usual = parseJson(encoded->body);
    if (!usual)
        return usual.error();
    Json body = m_body;
    // How it travels is this call's matter.
    for (const char *name : {"stream", "stream_options", "store"}) {
        if (usual->contains(name))
            body[name] = (*usual)[name];
    }
    HttpRequest kept = std::move(encoded).value();
    kept.body = dumpJson(body);
    return kept;
}

std::unique_ptr<ReplyDecoder> KeptDialect::chatDecoder() const
{
    return m_inner.chatDecoder();
}

HttpRequest KeptDialect::encodeModels(const ProviderConfig &config, const QString &page) const
{
    return m_inner.encodeModels(config, page);
}

Result<ModelPage> KeptDialect::decodeModels(QByteArrayView body) const
{
    return m_inner.decodeModels(body);
}

Result<HttpRequest> KeptDialect::encodeEmbeddings(const EmbeddingRequest &request,
                                                  const ProviderConfig &config) const
{
    return m_inner.encodeEmbeddings(request, config);
}

Result<EmbeddingAnswer> KeptDialect::decodeEmbeddings(QByteArrayView body) const
{
    return m_inner.decodeEmbeddings(body);
}

CredentialHeader KeptDialect::credential(const Secret &key) const
{
    return m_inner.credential(key);
}

QList<QByteArray> KeptDialect::semanticHeaders() const
{
    return m_inner.semanticHeaders();
}

Error KeptDialect::decodeError(const HttpHead &head, QByteArrayView body) const
{
    return m_inner.decodeError(head, body);
}

RateLimitStatus KeptDialect::rateLimit(const HttpHead &head) const
{
    return m_inner.rateLimit(head);
}

} // namespace kagura
