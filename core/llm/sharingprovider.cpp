// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/sharingprovider.h"

#include "core/llm/refusedreply.h"
#include "core/llm/sharedstream.h"

#include <utility>

namespace kagura {

SharingProvider::SharingProvider(Provider &inner)
    : m_inner(inner)
    , m_streams(std::make_shared<Streams>())
{}

SharingProvider::~SharingProvider() = default;

Result<CallIdentity> SharingProvider::identify(const ChatRequest &request,
                                               const CallOptions &options) const
{
    return m_inner.identify(request, options);
}

std::unique_ptr<ChatReply> SharingProvider::send(const ChatRequest &request,
                                                 const CallOptions &options)
{
    const Result<CallIdentity> identity = identify(request, options);
    if (!identity)
        return std::make_unique<RefusedReply>(identity.error());
    const QByteArray key = identity->digest();
    if (const std::shared_ptr<SharedStream> stream = m_streams->value(key).lock())
        return SharedStream::join(stream);

    CallOptions own = options;
    if (own.beforeDispatch) {
        if (const std::optional<Error> refusal = std::exchange(own.beforeDispatch, {})())
            return std::make_unique<RefusedReply>(*refusal);
    }
    const auto stream = std::make_shared<SharedStream>(
        m_inner.send(request, own), [streams = m_streams, key] { streams->remove(key); });
    m_streams->insert(key, stream);
    return SharedStream::join(stream);
}

qsizetype SharingProvider::streamCount() const
{
    return m_streams->size();
}

} // namespace kagura
