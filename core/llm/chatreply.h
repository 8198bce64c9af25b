// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/llm/cacheoutcome.h"
#include "core/llm/chatanswer.h"

#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace kagura {

//! What a provider's rate-limit headers said; empty where it says nothing.
struct RateLimitStatus
{
    std::optional<qint64> requestLimit;
    std::optional<qint64> requestsRemaining;
    std::optional<std::chrono::milliseconds> requestsResetAfter;
    std::optional<qint64> tokenLimit;
    std::optional<qint64> tokensRemaining;
    std::optional<std::chrono::milliseconds> tokensResetAfter;

    bool operator==(const RateLimitStatus &) const = default;
};

//! One answer of a model while it arrives. A live answer, a joined one and one from the cache look the
//! same but for origin().
//!
//! started() comes at most once, before the first event; eventsAdded() zero or more times, in batches
//! as they arrive, each already folded into answer(); finished() exactly once, whatever happens.
//! Success means that the last event was Finish, so that answer().finish is set; otherwise failure()
//! says why, and what came before stays readable in answer(). No signal comes before Provider::send()
//! has returned.
//!
//! Thread: the engine thread, as all of Handle. Lifetime: the caller owns it; deleting it before
//! finished() ends the transfer silently.
class ChatReply : public Handle
{
    Q_OBJECT

public:
    enum class Origin : std::uint8_t { Live, Joined, Memory, Disk, Shared };

    ~ChatReply() override;

    //! \name Known from started() on
    //! @{
    [[nodiscard]] Origin origin() const { return m_origin; }
    [[nodiscard]] QString provider() const { return m_provider; }
    [[nodiscard]] QString model() const
    {
        return m_model;
    } //!< as asked; answer().servedModel is what served
    //! What a cache on the way did; empty where there was none.
    [[nodiscard]] const std::optional<CacheOutcome> &cacheOutcome() const { return m_cacheOutcome; }
    //! @}

    //! For the cache alone, and before it hands the reply on or starts it.
    void setCacheOutcome(const CacheOutcome &outcome) { m_cacheOutcome = outcome; }

    [[nodiscard]] const ChatAnswer &answer() const { return m_answer; }
    [[nodiscard]] const RateLimitStatus &rateLimit() const { return m_rateLimit; }

    //! Waits for its turn in the account's queue: nothing has left yet.
    [[nodiscard]] bool isQueued() const { return m_isQueued; }

    //! send() to the first text, reasoning or tool call; empty until then.
    [[nodiscard]] std::optional<std::chrono::milliseconds> firstContentAfter() const
    {
        return m_firstContentAfter;
    }
    //! send() to finished(); empty until then.
    [[nodiscard]] std::optional<std::chrono::milliseconds> totalTime() const { return m_totalTime; }

    void cancel() override;

Q_SIGNALS:
    void queuedChanged(); //!< may come before started()
    void started();
    void eventsAdded(const QList<kagura::ChatEvent> &events);

protected:
    ChatReply();

    //! Announces where the answer comes from; a later call replaces it (a fallback took over) without
    //! a second signal.
    void start(Origin origin, const QString &provider, const QString &model);
    void setRateLimit(const RateLimitStatus &status) { m_rateLimit = status; }
    void setQueued(bool isQueued);

    //! Folds and announces; ignored once finished.
    void add(const QList<ChatEvent> &events);

    //! Ends the reply. A success without a Finish event is a bug of the caller and becomes Truncated.
    void end(std::optional<Error> failure = std::nullopt);

    //! Ends the work behind the reply; called once, by cancel(), before finished().
    virtual void abortWork() = 0;

private:
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

    ChatAnswer m_answer;
    QString m_provider;
    QString m_model;
    RateLimitStatus m_rateLimit;
    std::optional<CacheOutcome> m_cacheOutcome;
    std::chrono::steady_clock::time_point m_sentAt = std::chrono::steady_clock::now();
    std::optional<std::chrono::milliseconds> m_firstContentAfter;
    std::optional<std::chrono::milliseconds> m_totalTime;
    Origin m_origin = Origin::Live;
    bool m_isStarted = false;
    bool m_isQueued = false;
};

[[nodiscard]] QString originName(ChatReply::Origin origin); //!< "joined"

} // namespace kagura
