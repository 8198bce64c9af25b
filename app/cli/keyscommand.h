// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/settings/secretreply.h"

#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>

namespace kagura {

class Services;

struct KeysArguments
{
    enum class Action : std::uint8_t { List, Set, Remove };

    Action action = Action::List;
    QString provider;
    bool json = false;

    //! Of what stands behind `keys`. Errors: BadRequest.
    [[nodiscard]] static Result<KeysArguments> read(const QStringList &positional, bool json);
};

//! `kagura-cli keys set|remove|list`: the keychain from the terminal. A key comes in through standard
//! input alone and is never printed.
class KeysCommand final : public Command
{
    Q_OBJECT

public:
    KeysCommand(Services &services, KeysArguments arguments, QObject *parent = nullptr);
    ~KeysCommand() override;

    void start() override;
    void interrupt() override;

private:
    void list();
    void set();
    void follow(std::unique_ptr<SecretReply> reply, const QString &success);

    Services &m_services;
    KeysArguments m_arguments;
    std::unique_ptr<SecretReply> m_reply;
};

} // namespace kagura
