// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/buttonrole.h"

#include <QVariant>
#include <QWidget>

namespace kagura {

namespace {

constexpr const char *RoleProperty = "kaguraButtonRole";

} // namespace

void setButtonRole(QWidget *button, ButtonRole role)
{
    button->setProperty(RoleProperty, static_cast<int>(role));
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button == nullptr ? ButtonRole::Secondary
                             : static_cast<ButtonRole>(button->property(RoleProperty).toInt());
}

} // namespace kagura
