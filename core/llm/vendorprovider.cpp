// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/vendorprovider.h"

#include "core/llm/embeddingreply.h"
#include "core/llm/modellistreply.h"
#include "core/llm/refusedreply.h"
#include "core/llm/vendorreply.h"

#include <QRandomGenerator>

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <utility>

namespace kagura {

namespace {

// A model on this machine may have to be read from disk before the first byte comes.
constexpr std::chrono::seconds LoopbackFirstByte(300);

Secret randomKey()
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    const Secret key(bytes);
    wipe(bytes);
    return key;
}

Error missingKey(const ProviderConfig &config)
{
    const QString variable = config.keyVariable.isEmpty()
        ? QString()
        : QStringLiteral(", or set %1").arg(config.keyVariable);
    return {Error::Kind::Auth,
            QStringLiteral("no key for provider \"%1\": add one in the settings or with "
                           "\"kagura-cli keys set %1\"%2")
                .arg(config.name, variable)};
}

// The path counts: one host may stand in front of several services.
QString identityOrigin(const ProviderConfig &config)
{
    if (!config.identityOrigin.isEmpty())
        return config.identityOrigin;
    QString path = config.baseUrl.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return originOf(config.baseUrl) + path;
}

} // namespace

QString accountScope(const Secret &key, const Secret &installationKey)
{
    if (key.isEmpty())
        return {};
    QByteArray keyBytes = key.reveal();
    QByteArray hmacKey = installationKey.reveal();
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), hmacKey.constData(), static_cast<int>(hmacKey.size()),
         reinterpret_cast<const unsigned char *>(keyBytes.constData()),
         static_cast<std::size_t>(keyBytes.size()), digest.data(), &size);
    wipe(keyBytes);
    wipe(hmacKey);
    return QString::fromLatin1(
        QByteArray::fromRawData(reinterpret_cast<const char *>(digest.data()),
                                static_cast<qsizetype>(size))
            .toHex());
}

VendorProvider::VendorProvider(ProviderConfig config,
                               const Dialect &dialect,
                               Transport &transport,
                               KeyFunction key,
                               ScopeFunction scope)
    : m_config(std::move(config))
    , m_dialect(dialect)
    , m_transport(transport)
    , m_key(std::move(key))
    , m_scope(std::move(scope))
{
    if (!m_scope) {
        m_scope = [salt = randomKey()](const Secret &secret) { return accountScope(secret, salt); };
    }
}

VendorProvider::~VendorProvider() = default;

AccountKey VendorProvider::key() const
{
    return m_key ? m_key() : AccountKey();
}

Result<CallIdentity> VendorProvider::identify(const ChatRequest &request,
                                              const CallOptions &options) const
{
    Result<HttpRequest> encoded = m_dialect.encodeChat(request, m_config);
    if (!encoded)
        return encoded.error();
    CallIdentity identity;
    identity.dialect = dialectName(m_config.dialect);
    identity.origin = identityOrigin(m_config);
    const AccountKey account = key();
    identity.scope = m_scope(account.isAccessToken ? account.account : account.secret);
    identity.model = request.model;
    identity.body = encoded->body;
    identity.sampleIndex = options.sampleIndex;
    for (const QByteArray &name : m_dialect.semanticHeaders()) {
        const QByteArray value = headerValue(encoded->headers, name);
        if (!value.isNull())
            identity.headers.append(HttpHeader{name, value});
    }
    return identity;
}

std::optional<Error> VendorProvider::prepare(HttpRequest &request,
                                             const std::optional<Deadlines> &deadlines) const
{
    const AccountKey account = key();
    if (account.secret.isEmpty() && m_config.needsKey)
        return missingKey(m_config);
    if (account.isAccessToken)
        request.credentials.append({"Authorization", "Bearer ", account.secret});
    else if (!account.secret.isEmpty())
        request.credentials.append(m_dialect.credential(account.secret));
    request.network = m_config.network;
    request.deadlines = deadlines.value_or(m_config.deadlines);
    const bool isDefault = !deadlines && m_config.deadlines.firstByte == Deadlines().firstByte;
    if (isDefault && isLoopback(m_config.baseUrl))
        request.deadlines.firstByte = LoopbackFirstByte;
    return std::nullopt;
}

std::unique_ptr<ChatReply> VendorProvider::send(const ChatRequest &request,
                                                const CallOptions &options)
{
    Result<HttpRequest> encoded = m_dialect.encodeChat(request, m_config);
    if (!encoded)
        return std::make_unique<RefusedReply>(encoded.error());
    HttpRequest http = std::move(encoded).value();
    std::optional<Error> problem = prepare(http, options.deadlines);
    if (!problem && options.beforeDispatch)
        problem = options.beforeDispatch();
    if (problem)
        return std::make_unique<RefusedReply>(*problem);
    auto reply = std::make_unique<VendorReply>(m_config.name, request.model);
    reply->dispatch(m_transport, std::move(http), m_dialect);
    return reply;
}

std::unique_ptr<ModelListReply> VendorProvider::listModels()
{
    const auto encode = [this](const QString &page) -> Result<HttpRequest> {
        HttpRequest request = m_dialect.encodeModels(m_config, page);
        if (const std::optional<Error> problem = prepare(request, std::nullopt))
            return *problem;
        return request;
    };
    return std::make_unique<ModelListReply>(m_transport, m_dialect, encode);
}

std::unique_ptr<EmbeddingReply> VendorProvider::embed(const EmbeddingRequest &request)
{
    Result<HttpRequest> encoded = m_dialect.encodeEmbeddings(request, m_config);
    if (encoded) {
        if (const std::optional<Error> problem = prepare(encoded.value(), std::nullopt))
            encoded = *problem;
    }
    return std::make_unique<EmbeddingReply>(m_transport, m_dialect, std::move(encoded),
                                            request.inputs.size());
}

} // namespace kagura
