// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

class QWidget;

namespace kagura {

//! What a button is for, and so how KaguraStyle draws it. A button without a role is Secondary.
enum class ButtonRole : std::uint8_t {
    Secondary,
    Primary, //!< the one action of a view
    Danger, //!< stops or destroys
    Quiet, //!< without a border
    Link, //!< quiet, in the accent colour
    Picker, //!< opens a list; a chevron says so
    Rail, //!< a page of the window; checked while it is shown
};

void setButtonRole(QWidget *button, ButtonRole role);
[[nodiscard]] ButtonRole buttonRole(const QWidget *button);

} // namespace kagura
