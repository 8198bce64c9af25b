// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/button.h"

namespace kagura {

namespace {

ColorToken inkOf(ButtonRole role)
{
    switch (role) {
    case ButtonRole::Primary:
        return ColorToken::OnAccent;
    case ButtonRole::Danger:
        return ColorToken::Fail;
    case ButtonRole::Link:
        return ColorToken::Accent;
    case ButtonRole::Secondary:
    case ButtonRole::Quiet:
    case ButtonRole::Picker:
    case ButtonRole::Rail:
        break;
    }
    return ColorToken::Text2;
}

} // namespace

Button::Button(ButtonRole role, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_role(role)
{
    setButtonRole(this, role);
    setAutoDefault(false);
    dress();
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    dress();
}

void Button::setTheme(const Theme &theme)
{
    m_theme = theme;
    dress();
}

void Button::dress()
{
    const bool isRail = m_role == ButtonRole::Rail;
    const int icon = m_theme.px(isRail ? Measure::RailIcon : Measure::Icon);
    setIconSize({icon, icon});
    setIcon(m_iconName.isEmpty() ? QIcon() : m_theme.icon(m_iconName, inkOf(m_role)));
    if (isRail) {
        const int side = m_theme.px(Measure::RailButton);
        setFixedSize(side, side);
    }
    updateGeometry();
}

} // namespace kagura
