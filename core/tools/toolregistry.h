// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/tool.h"

#include <map>

namespace kagura {

//! The tools that there are, by the references of workflow files: `builtin:read_file`.
//!
//! Thread: one. Lifetime: owns the tools.
class ToolRegistry
{
public:
    //! \pre there is none of that reference yet
    void add(const QString &ref, std::unique_ptr<Tool> tool);

    [[nodiscard]] Tool *find(const QString &ref) const; //!< null: there is none
    [[nodiscard]] QStringList refs() const; //!< sorted

private:
    std::map<QString, std::unique_ptr<Tool>> m_tools;
};

} // namespace kagura
