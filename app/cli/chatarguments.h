// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commonarguments.h"
#include "core/llm/calloptions.h"
#include "core/llm/chatrequest.h"

#include <QStringList>

namespace kagura {

//! What `kagura-cli chat …` asks for. Attachments and standard input are read later, by ChatCommand.
struct ChatArguments
{
    CommonArguments common;
    std::optional<ModelRef> model; //!< empty: the settings' default, else the Guide
    QList<ModelRef> fallbacks;
    ChatRequest request; //!< without messages
    QString prompt; //!< "-": standard input
    QStringList attachments;
    CacheMode cacheMode = CacheMode::ReadWrite;
    int maxAttempts = RetryPolicy().maxAttempts;
    QString conversation; //!< --continue: an id, or `last`; implies save
    bool save = false;
    bool explain = false; //!< say what the cache would do, and ask nobody
    bool json = false;

    static void declare(QCommandLineParser &parser);

    //! Errors: BadRequest that names the option.
    [[nodiscard]] static Result<ChatArguments> read(const QCommandLineParser &parser);
};

} // namespace kagura
