// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/auth/oauthgrant.h"
#include "core/auth/pkce.h"
#include "core/auth/redirectlistener.h"
#include "core/base/clock.h"
#include "core/net/httpfetch.h"

#include <QUrl>

#include <chrono>
#include <memory>

namespace kagura {

//! One sign-in through the person's own browser, from the question to the tokens.
//!
//! The flow listens on 127.0.0.1, then says browserWanted(); whoever started it opens that address.
//! The code that comes back is redeemed once, with the proof that it was asked for here. Whatever
//! happens ends in finished(), at the latest when the patience is over: a browser that is closed says
//! nothing.
//!
//! Thread: the engine thread. Lifetime: transport and clock outlive it. Errors: BadRequest for a client
//! that cannot be used; Network for a port that is taken; Timeout when the browser does not come back;
//! Auth when it was declined, or brings back what was not asked for; Protocol when it comes to another
//! path; those of readTokens() and of the transport.
//! Source: RFC 6749 4.1, RFC 7636, RFC 8252; Google's guide for installed apps.
class OAuthFlow final : public Handle
{
    Q_OBJECT

public:
    struct Options
    {
        std::chrono::milliseconds patience = std::chrono::minutes(5); //!< for the browser
        NetworkProfile network;
    };

    OAuthFlow(Transport &transport,
              Clock &clock,
              const OAuthClient &client,
              const Options &options);
    ~OAuthFlow() override;

    void cancel() override;

    [[nodiscard]] const OAuthClient &client() const { return m_client; }
    [[nodiscard]] const OAuthTokens &tokens() const { return m_tokens; } //!< after a success

Q_SIGNALS:
    //! Once, never before the constructor has returned.
    void browserWanted(const QUrl &url);
    void codeArrived(); //!< the person is done; the rest is between the two programs

private:
    [[nodiscard]] bool judge(const QUrlQuery &query);
    void redeem();
    void settle();
    void end(std::optional<Error> failure = std::nullopt);

    Transport &m_transport;
    Clock &m_clock;
    OAuthClient m_client;
    Options m_options;
    Pkce m_pkce = makePkce();
    Secret m_state = Secret(randomUrlToken());
    Secret m_code;
    std::optional<Error> m_verdict; //!< of the browser's answer
    std::unique_ptr<RedirectListener> m_listener;
    std::unique_ptr<HttpFetch> m_fetch;
    OAuthTokens m_tokens;
};

} // namespace kagura
