// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/markdownblocksource.h"

namespace kagura {

void MarkdownBlockSource::append(QStringView text)
{
    // Line by line, because a line decides how the next is made safe to look at.
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype lineEnd = text.indexOf(u'\n', from);
        const qsizetype to = lineEnd < 0 ? text.size() : lineEnd + 1;
        m_parser.feed(m_display.next(text.mid(from, to - from),
                                     m_parser.isInCode() ? DisplayText::Ground::Code
                                                         : DisplayText::Ground::Prose));
        from = to;
    }
    m_parser.show();
}

} // namespace kagura
