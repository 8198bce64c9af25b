// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/cache/cachebrowser.h"
#include "core/cache/cachingprovider.h"
#include "core/cache/responsecache.h"
#include "core/settings/settings.h"
#include "core/storage/database.h"

#include <QObject>

#include <functional>
#include <memory>

namespace kagura {

//! The cache of answers that this process uses, as the settings want it: its file in the data folder,
//! shared with every other process, under what is kept in memory.
//!
//! The file may be lost at any time; where it cannot be opened, answers are kept in memory alone.
//!
//! Thread: the engine thread. Lifetime: settings and clock outlive it, it outlives the providers that
//! ask it. Errors: trouble().
class CacheStorage final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 Mebibyte = 1024LL * 1024; //!< what the settings count in

    enum class Use : std::uint8_t {
        Long, //!< looks the whole file over
        Brief, //!< of one call
    };

    CacheStorage(Settings &settings, Clock &clock, Use use, QObject *parent = nullptr);
    ~CacheStorage() override;

    [[nodiscard]] ResponseCache &cache() { return *m_cache; }
    [[nodiscard]] Database *database() { return m_database.get(); }
    //! Null where there is no file.
    [[nodiscard]] CacheBrowser *browser() { return m_browser.get(); }
    //! By which accounts are told apart, see accountScope(); of this process alone where there is no file.
    [[nodiscard]] const Secret &installationKey() const { return m_installationKey; }

    //! Calls done once everything that was stored so far is in the file, or could not be; at once where
    //! there is none.
    void whenWritten(QObject *context, std::function<void()> done);

    //! One of the choices of settings::CacheModeName.
    [[nodiscard]] QString mode() const;

    //! How calls of the chat and the command line use it.
    [[nodiscard]] CachePolicy policyFor(const QString &provider, const CallOptions &options) const;

Q_SIGNALS:
    //! Also when another process changed it.
    void modeChanged(const QString &mode);
    void budgetsChanged(); //!< likewise
    //! What it did for a call; for a live view.
    void noted(const kagura::CacheNote &note);
    //! The file cannot be used, or not for writing; in words for the user.
    void trouble(const QString &text);

private:
    void follow(const QString &setting);
    void openFile(Use use);

    Settings &m_settings;
    Clock &m_clock;
    Secret m_installationKey;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ResponseCache> m_cache;
    std::unique_ptr<CacheBrowser> m_browser;
};

} // namespace kagura
