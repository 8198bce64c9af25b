// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/tool.h"

namespace kagura {

//! The text of a file in the granted folder, in any common encoding: see GrantedFolder and decodeText().
class ReadFileTool final : public Tool
{
public:
    ReadFileTool();

    [[nodiscard]] const ToolSpec &spec() const override { return m_spec; }
    [[nodiscard]] ToolEffect effect() const override { return ToolEffect::None; }
    //! `{"path", "text", "encoding", "next_offset"}`; the last is null where nothing follows.
    [[nodiscard]] std::unique_ptr<ToolReply> run(const ToolTask &task) override;

private:
    ToolSpec m_spec;
};

} // namespace kagura
