// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/observedprovider.h"

#include <utility>

namespace kagura {

ObservedProvider::ObservedProvider(Provider &inner, Observer observer)
    : m_inner(inner)
    , m_observer(std::move(observer))
{}

Result<CallIdentity> ObservedProvider::identify(const ChatRequest &request,
                                                const CallOptions &options) const
{
    return m_inner.identify(request, options);
}

std::unique_ptr<ChatReply> ObservedProvider::send(const ChatRequest &request,
                                                  const CallOptions &options)
{
    std::unique_ptr<ChatReply> reply = m_inner.send(request, options);
    m_observer(*reply);
    return reply;
}

} // namespace kagura
