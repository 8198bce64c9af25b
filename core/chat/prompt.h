// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kagura {

//! A text that a person uses again, with places to fill in; see PromptTemplate.
struct Prompt
{
    QString id = {};
    QString name = {};
    QString text = {};

    bool operator==(const Prompt &) const = default;
};

} // namespace kagura
