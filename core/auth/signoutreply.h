// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/base/clock.h"
#include "core/net/httpfetch.h"
#include "core/settings/secretreply.h"

#include <functional>
#include <memory>

namespace kagura {

//! The end of a sign-in: the server is told that the tokens are void, then they are removed here.
//!
//! A success means that nothing of the sign-in is left on this computer. Where the server could not be
//! told, revocationFailure() says why, and its own pages are the place to do it.
//!
//! Thread: the engine thread. Lifetime: the caller's. Errors: those of the keychain: the tokens may be
//! there still.
class SignOutReply final : public Handle
{
    Q_OBJECT

public:
    ~SignOutReply() override;

    [[nodiscard]] bool isRevoked() const { return m_isRevoked; }
    [[nodiscard]] const std::optional<Error> &revocationFailure() const
    {
        return m_revocationFailure;
    }

    void cancel() override;

private:
    friend class SignIns;
    using Remove = std::function<std::unique_ptr<SecretReply>()>;

    SignOutReply(Transport &transport, Remove remove);
    void revoke(const std::optional<HttpRequest> &request);
    void judge();
    void giveUp(const Error &failure) { finish(failure); }
    void removeTokens();

    Transport &m_transport;
    Remove m_remove;
    std::unique_ptr<HttpFetch> m_fetch;
    std::unique_ptr<SecretReply> m_removal;
    std::optional<Error> m_revocationFailure;
    bool m_isRevoked = false;
};

} // namespace kagura
