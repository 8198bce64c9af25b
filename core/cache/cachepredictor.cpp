// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachepredictor.h"

#include "core/cache/admission.h"

#include <utility>

namespace kagura {

namespace {

//! The answers of one predict() while they come in.
struct Gathering
{
    QList<bool> hits;
    qsizetype missing = 0;
    std::function<void(const QList<bool> &)> done;

    void take(qsizetype index, bool isHit)
    {
        hits[index] = isHit;
        if (--missing == 0)
            done(hits);
    }
};

} // namespace

CachePredictor::CachePredictor(const Provider &provider,
                               ResponseCache &cache,
                               PolicyFunction policy)
    : m_provider(provider)
    , m_cache(cache)
    , m_policy(std::move(policy))
{}

CachePredictor::~CachePredictor() = default;

std::optional<CacheKey> CachePredictor::keyOf(const PlannedCall &call) const
{
    const CacheMode mode = narrowed(call.options.cacheMode, m_cache.mode());
    if (mode != CacheMode::ReadWrite && mode != CacheMode::ReadOnly
        && mode != CacheMode::OfflineOnly)
        return std::nullopt;
    const Result<CallIdentity> identity = m_provider.identify(call.request, call.options);
    if (!identity)
        return std::nullopt;
    const CachePolicy policy = m_policy ? m_policy(call.request, call.options) : CachePolicy();
    const Result<RequestKey> key = RequestKey::of(*identity, policy.space);
    if (!key || whyBypassed(key->shape, policy) != CacheReason::None)
        return std::nullopt;
    return key->key;
}

void CachePredictor::predict(const QList<PlannedCall> &calls,
                             QObject *context,
                             std::function<void(const QList<bool> &)> done)
{
    const auto gathering = std::make_shared<Gathering>();
    gathering->hits = QList<bool>(calls.size(), false);
    gathering->missing = calls.size() + 1; // itself is one: nothing may be told from here
    gathering->done = std::move(done);
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const std::optional<CacheKey> key = keyOf(calls.at(i));
        if (!key) {
            --gathering->missing;
            continue;
        }
        m_cache.find(*key, context, [gathering, i](const ResponseCache::Finding &finding) {
            gathering->take(i, finding.answer != nullptr);
        });
    }
    QMetaObject::invokeMethod(
        context,
        [gathering] {
            if (--gathering->missing == 0)
                gathering->done(gathering->hits);
        },
        Qt::QueuedConnection);
}

} // namespace kagura
