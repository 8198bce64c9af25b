// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/leaflook.h"

#include "core/markdown/markdownblock.h"

namespace kagura {

QTextCharFormat LeafLook::textFormat(std::uint8_t styles) const
{
    using Span = MarkdownSpan;
    QTextCharFormat format;
    if (styles & (Span::Code | Span::Math)) {
        format.setFontFamilies({codeFont.family()});
        format.setFontPointSize(codeFont.pointSizeF());
        format.setFontFixedPitch(true);
        format.setBackground(codeGround);
    }
    if (styles & Span::Strong)
        format.setFontWeight(QFont::DemiBold);
    if (styles & Span::Emphasis)
        format.setFontItalic(true);
    if (styles & Span::Strike) {
        format.setFontStrikeOut(true);
        format.setForeground(quiet);
    }
    if (styles & Span::Image)
        format.setForeground(quiet);
    if (styles & Span::Link) {
        format.setForeground(link);
        format.setFontUnderline(true);
    }
    return format;
}

QTextCharFormat LeafLook::tokenFormat(std::uint8_t kind) const
{
    QTextCharFormat format;
    if (kind > 0 && kind < tokens.size())
        format.setForeground(tokens.at(kind));
    return format;
}

} // namespace kagura
