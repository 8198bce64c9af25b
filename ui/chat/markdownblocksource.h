// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/markdown/markdownparser.h"
#include "ui/chat/blocksource.h"
#include "ui/chat/displaytext.h"

namespace kagura {

//! Markdown, made safe to look at before it is read; see MarkdownParser and DisplayText.
//!
//! Thread, Lifetime: of BlockSource. Errors: none.
class MarkdownBlockSource final : public BlockSource
{
public:
    void append(QStringView text) override;
    void finish() override { m_parser.finish(); }
    [[nodiscard]] const QList<MessageBlock> &blocks() const override { return m_parser.blocks(); }
    [[nodiscard]] qsizetype firstOpen() const override { return m_parser.firstOpen(); }

private:
    DisplayText m_display;
    MarkdownParser m_parser;
};

} // namespace kagura
