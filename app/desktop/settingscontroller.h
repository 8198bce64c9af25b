// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/theme/themecontroller.h"

#include <QObject>

#include <functional>
#include <memory>

namespace kagura {

class BudgetController;
class SettingsPage;
class TeamController;
struct ProviderEntry;

//! The bridge between the settings page and the engine.
//!
//! Thread: the GUI thread. Lifetime: the engine outlives it, or has ended its thread. Errors: shown on
//! the page.
class SettingsController final : public QObject
{
    Q_OBJECT

public:
    explicit SettingsController(ChatEngine &engine, QObject *parent = nullptr);
    ~SettingsController() override;

    [[nodiscard]] SettingsPage &page() const { return *m_page; }

    void showFolders();

Q_SIGNALS:
    //! provider: empty for one that is not connected yet.
    void connectRequested(const QString &provider);
    void signInRequested(const kagura::ProviderEntry &entry);
    void signOutRequested(const QString &provider);
    void themeChosen(kagura::ThemeController::Choice choice);
    void zoomChosen(int percent);
    void languageChosen(const QString &language);

private:
    void listenToPage();
    void showProviders(const QList<ProviderStand> &stands);
    void tell(std::function<void(ProviderDesk &)> work);

    ChatEngine &m_engine;
    std::unique_ptr<SettingsPage> m_page;
    std::unique_ptr<BudgetController> m_budget;
    std::unique_ptr<TeamController> m_team;
};

} // namespace kagura
