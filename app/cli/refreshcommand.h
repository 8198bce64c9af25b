// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/cache/cachequery.h"
#include "core/cache/cacherefresh.h"

#include <memory>

class QCommandLineParser;

namespace kagura {

class Services;

//! What `kagura-cli cache refresh` asks for.
struct RefreshArguments
{
    CacheQuery query;
    QString typed; //!< the query in words
    int limit = 50;
    bool isDryRun = false;
    bool isConfirmed = false;
    bool json = false;

    //! Whether what stands behind `cache` is for this command.
    [[nodiscard]] static bool areMeant(const QCommandLineParser &parser);
    //! Errors: BadRequest.
    [[nodiscard]] static Result<RefreshArguments> read(const QCommandLineParser &parser);
};

//! `kagura-cli cache refresh QUERY`: asks kept questions anew, after saying what that costs, and shows
//! where the answers differ.
class RefreshCommand final : public Command
{
    Q_OBJECT

public:
    RefreshCommand(Services &services, RefreshArguments arguments, QObject *parent = nullptr);
    ~RefreshCommand() override;

    void start() override;
    void interrupt() override;

private:
    void estimate(const QList<CacheEntry> &entries);
    void ask(const QList<CacheEntry> &entries);
    void tell(const RefreshedEntry &entry) const;
    void end();
    void fail(const Error &error);

    Services &m_services;
    RefreshArguments m_arguments;
    std::unique_ptr<CacheRefresh> m_refresh;
};

} // namespace kagura
