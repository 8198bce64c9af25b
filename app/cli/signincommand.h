// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/auth/signins.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/llm/providerconfig.h"

#include <chrono>
#include <memory>

class QCommandLineParser;

namespace kagura {

class Services;

struct SignInArguments
{
    QString provider;
    bool isSignOut = false;
    bool hasSecret = false; //!< the client secret is read from standard input
    bool opensBrowser = true;
    bool json = false;
    std::chrono::seconds patience = std::chrono::minutes(5);
    QString clientId; //!< empty: that of the settings

    static void declare(QCommandLineParser &parser);
    //! Whether what stands behind `keys` is for this command.
    [[nodiscard]] static bool areMeant(const QCommandLineParser &parser);
    //! Errors: BadRequest.
    [[nodiscard]] static Result<SignInArguments> read(const QCommandLineParser &parser);
};

//! `kagura-cli keys sign-in|sign-out PROVIDER`: OAuth from the terminal. The address for the browser is
//! printed and opened; tokens go into the keychain and are printed nowhere. Without a keychain nothing
//! is kept, and the sign-in is taken back.
class SignInCommand final : public Command
{
    Q_OBJECT

public:
    SignInCommand(Services &services, SignInArguments arguments, QObject *parent = nullptr);
    ~SignInCommand() override;

    void start() override;
    void interrupt() override;

private:
    void signIn(const ProviderConfig &provider);
    void judgeSignIn();
    void signOut(bool isUndo);
    void judgeSignOut();
    void openBrowser(const QUrl &url);
    void say(const Json &event, const QString &words) const;
    void fail(const Error &error);

    Services &m_services;
    SignInArguments m_arguments;
    ProviderConfig m_provider;
    OAuthClient m_client;
    std::unique_ptr<SignInReply> m_signIn;
    std::unique_ptr<SignOutReply> m_signOut;
};

} // namespace kagura
