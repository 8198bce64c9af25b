// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/embeddingreply.h"

#include "core/llm/quotedkey.h"

#include <utility>

namespace kagura {

EmbeddingReply::EmbeddingReply(Transport &transport,
                               const Dialect &dialect,
                               Result<HttpRequest> request,
                               qsizetype inputCount)
    : m_inputCount(inputCount)
{
    if (!request) {
        const Error error = request.error();
        QMetaObject::invokeMethod(
            this, [this, error] { finish(error); }, Qt::QueuedConnection);
        return;
    }
    m_credentials = request->credentials;
    m_fetch = std::make_unique<HttpFetch>(transport, std::move(request).value());
    connect(m_fetch.get(), &Handle::finished, this, [this, &dialect] { readAnswer(dialect); });
}

EmbeddingReply::~EmbeddingReply() = default;

void EmbeddingReply::cancel()
{
    if (isFinished())
        return;
    if (m_fetch) {
        disconnect(m_fetch.get(), nullptr, this, nullptr);
        m_fetch->cancel();
    }
    finish(Error{Error::Kind::Cancelled, QStringLiteral("cancelled by the caller")});
}

void EmbeddingReply::readAnswer(const Dialect &dialect)
{
    const HttpHead &head = m_fetch->head();
    if (m_fetch->failure()) {
        finish(m_fetch->failure());
        return;
    }
    if (head.status < 200 || head.status >= 300) {
        finish(withoutQuotedKeys(dialect.decodeError(head, m_fetch->body()), m_credentials));
        return;
    }
    Result<EmbeddingAnswer> answer = dialect.decodeEmbeddings(m_fetch->body());
    if (!answer) {
        finish(withoutQuotedKeys(answer.error(), m_credentials));
        return;
    }
    if (answer->vectors.size() != m_inputCount) {
        finish(Error{Error::Kind::Protocol,
                     QStringLiteral("%1 vectors came for %2 texts")
                         .arg(answer->vectors.size())
                         .arg(m_inputCount)});
        return;
    }
    m_result = std::move(answer).value();
    finish();
}

} // namespace kagura
