// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/settings/secretreply.h"

#include <cstdint>
#include <memory>

class QCommandLineParser;

namespace kagura {

class Services;

//! What `kagura-cli cache team …` asks for.
struct TeamArguments
{
    enum class Action : std::uint8_t { Show, Server, Name, Key, NewKey, Password, Forget, Clear };

    Action action = Action::Show;
    QString value; //!< of Server and Name
    bool isConfirmed = false;
    bool json = false;

    //! Whether what stands behind `cache` is for this command.
    [[nodiscard]] static bool areMeant(const QCommandLineParser &parser);
    //! Errors: BadRequest.
    [[nodiscard]] static Result<TeamArguments> read(const QCommandLineParser &parser);
};

//! `kagura-cli cache team …`: where a team shares its answers, and the key that only the team has. That
//! key is printed once, when it is made, because it has to reach the others; it is stored in the
//! keychain alone.
class TeamCommand final : public Command
{
    Q_OBJECT

public:
    TeamCommand(Services &services, TeamArguments arguments, QObject *parent = nullptr);
    ~TeamCommand() override;

    void start() override;
    void interrupt() override;

private:
    void show();
    void change();
    void storeKey();
    void makeKey();
    void forget();
    void clear();

    void keep(const QString &name, const Secret &secret, const QString &success);
    void end(const Json &object, const QString &words);
    void fail(const Error &error);

    Services &m_services;
    TeamArguments m_arguments;
    std::unique_ptr<SecretReply> m_reply;
    bool m_isEnded = false;
};

} // namespace kagura
