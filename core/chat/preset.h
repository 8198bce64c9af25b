// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/instructions.h"

#include <QString>

namespace kagura {

//! Instructions under a name, for more than one conversation.
struct Preset
{
    QString id = {};
    QString name = {};
    Instructions instructions = {};
    bool isDefault = false; //!< new conversations begin with it; one at most

    bool operator==(const Preset &) const = default;
};

} // namespace kagura
