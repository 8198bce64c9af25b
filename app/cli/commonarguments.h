// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/llm/providerconfig.h"

#include <QCommandLineParser>
#include <QList>

#include <optional>

namespace kagura {

//! What every subcommand that calls a model understands, so that tests and servers need no file:
//! --provider, --key-fd, --deadline.
struct CommonArguments
{
    QList<ProviderConfig> providers; //!< from --provider, before those of the settings
    std::optional<int>
        keyDescriptor; //!< --key-fd: where the key of the called provider can be read

    //! Adds the options to parser, for help and for parsing.
    static void declare(QCommandLineParser &parser);

    //! Errors: BadRequest with the option and what it takes.
    [[nodiscard]] static Result<CommonArguments> read(const QCommandLineParser &parser);
};

//! NAME=DIALECT,BASE_URL[,key-env=VAR] to a provider; without key-env it needs no key.
[[nodiscard]] Result<ProviderConfig> parseProviderOption(const QString &text);

//! KIND=SECONDS (connect, first-byte, idle, progress, total; 0 lifts the limit) into deadlines.
[[nodiscard]] Result<void> applyDeadlineOption(const QString &text, Deadlines &deadlines);

} // namespace kagura
