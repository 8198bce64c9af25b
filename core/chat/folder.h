// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kagura {

//! A place for conversations that belong together.
struct Folder
{
    QString id = {};
    QString name = {};

    bool operator==(const Folder &) const = default;
};

} // namespace kagura
