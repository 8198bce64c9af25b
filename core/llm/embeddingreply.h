// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/llm/dialects/dialect.h"
#include "core/net/httpfetch.h"

#include <memory>

namespace kagura {

//! The vectors of some texts.
//!
//! Thread: the engine thread. Lifetime: the caller's; the transport outlives it. Errors: as
//! VendorProvider; Protocol when there are not as many vectors as texts.
class EmbeddingReply final : public Handle
{
    Q_OBJECT

public:
    //! request: ready to be sent, or why it cannot be.
    EmbeddingReply(Transport &transport,
                   const Dialect &dialect,
                   Result<HttpRequest> request,
                   qsizetype inputCount);
    ~EmbeddingReply() override;

    [[nodiscard]] const EmbeddingAnswer &answer() const { return m_result; }

    void cancel() override;

private:
    void readAnswer(const Dialect &dialect);

    EmbeddingAnswer m_result;
    qsizetype m_inputCount;
    QList<CredentialHeader> m_credentials; //!< that the request carries
    std::unique_ptr<HttpFetch> m_fetch;
};

} // namespace kagura
