// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/llm/dialects/dialect.h"
#include "core/net/httpfetch.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace kagura {

//! The models that a provider lists, all pages of them.
//!
//! Thread: the engine thread. Lifetime: the caller's; the transport outlives it. Errors: as
//! VendorProvider; Protocol for a list without end (more than a hundred pages, or one page again). What
//! came before a failure stays in models().
class ModelListReply final : public Handle
{
    Q_OBJECT

public:
    //! Makes the request for a page ready to be sent, or says why it cannot be.
    using Encode = std::function<Result<HttpRequest>(const QString &page)>;

    ModelListReply(Transport &transport, const Dialect &dialect, Encode encode);
    ~ModelListReply() override;

    [[nodiscard]] const QList<ModelInfo> &models() const { return m_models; }

    void cancel() override;

private:
    void fetch(const QString &page);
    void readPage();

    Transport &m_transport;
    const Dialect &m_dialect;
    Encode m_encode;
    QList<ModelInfo> m_models;
    std::set<QString> m_seenPages;
    QList<CredentialHeader> m_credentials; //!< that the request carries
    std::unique_ptr<HttpFetch> m_fetch;
};

} // namespace kagura
