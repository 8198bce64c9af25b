// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatreply.h"
#include "core/llm/decodingsink.h"

#include <memory>

namespace kagura {

//! The reply of a VendorProvider: the engine's half of an answer whose other half is a DecodingSink.
//!
//! Thread: the engine thread. Lifetime: as ChatReply; the network thread may go on with the sink after
//! this has died.
class VendorReply final : public ChatReply
{
    Q_OBJECT

public:
    VendorReply(const QString &provider, const QString &model);
    ~VendorReply() override;

    //! Puts the request on the wire; its answer arrives from the next turn of the event loop on.
    void dispatch(Transport &transport, HttpRequest request, const Dialect &dialect);

protected:
    void abortWork() override;

private:
    void readBatch();

    QString m_provider;
    QString m_model;
    std::shared_ptr<DecodingSink::Queue> m_queue;
    std::unique_ptr<HttpCall> m_call;
};

} // namespace kagura
