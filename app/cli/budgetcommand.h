// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/cache/cachereport.h"
#include "core/cache/evictiontable.h"

#include <optional>

class QCommandLineParser;

namespace kagura {

class Services;

//! What `kagura-cli cache budget` and `cache what-if` ask for.
struct BudgetArguments
{
    bool isWhatIf = false;
    std::optional<qint64> memoryMib;
    std::optional<qint64> diskMib;
    bool isDryRun = false;
    bool json = false;

    static void declare(QCommandLineParser &parser);
    //! Whether what stands behind `cache` is for this command.
    [[nodiscard]] static bool areMeant(const QCommandLineParser &parser);
    //! Errors: BadRequest.
    [[nodiscard]] static Result<BudgetArguments> read(const QCommandLineParser &parser);
};

//! `kagura-cli cache budget`: how much may be kept, and what another budget would cost; `cache what-if`:
//! what other budgets would have answered.
class BudgetCommand final : public Command
{
    Q_OBJECT

public:
    BudgetCommand(Services &services, BudgetArguments arguments, QObject *parent = nullptr);
    ~BudgetCommand() override;

    void start() override;
    void interrupt() override;

private:
    void preview();
    void change(const EvictionTable::Preview &preview);
    void tell(const EvictionTable::Preview &preview, bool isDone);
    void whatIf();
    void print(const Json &object, const QString &words);
    void fail(const Error &error);

    Services &m_services;
    BudgetArguments m_arguments;
};

} // namespace kagura
