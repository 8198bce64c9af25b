// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/llm/chatevent.h"
#include "core/llm/chatreply.h"
#include "core/llm/chatrequest.h"
#include "core/llm/providerconfig.h"

#include <QByteArrayView>

#include <memory>

namespace kagura {

struct ModelInfo
{
    QString id;
    QString displayName; //!< empty where the server has none
    std::optional<qint64> contextTokens;
    std::optional<qint64> outputTokens;

    bool operator==(const ModelInfo &) const = default;
};

struct ModelPage
{
    QList<ModelInfo> models;
    QString nextPage; //!< token for the next page; empty at the last

    bool operator==(const ModelPage &) const = default;
};

struct EmbeddingRequest
{
    QString model;
    QStringList inputs;
    std::optional<int> dimensions;

    bool operator==(const EmbeddingRequest &) const = default;
};

struct EmbeddingAnswer
{
    QList<QList<float>> vectors; //!< in the order of the inputs
    Usage usage;

    bool operator==(const EmbeddingAnswer &) const = default;
};

//! The bytes of one chat answer to events, a piece at a time, however the pieces are cut. Takes a
//! stream or a whole JSON body, whichever the server chose to send.
//!
//! Thread: one at a time, any. Lifetime: one answer. Errors: never throws.
class ReplyDecoder
{
public:
    ReplyDecoder() = default;
    virtual ~ReplyDecoder();
    Q_DISABLE_COPY_MOVE(ReplyDecoder)

    //! Appends what the bytes hold to events. False: nothing more will come of this stream (Finish was
    //! appended, or failure() is set) and the rest is not worth reading.
    [[nodiscard]] virtual bool feed(QByteArrayView bytes, QList<ChatEvent> &events) = 0;

    //! The stream is over. Appends what was pending, Finish among it where the protocol completes at
    //! the end of the stream. Empty: complete. Else the in-band error, Truncated, or Protocol.
    [[nodiscard]] virtual std::optional<Error> end(QList<ChatEvent> &events) = 0;
};

//! One wire format, in two halves without a network between them: a request to bytes, bytes to events.
//!
//! Thread: any; const and stateless. Lifetime: static, see dialectFor(). Errors: Result.
class Dialect
{
public:
    Dialect() = default;
    virtual ~Dialect();
    Q_DISABLE_COPY_MOVE(Dialect)

    //! Everything but credentials, deadlines and network profile. BadRequest for what this format
    //! cannot say; nothing is dropped silently.
    [[nodiscard]] virtual Result<HttpRequest> encodeChat(const ChatRequest &request,
                                                         const ProviderConfig &config) const = 0;
    [[nodiscard]] virtual std::unique_ptr<ReplyDecoder> chatDecoder() const = 0;

    [[nodiscard]] virtual HttpRequest encodeModels(const ProviderConfig &config,
                                                   const QString &page) const = 0;
    [[nodiscard]] virtual Result<ModelPage> decodeModels(QByteArrayView body) const = 0;

    [[nodiscard]] virtual Result<HttpRequest> encodeEmbeddings(
        const EmbeddingRequest &request, const ProviderConfig &config) const = 0;
    [[nodiscard]] virtual Result<EmbeddingAnswer> decodeEmbeddings(QByteArrayView body) const = 0;

    //! The header that carries the key.
    [[nodiscard]] virtual CredentialHeader credential(const Secret &key) const = 0;

    //! Which headers of a request change its answer and so belong to its identity.
    [[nodiscard]] virtual QList<QByteArray> semanticHeaders() const = 0;

    //! The failure behind an answer whose status is not 2xx: the code in the body first, then the status.
    [[nodiscard]] virtual Error decodeError(const HttpHead &head, QByteArrayView body) const = 0;

    [[nodiscard]] virtual RateLimitStatus rateLimit(const HttpHead &head) const = 0;
};

[[nodiscard]] const Dialect &dialectFor(DialectId id);

} // namespace kagura
