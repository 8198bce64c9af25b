// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatreply.h"

#include <memory>

namespace kagura {

//! A reply that passes on what another provider's reply says: the base of the providers around
//! providers. With Pass::FromContent it may follow several attempts, one after the other, and nothing
//! of an attempt is heard before its first content, so that a failed one can be dropped unheard;
//! notices (RetryScheduled, FellBack) are passed on at once.
//!
//! Thread: the engine thread. Lifetime: owns the attempt that it follows. Errors: as ChatReply.
class RelayReply : public ChatReply
{
    Q_OBJECT

public:
    ~RelayReply() override;

protected:
    enum class Pass : std::uint8_t { AtOnce, FromContent };

    explicit RelayReply(Pass pass);

    //! Passes this attempt on from now on, and lets the one before go.
    void follow(std::unique_ptr<ChatReply> attempt);

    //! The attempt's head has come; its rate limit is ours now.
    virtual void attemptStarted();

    //! The attempt has ended. Whoever inherits calls settle(), or follows another one.
    virtual void attemptEnded(const std::optional<Error> &failure) = 0;

    //! True once an attempt had content or its end mark: from then on there is no other attempt.
    [[nodiscard]] bool hasShown() const { return m_hasShown; }

    //! Passes on what was held back, and ends.
    void settle(std::optional<Error> failure);

    void abortWork() override;

private:
    void pass(const QList<ChatEvent> &events);
    void show();
    void letGo();

    std::unique_ptr<ChatReply> m_attempt;
    QList<ChatEvent> m_held;
    Pass m_pass;
    bool m_hasShown = false;
    bool m_isAttemptStarted = false;
};

} // namespace kagura
