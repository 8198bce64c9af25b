// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/modellistreply.h"

#include "core/llm/quotedkey.h"

#include <utility>

namespace kagura {

namespace {

constexpr std::size_t MostPages = 100;

} // namespace

ModelListReply::ModelListReply(Transport &transport, const Dialect &dialect, Encode encode)
    : m_transport(transport)
    , m_dialect(dialect)
    , m_encode(std::move(encode))
{
    fetch(QString());
}

ModelListReply::~ModelListReply() = default;

void ModelListReply::cancel()
{
    if (isFinished())
        return;
    if (m_fetch) {
        disconnect(m_fetch.get(), nullptr, this, nullptr);
        m_fetch->cancel();
    }
    finish(Error{Error::Kind::Cancelled, QStringLiteral("cancelled by the caller")});
}

void ModelListReply::fetch(const QString &page)
{
    Result<HttpRequest> request = m_encode(page);
    if (!request) {
        const Error error = request.error();
        QMetaObject::invokeMethod(
            this, [this, error] { finish(error); }, Qt::QueuedConnection);
        return;
    }
    m_credentials = request->credentials;
    if (m_fetch)
        m_fetch.release()->deleteLater(); // it is speaking just now
    m_fetch = std::make_unique<HttpFetch>(m_transport, std::move(request).value());
    connect(m_fetch.get(), &Handle::finished, this, &ModelListReply::readPage);
}

void ModelListReply::readPage()
{
    const HttpHead &head = m_fetch->head();
    if (m_fetch->failure()) {
        finish(m_fetch->failure());
        return;
    }
    if (head.status < 200 || head.status >= 300) {
        finish(withoutQuotedKeys(m_dialect.decodeError(head, m_fetch->body()), m_credentials));
        return;
    }
    Result<ModelPage> page = m_dialect.decodeModels(m_fetch->body());
    if (!page) {
        finish(withoutQuotedKeys(page.error(), m_credentials));
        return;
    }
    m_models.append(page->models);
    if (page->nextPage.isEmpty())
        finish();
    else if (m_seenPages.size() >= MostPages || !m_seenPages.insert(page->nextPage).second)
        finish(Error{Error::Kind::Protocol, QStringLiteral("the list of models has no end")});
    else
        fetch(page->nextPage);
}

} // namespace kagura
