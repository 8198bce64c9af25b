// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/cachearguments.h"
#include "app/cli/cachewriter.h"
#include "app/cli/command.h"
#include "core/cache/cachebrowser.h"

namespace kagura {

class Services;

//! `kagura-cli cache …`: the cache of answers without a window, by the same queries.
//!
//! Thread, lifetime: as Command. Errors: to standard error, or as a JSON line; exit code 1, of a query 2.
class CacheCommand final : public Command
{
    Q_OBJECT

public:
    CacheCommand(Services &services, CacheArguments arguments, QObject *parent = nullptr);
    ~CacheCommand() override;

    void start() override;
    void interrupt() override;

private:
    void list(const std::optional<BrowserTable::Place> &after);
    void count();
    void show();
    void invalidate();
    void undo(qint64 operation);
    void undoLast();
    void operations();
    void erase();
    void edit();
    void note();
    void stats();
    void mode();

    void print(const QByteArray &bytes);
    void fail(const Error &error);
    [[nodiscard]] cachewriter::Style style() const;
    //! Prints what action came to, and ends.
    [[nodiscard]] CacheBrowser::Done<qint64> tellChanged(const QString &action);

    Services &m_services;
    CacheArguments m_arguments;
    CacheBrowser *m_browser = nullptr;
    int m_listed = 0;
    bool m_isEnded = false;
};

} // namespace kagura
