// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace kagura {

class AppearancePane;
class CachePane;
class DataPane;
class Panel;
class ProvidersPane;
class TeamPane;
class ShortcutsPane;

//! The settings: sections on the left, the pane of one of them beside it.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: those of its panes.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    enum class Section : std::uint8_t { Providers, Appearance, Shortcuts, Cache, Team, Data };

    explicit SettingsPage(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showSection(Section section);

    [[nodiscard]] ProvidersPane &providers() const { return *m_providers; }
    [[nodiscard]] AppearancePane &appearance() const { return *m_appearance; }
    [[nodiscard]] ShortcutsPane &shortcuts() const { return *m_shortcuts; }
    [[nodiscard]] CachePane &cache() const { return *m_cache; }
    [[nodiscard]] TeamPane &team() const { return *m_team; }
    [[nodiscard]] DataPane &data() const { return *m_data; }

Q_SIGNALS:
    void shown(); //!< what it shows may be brought up to date

protected:
    void showEvent(QShowEvent *event) override;

private:
    Panel *m_side = nullptr;
    QListWidget *m_sections = nullptr;
    QStackedWidget *m_panes = nullptr;
    ProvidersPane *m_providers = nullptr;
    AppearancePane *m_appearance = nullptr;
    ShortcutsPane *m_shortcuts = nullptr;
    CachePane *m_cache = nullptr;
    TeamPane *m_team = nullptr;
    DataPane *m_data = nullptr;
};

} // namespace kagura
