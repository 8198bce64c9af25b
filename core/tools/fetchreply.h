// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httpfetch.h"
#include "core/tools/hostresolver.h"
#include "core/tools/tool.h"

namespace kagura {

//! One page on its way, over all its redirects. Each address is judged before a connection is made, and
//! the connection goes to the very address that was judged: a name that means another one a moment later
//! gains nothing.
//!
//! Thread: the one that made it. Lifetime: transport and resolver outlive it.
//! Errors: BadRequest for an address that may not be asked or a page that is no text; those of Transport.
class FetchReply final : public ToolReply
{
    Q_OBJECT

public:
    FetchReply(Transport &transport, HostResolver &resolver, const QUrl &url, QStringList hosts);
    ~FetchReply() override;

    void cancel() override;

private:
    void ask(const QUrl &url);
    void judge(const QUrl &url, const QList<QHostAddress> &addresses);
    void fetch(const QUrl &url, const QHostAddress &address);
    void fetched();
    void follow(const QByteArray &location);
    void read();
    [[nodiscard]] bool isGranted(const QUrl &url) const;
    void refuse(const QString &message);

    Transport &m_transport;
    HostResolver &m_resolver;
    QStringList m_hosts;
    QUrl m_url;
    int m_redirects = 0;
    std::unique_ptr<HttpFetch> m_fetch;
};

} // namespace kagura
