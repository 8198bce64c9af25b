// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/transport.h"
#include "core/tools/hostresolver.h"
#include "core/tools/tool.h"

namespace kagura {

//! The text of a public web page; private servers only where they are granted: see FetchReply.
//!
//! Lifetime: transport and resolver outlive it.
class FetchUrlTool final : public Tool
{
public:
    FetchUrlTool(Transport &transport, HostResolver &resolver);

    [[nodiscard]] const ToolSpec &spec() const override { return m_spec; }
    [[nodiscard]] ToolEffect effect() const override { return ToolEffect::None; }
    //! `{"url", "status", "content_type", "text", "truncated"}`
    [[nodiscard]] std::unique_ptr<ToolReply> run(const ToolTask &task) override;

private:
    Transport &m_transport;
    HostResolver &m_resolver;
    ToolSpec m_spec;
};

} // namespace kagura
