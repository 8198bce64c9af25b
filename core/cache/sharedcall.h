// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/requestkey.h"
#include "core/cache/sharedtier.h"

#include <QPointer>

#include <functional>
#include <optional>

namespace kagura {

//! What one call has to do with the shared tier: its key there, the generation in which it began, and
//! whether its answer may be given to the others.
//!
//! Thread: that of the tier. Lifetime: shorter than the context of its questions; the tier may go first.
//! Errors: none; without a tier nothing is found and nothing stored.
class SharedCall
{
public:
    SharedCall() = default;
    //! tier may be null. account: by which name the whole team knows whose call it is.
    SharedCall(SharedTier *tier,
               const QString &account,
               const CallIdentity &identity,
               const CacheSpace &space);

    [[nodiscard]] bool isOpen() const { return m_tier && m_key; }

    //! Only while open. done is called later, unless context has died.
    void find(QObject *context, std::function<void(const std::optional<SharedAnswer> &)> done);
    //! For a call that wants a new answer: finds out the generation, beside it.
    void begin(QObject *context);

    //! Gives the answer to the others; empty where it may not be given.
    [[nodiscard]] std::function<void()> giving(const CachedAnswer &answer) const;

private:
    QPointer<SharedTier> m_tier;
    std::optional<CacheKey> m_key;
    std::optional<SharedTier::Generation> m_generation;
};

} // namespace kagura
