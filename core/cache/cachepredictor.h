// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachepolicy.h"
#include "core/cache/responsecache.h"
#include "core/llm/hitpredictor.h"
#include "core/llm/provider.h"

namespace kagura {

//! Predicts by looking into the cache, with the same key, policy and mode as a CachingProvider would.
//! Nothing is counted and nothing is told.
//!
//! Thread: the engine thread. Lifetime: provider, cache and clock outlive it. Errors: as HitPredictor.
class CachePredictor final : public HitPredictor
{
public:
    using PolicyFunction =
        std::function<CachePolicy(const ChatRequest &request, const CallOptions &options)>;

    //! provider: the one whose calls are meant; policy may be empty: CachePolicy().
    CachePredictor(const Provider &provider, ResponseCache &cache, PolicyFunction policy = {});
    ~CachePredictor() override;

    void predict(const QList<PlannedCall> &calls,
                 QObject *context,
                 std::function<void(const QList<bool> &)> done) override;

private:
    //! Empty: it would not be looked up.
    [[nodiscard]] std::optional<CacheKey> keyOf(const PlannedCall &call) const;

    const Provider &m_provider;
    ResponseCache &m_cache;
    PolicyFunction m_policy;
};

} // namespace kagura
