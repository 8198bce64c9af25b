// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/services.h"

#include <QObject>

#include <memory>

namespace kagura {

//! Signing in to a provider and out again, on the side of the engine.
//!
//! One sign-in at a time: another one takes its place.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: its parent's; start() comes before
//! everything else, and the services outlive it. Errors: failed().
class SignInDesk final : public QObject
{
    Q_OBJECT

public:
    explicit SignInDesk(QObject *parent = nullptr);
    ~SignInDesk() override;

    void start(Services &services);

    void signIn(const QString &provider, const QString &clientId, const Secret &clientSecret);
    void cancel();
    void signOut(const QString &provider);

Q_SIGNALS:
    void browserWanted(const QUrl &url);
    void keyringWaits();
    //! isKept: beyond this session.
    void signedIn(const QString &provider, bool isKept);
    void failed(const kagura::Error &error);
    void signedOut(const QString &provider, bool isRevoked);
    void signOutFailed(const kagura::Error &error);

private:
    Services *m_services = nullptr;
    std::unique_ptr<SignInReply> m_signIn;
    std::unique_ptr<SignOutReply> m_signOut;
};

} // namespace kagura
