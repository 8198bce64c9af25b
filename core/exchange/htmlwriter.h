// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/conversationwriter.h"

namespace kagura {

//! The shown branch of each conversation as one HTML page that needs nothing else: its style and its
//! pictures are in it, it has no script, and it fetches nothing.
//!
//! What people and models wrote is read as Markdown without HTML. Links go to http, https and mailto
//! alone; a picture in the text is its description.
class HtmlWriter final : public ConversationWriter
{
public:
    [[nodiscard]] QByteArray begin() override;
    [[nodiscard]] QByteArray conversation(const ConversationTree &tree) override;
    [[nodiscard]] QByteArray end() override;
};

} // namespace kagura
