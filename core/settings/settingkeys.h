// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace kagura {

//! \name One setting each: its name in the file, its default, and what it may be. A value of another
//! type or out of range in the file reads as the default.
//! @{
struct BoolSetting
{
    const char *name;
    bool fallback;
};

struct IntSetting
{
    const char *name;
    qint64 fallback;
    qint64 minimum;
    qint64 maximum;
};

struct TextSetting
{
    const char *name;
    const char *fallback;
    const char *choices; //!< "system|light|dark"; null: any text

    [[nodiscard]] bool allows(const QString &text) const
    {
        return choices == nullptr
            || QString::fromLatin1(choices).split(QLatin1Char('|')).contains(text);
    }
};
//! @}

namespace settings {

inline constexpr TextSetting Theme{"theme", "system", "system|light|dark"};
inline constexpr TextSetting DefaultModel{"default_model", "", nullptr}; //!< "provider/model"
inline constexpr IntSetting ZoomPercent{"zoom_percent", 100, 50, 300};
inline constexpr BoolSetting EnterSends{"enter_sends", true};
inline constexpr BoolSetting ProbeLocalServers{"probe_local_servers", true};
//! \name The cache of answers
//! @{
inline constexpr TextSetting CacheModeName{"cache_mode", "on", "on|read-only|refresh|off|offline"};
inline constexpr IntSetting CacheMemoryMib{"cache_memory_mib", 64, 0, 16384};
inline constexpr IntSetting CacheDiskMib{"cache_disk_mib", 1024, 1, 1024 * 1024};
//! 0: nothing is stored; -1: for ever.
inline constexpr IntSetting CacheLifetimeHours{"cache_lifetime_hours", 24 * 7, -1, 24 * 3650};
//! Where a team shares answers, "redis://host"; empty: nowhere.
inline constexpr TextSetting TeamServer{"team_server", "", nullptr};
inline constexpr TextSetting TeamName{"team_name", "team", nullptr};
inline constexpr IntSetting TeamLimitMs{"team_limit_ms", 50, 1, 10'000}; //!< for a look-up there
//! @}
inline constexpr TextSetting WindowGeometry{"window_geometry", "", nullptr}; //!< base64
//! \name Where a person was
//! @{
inline constexpr TextSetting LastPage{"last_page", "", nullptr}; //!< the object name of the page
inline constexpr TextSetting LastConversation{"last_conversation", "",
                                              nullptr}; //!< empty: a new one
//! @}
inline constexpr TextSetting Language{"language", "system", "system|en|de|ja"};

//! Values with a structure of their own; the room that knows the type reads and writes them.
inline constexpr const char *Providers = "providers"; //!< core/llm/providersettings.h
inline constexpr const char *CacheViews = "cache_views"; //!< app/desktop/cachedesk.h
inline constexpr const char *Shortcuts = "shortcuts"; //!< app/desktop/shortcutbook.h
inline constexpr const char *SignIns = "sign_ins"; //!< app/services/signinclients.h
inline constexpr const char *StoredKeys = "stored_keys"; //!< names only; KeychainSecretStore

} // namespace settings

} // namespace kagura
