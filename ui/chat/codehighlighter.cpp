// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/codehighlighter.h"

#include "core/code/codelexer.h"

namespace kagura {

CodeHighlighter::CodeHighlighter(const QString &language, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_language(m_languages.find(language))
{}

void CodeHighlighter::setLook(const std::shared_ptr<const LeafLook> &look)
{
    m_look = look;
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    if (!m_language || !m_look || currentBlock().blockNumber() < m_firstLine)
        return;
    CodeLexer::State state = previousBlockState();
    for (const CodeToken &token : CodeLexer(*m_language).tokens(text, state))
        setFormat(int(token.from), int(token.length),
                  m_look->tokenFormat(std::uint8_t(token.kind)));
    setCurrentBlockState(state);
}

} // namespace kagura
