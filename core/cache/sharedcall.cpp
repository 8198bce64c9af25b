// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/sharedcall.h"

#include <utility>

namespace kagura {

SharedCall::SharedCall(SharedTier *tier,
                       const QString &account,
                       const CallIdentity &identity,
                       const CacheSpace &space)
    : m_tier(tier)
{
    if (!tier)
        return;
    // Everything as in the key on this machine, but whose call it is: that is the team's.
    CallIdentity shared = identity;
    shared.scope = tier->scopeOf(account);
    if (const Result<RequestKey> key = RequestKey::of(shared, space))
        m_key = key->key;
}

void SharedCall::find(QObject *context,
                      std::function<void(const std::optional<SharedAnswer> &)> done)
{
    m_tier->find(*m_key, context,
                 [this, done = std::move(done)](const SharedTier::Finding &finding) {
                     m_generation = finding.generation;
                     done(finding.answer);
                 });
}

void SharedCall::begin(QObject *context)
{
    if (isOpen())
        m_tier->begin(context, [this](const SharedTier::Finding &finding) {
            m_generation = finding.generation;
        });
}

std::function<void()> SharedCall::giving(const CachedAnswer &answer) const
{
    if (!isOpen() || !m_generation)
        return {};
    return [tier = m_tier, key = *m_key, generation = *m_generation,
            shared = SharedAnswer::of(answer)] {
        if (tier)
            tier->store(key, shared, generation);
    };
}

} // namespace kagura
