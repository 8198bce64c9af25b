// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"

#include <QStringList>

class QCommandLineParser;

namespace kagura {

//! The files that `kagura-cli validate` is given.
struct ValidateArguments
{
    QStringList paths;
    bool json = false;

    static void declare(QCommandLineParser &parser);
    //! Errors: BadRequest.
    [[nodiscard]] static Result<ValidateArguments> read(const QCommandLineParser &parser);
};

//! `kagura-cli validate FILE…`: whether workflow files can be run, and all that is wrong with those that
//! cannot. Nothing is called and nothing is written.
class ValidateCommand final : public Command
{
    Q_OBJECT

public:
    explicit ValidateCommand(ValidateArguments arguments, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

private:
    ValidateArguments m_arguments;
};

} // namespace kagura
