// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/cache/cachepolicy.h"
#include "core/cache/responsecache.h"
#include "core/cache/sharedtier.h"
#include "core/llm/provider.h"

#include <QDateTime>
#include <QHash>

#include <functional>
#include <optional>

namespace kagura {

//! What the cache did for one call.
struct CacheNote
{
    enum class Outcome : std::uint8_t { Hit, Miss, Bypass, Stored, Rejected };

    Outcome outcome = Outcome::Miss;
    CacheReason reason = CacheReason::None; //!< of a miss, a bypass, a rejection
    ChatReply::Origin tier = ChatReply::Origin::Live; //!< of a hit
    bool isStale =
        false; //!< of a hit: it stood in for a provider that failed, or could not be asked
    CacheKey key;
    QString model;
    QString agent;
    QDateTime created; //!< of a hit
    Usage saved; //!< of a hit: once, whatever becomes of its replay
    std::optional<qint64> savedMicroUsd;
    std::chrono::milliseconds savedTime{0};
    std::optional<CallIdentity> call = std::nullopt; //!< of a miss, to explain it
    CacheSpace space; //!< likewise
};

//! Answers what was answered before without asking the provider within, and keeps what it answers.
//!
//! Stands outside of SharingProvider, so that a hit shares nothing and one live stream of several
//! callers is stored once, by the caller that bears its cost; and inside of FallbackProvider, so that
//! no answer is stored under another model's key.
//!
//! A hit is the same stream of events as the live reply, with usage, end and reasoning; origin() says
//! that it was free. beforeDispatch does not run for it. What neither memory nor disk has is asked of the
//! shared tier, unless it was invalidated here; a hit there is admitted as a live answer is, and kept. CacheMode::Off neither reads nor writes nor
//! counts; Refresh and WriteOnly do not read; ReadOnly does not write; OfflineOnly asks nobody, tells
//! what there is, stale or not, and otherwise ends with Network.
//!
//! Thread: the engine thread. Lifetime: provider within, cache and clock outlive it, it outlives its
//! replies. Errors: those of the provider within; none of the cache.
class CachingProvider final : public Provider
{
public:
    //! All may be empty.
    struct Hooks
    {
        //! Empty: CachePolicy() with the agent of the tag "agent:NAME".
        std::function<CachePolicy(const ChatRequest &, const CallOptions &)> policy;
        //! What a live answer cost; see ModelCatalogue.
        std::function<std::optional<qint64>(
            const QString &provider, const QString &model, const Usage &usage)>
            cost;
        std::function<void(const CacheNote &)> noted;
        //! It is on this computer: what is offline may still ask it.
        bool isLocal = false;
        //! The tier that calls of this provider share with other machines; null: none.
        std::function<SharedTier *()> shared;
        QString account; //!< by which name the others know whose calls these are
    };

    CachingProvider(Provider &inner, ResponseCache &cache, Clock &clock, Hooks hooks);
    ~CachingProvider() override;

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

private:
    class Reply;
    struct Call;

    //! The key of a request that was seen before, without its body.
    struct KnownKey
    {
        CacheSpace space;
        RequestKey key;
    };
    struct BytesHash
    {
        [[nodiscard]] std::size_t operator()(const QByteArray &bytes) const noexcept
        {
            return qHash(bytes);
        }
    };

    [[nodiscard]] CachePolicy policyFor(const ChatRequest &request,
                                        const CallOptions &options) const;
    [[nodiscard]] CacheMode modeFor(const CallOptions &options) const;
    [[nodiscard]] std::unique_ptr<ChatReply> replay(const Call &call,
                                                    const CachedAnswer &answer,
                                                    ChatReply::Origin tier,
                                                    bool isStale);
    void note(const Call &call, CacheNote::Outcome outcome, CacheReason reason) const;
    void say(const CacheNote &note) const;

    [[nodiscard]] std::unique_ptr<ChatReply> answerAtOnce(const Call &call);

    Provider &m_inner;
    ResponseCache &m_cache;
    Clock &m_clock;
    Hooks m_hooks;
    //! By CallIdentity::digest(): hashing the bytes of a request is ten times as quick as reading them.
    SieveCache<QByteArray, KnownKey, BytesHash> m_known;
};

} // namespace kagura
