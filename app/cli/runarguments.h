// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commonarguments.h"
#include "core/base/json.h"

#include <QStringList>

#include <utility>

namespace kagura {

//! What `kagura-cli run`, `plan`, `resume`, `list`, `show`, `cancel`, `answer`, `approve`, `reject` and
//! `budget` ask for.
struct RunArguments
{
    enum class Action : std::uint8_t {
        Run,
        Plan,
        Resume,
        List,
        Show,
        Cancel,
        Pause,
        Answer,
        Approve,
        Reject,
        Budget,
        Export,
    };

    Action action = Action::List;
    CommonArguments common = {};
    QString file = {}; //!< of run and plan: a file, or the name of a template
    QString run = {};
    QString target = {}; //!< of answer a path, of approve and reject a call
    QString answer = {}; //!< the action of a person's node
    QList<std::pair<QString, QString>> values = {}; //!< --input or --field, as typed
    std::optional<ModelRef> model = std::nullopt; //!< in place of every model of the workflow
    std::optional<qint64> maxCostMicroUsd = std::nullopt;
    std::optional<int> concurrency = std::nullopt;
    QString folder = {}; //!< --allow-folder: that tools may read; empty: none
    bool usesCache = true;
    int limit = 20;
    QString format = {}; //!< of export: one of runExportFormatFromName()
    QString path = {}; //!< of export; empty: standard output
    bool json = false;

    [[nodiscard]] static QString commandName(Action action); //!< "resume"
    static void declare(QCommandLineParser &parser, Action action);
    //! Whether `export` means a run, not conversations.
    [[nodiscard]] static bool meanRun(const QCommandLineParser &parser);
    //! Errors: BadRequest that names the option.
    [[nodiscard]] static Result<RunArguments> read(const QCommandLineParser &parser, Action action);
};

//! The value that typed text means where that schema is expected: text is text, anything else JSON.
//! Errors: BadRequest.
[[nodiscard]] Result<Json> typedValue(const QString &name, const QString &text, const Json &schema);

} // namespace kagura
