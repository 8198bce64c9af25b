// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/conversationwriter.h"

namespace kagura {

//! Everything, so that KaguraReader can bring it back: see treejson.h. One object:
//! `{"kagura": {"format": "conversations", "version": 1, "exported": "…"}, "conversations": […]}`.
class JsonWriter final : public ConversationWriter
{
public:
    explicit JsonWriter(const QDateTime &when);

    [[nodiscard]] QByteArray begin() override;
    [[nodiscard]] QByteArray conversation(const ConversationTree &tree) override;
    [[nodiscard]] QByteArray end() override;

private:
    QDateTime m_when;
    bool m_isFirst = true;
};

} // namespace kagura
