// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/base/secret.h"

#include <QString>

#include <memory>

namespace kagura {

//! An access token that is good for the next call, or why there is none.
class TokenReply final : public Handle
{
    Q_OBJECT

public:
    TokenReply();
    ~TokenReply() override;

    [[nodiscard]] const Secret &token() const { return m_token; }
    //! Stays the same while tokens come and go; not sent to anybody.
    [[nodiscard]] const Secret &account() const { return m_account; }

    void cancel() override;

    //! \name For the source
    //! @{
    void succeed(const Secret &token, const Secret &account);
    void fail(const Error &error);
    //! @}

Q_SIGNALS:
    void waiting(); //!< for the keyring

private:
    Secret m_token;
    Secret m_account;
};

//! Where KeySource finds the tokens of providers that one signs in to instead of pasting a key.
//!
//! Thread: the engine thread. Lifetime: outlives its replies' use. Errors: in the replies.
class TokenSource
{
public:
    TokenSource() = default;
    virtual ~TokenSource();
    Q_DISABLE_COPY_MOVE(TokenSource)

    [[nodiscard]] virtual bool isSignedIn(const QString &provider) const = 0;
    [[nodiscard]] virtual std::unique_ptr<TokenReply> token(const QString &provider) = 0;
};

} // namespace kagura
