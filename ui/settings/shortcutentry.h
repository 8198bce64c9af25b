// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QString>

namespace kagura {

//! A command and its keys, as the settings show them.
struct ShortcutEntry
{
    QString id;
    QString name;
    QKeySequence keys; //!< empty: none
    QKeySequence usual; //!< what it had before anybody changed it

    [[nodiscard]] bool isChanged() const { return keys != usual; }
    bool operator==(const ShortcutEntry &) const = default;
};

} // namespace kagura
