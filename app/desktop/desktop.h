// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/cachecontroller.h"
#include "app/desktop/chatcontroller.h"
#include "app/desktop/chatengine.h"
#include "app/desktop/filedialogs.h"
#include "app/desktop/languages.h"
#include "app/desktop/languageswitch.h"
#include "app/desktop/sessionplace.h"
#include "app/desktop/shortcutbook.h"
#include "core/control/controlclient.h"
#include "core/control/controlserver.h"
#include "ui/shell/connectdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/themecontroller.h"

#include <QAction>
#include <QObject>
#include <QThread>

#include <memory>

namespace kagura {

class RunController;
class SettingsController;
class SignInController;

//! The desktop application: the window, the engine thread behind it, and the commands between them.
//!
//! Thread: the GUI thread. Lifetime: the program's. Errors: shown in the window.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    Desktop();
    ~Desktop() override;

    //! What the event loop ends with when everything is to be made anew, in another language.
    static constexpr int BeginAnew = 1000;

    enum class Beginning : std::uint8_t { Start, OtherLanguage };

    //! Shows the window, or raises that of the first instance on this data folder and ends.
    void start(Beginning beginning = Beginning::Start);

private:
    void raiseFirstInstance();
    void showWindow();
    void addPages();
    void followTheme();
    void followEngine();
    void followPages();
    void followSettings();
    void followPlace(const Settings &saved);
    void keepGeometry(const QByteArray &geometry);
    void addCommands();
    void addViewCommands(); //!< runs, settings, themes
    void addFileCommands();
    void addCacheCommands();
    void addRuns(); //!< their page
    //! Other keys than the usual ones, as they were kept; and changes of them from now on.
    void followShortcuts(const Json &kept);
    void showCacheMode(const QString &mode);
    //! name: English, in QT_TR_NOOP().
    QAction *addCommand(const char *name,
                        const QKeySequence &key,
                        const std::function<void()> &work);
    //! provider: the one that is chosen at first; empty: none.
    void openConnectDialog(const QString &provider);
    [[nodiscard]] std::optional<ProviderConfig> configFor(const ConnectRequest &request) const;
    void zoom(int steps);
    void setZoom(int percent);
    void setTheme(ThemeController::Choice choice);

    template <typename Work>
    void tell(Work work)
    {
        QMetaObject::invokeMethod(m_engine,
                                  [engine = m_engine, work = std::move(work)] { work(*engine); });
    }

    Languages m_language;
    ThemeController m_theme;
    QThread m_engineThread;
    ChatEngine *m_engine = nullptr; //!< lives in m_engineThread and dies with its loop
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ChatController> m_chat;
    std::unique_ptr<RunController> m_runs;
    std::unique_ptr<CacheController> m_cache;
    std::unique_ptr<FileDialogs> m_files;
    std::unique_ptr<SettingsController> m_settings;
    std::unique_ptr<SignInController> m_signIn;
    std::unique_ptr<SessionPlace> m_place;
    std::unique_ptr<LanguageSwitch> m_switch;
    ControlServer m_control;
    std::unique_ptr<ControlCall> m_raiseCall;
    QList<QAction *> m_commands;
    ShortcutBook m_shortcuts;
    QList<ProviderPreset> m_presets;
    KeyPlace m_keyPlace;
    Beginning m_beginning = Beginning::Start;
};

} // namespace kagura
