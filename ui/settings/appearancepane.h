// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"
#include "ui/theme/themecontroller.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace kagura {

//! How the program looks and how Enter behaves; every choice is seen at once.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class AppearancePane final : public QWidget
{
    Q_OBJECT

public:
    explicit AppearancePane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showChoices(ThemeController::Choice choice, int zoomPercent);
    void showLanguage(const QString &choice); //!< a value of settings::Language
    void focusLanguage();

Q_SIGNALS:
    void themeChosen(kagura::ThemeController::Choice choice);
    void zoomChosen(int percent);
    void languageChosen(const QString &choice);

private:
    QComboBox *m_theme = nullptr;
    QComboBox *m_zoom = nullptr;
    QComboBox *m_language = nullptr;
};

} // namespace kagura
