// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/message.h"

namespace kagura {

QString Message::text() const
{
    QString joined;
    for (const MessagePart &part : parts) {
        if (const auto *text = std::get_if<TextPart>(&part))
            joined += text->text;
    }
    return joined;
}

Message Message::fromText(Role role, const QString &text)
{
    return {role, {TextPart{text}}};
}

} // namespace kagura
