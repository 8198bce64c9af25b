// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/tool.h"

namespace kagura {

//! Names and sizes of the files in the granted folder: see GrantedFolder.
class ListFilesTool final : public Tool
{
public:
    ListFilesTool();

    [[nodiscard]] const ToolSpec &spec() const override { return m_spec; }
    [[nodiscard]] ToolEffect effect() const override { return ToolEffect::None; }
    //! `{"files": [{"path", "bytes"}], "truncated"}`
    [[nodiscard]] std::unique_ptr<ToolReply> run(const ToolTask &task) override;

private:
    ToolSpec m_spec;
};

} // namespace kagura
