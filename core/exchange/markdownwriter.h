// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/conversationwriter.h"

namespace kagura {

//! The shown branch of each conversation as Markdown: what people and models wrote stands as they wrote
//! it. Pictures are named, not contained.
class MarkdownWriter final : public ConversationWriter
{
public:
    [[nodiscard]] QByteArray begin() override { return {}; }
    [[nodiscard]] QByteArray conversation(const ConversationTree &tree) override;
    [[nodiscard]] QByteArray end() override { return {}; }

private:
    bool m_isFirst = true;
};

} // namespace kagura
