// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/buttonrole.h"
#include "ui/theme/theme.h"

#include <QPushButton>

namespace kagura {

//! A button with a role and, perhaps, an icon of ours in the colour that goes with it. Without words it
//! is a square and needs an accessible name.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Button final : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(ButtonRole role, const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] ButtonRole role() const { return m_role; }
    [[nodiscard]] QString iconName() const { return m_iconName; }
    void setIconName(const QString &name); //!< of resources/icons; empty: none

    void setTheme(const Theme &theme);

private:
    void dress();

    ButtonRole m_role;
    QString m_iconName;
    Theme m_theme;
};

} // namespace kagura
